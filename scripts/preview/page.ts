import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const { resolve } = createRequire(import.meta.url)

/** A picture to be: a card with a name by which it is found, a heading, and HTML. */
export interface Card {
  readonly name: string
  readonly heading: string
  readonly html: string
}

const STYLE = `
  body { margin: 0; padding: 16px; background: var(--page); font: 14px/1.5 Helvetica, Arial, sans-serif; color: var(--text) }
  .card { max-width: 900px; margin: 0 auto 24px; border: 1px solid var(--line); border-radius: 6px; overflow: hidden }
  .card > header { padding: 12px 16px; border-bottom: 1px solid var(--line); background: var(--bar); font-weight: 600 }
  .card > .markdown-body, .card > .annotation { padding: 16px; background: var(--page); font-family: inherit }
  .markdown-body pre.mermaid { background: none; padding: 0; text-align: center }
  .annotation { display: grid; grid-template-columns: 24px 1fr; white-space: pre-line; overflow-wrap: anywhere }
  .annotation small { color: var(--muted) }
  .annotation svg { margin-top: 2px; fill: var(--danger) }
  .annotation.warning svg { fill: var(--attention) }
  :root { --page: #fff; --bar: #f6f8fa; --line: #d1d9e0; --text: #1f2328; --muted: #59636e; --danger: #d1242f; --attention: #9a6700 }
  @media (prefers-color-scheme: dark) {
    :root { --page: #0d1117; --bar: #151b23; --line: #3d444d; --text: #f0f6fc; --muted: #9198a1; --danger: #f85149; --attention: #d29922 }
  }`

/** Draws as GitHub does, and says on the body when it is done and what could not be drawn. */
const DRAW = `
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default',
  })
  mermaid.run().then(() => '', String).then((problem) => { document.body.dataset.drawn = problem })`

/** An HTML page with these cards, in GitHub's colours, light or dark as the reader prefers. */
export function writePage(cards: readonly Card[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Job summaries</title>
<style>${readFileSync(resolve('github-markdown-css/github-markdown.css'), 'utf8')}${STYLE}</style>
<body>
${cards.map(writeCard).join('\n')}
<script src="${pathToFileURL(resolve('mermaid/dist/mermaid.min.js'))}"></script>
<script>${DRAW}</script>
`
}

function writeCard({ name, heading, html }: Card): string {
  return `<section class="card" id="${name}"><header>${escapeHtml(heading)}</header>${html}</section>`
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
