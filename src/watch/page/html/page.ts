import { createHash } from 'node:crypto'
import { allProducts } from '../../../products/all-products.ts'
import type { WatchReport } from '../../watched-token.ts'
import { type Account, listAccounts } from '../accounts.ts'
import { listUnasked } from '../care.ts'
import type { PageContext } from '../context.ts'
import { minuteOf } from '../expiry.ts'
import { tally } from '../order.ts'
import { describeIssuesToFollow, headlineOf, isWell, shortUrl } from '../words.ts'
import { drawCare } from './care.ts'
import { defineIcons, icon } from './icons.ts'
import { html, type Markup, NOTHING, text, trusted } from './markup.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'
import { drawTimeline } from './timeline.ts'
import { drawTokens } from './tokens.ts'

/**
 * The night as one HTML page that asks nobody for anything: light and dark, for a phone and for paper. Sorting and
 * filtering are the work of a script; without it all the rest is there. Its policy lets nothing run but that script, and
 * nothing be loaded from anywhere, should text of a server ever get out of where it belongs.
 */
export function writeWatchPage(report: WatchReport, context: PageContext): string {
  const { tokens, list } = report
  const headline = headlineOf(report, context)
  const parts = [
    { id: 'care', words: 'What needs care', part: drawCare(tokens, context) },
    { id: 'next', words: 'The next to expire', part: drawTimeline(tokens, context.nowMs) },
    { id: 'all', words: 'All tokens', part: drawTokens(tokens, context.nowMs) },
    { id: 'tidy', words: 'Worth tidying up', part: drawAccounts(listAccounts(tokens)) },
  ].filter(({ part }) => part !== NOTHING)
  return `${
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${writePolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${[headline, list].filter(Boolean).join(' · ')}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
${defineIcons()}
<header>
<p class="eyebrow">${nameProducts(tokens)} tokens${list === '' ? NOTHING : html` · ${text(list)}`}</p>
<h1>${text(headline)}</h1>
${drawFacts(report, context)}
${parts.length < 2 ? NOTHING : drawNavigation(parts)}
</header>
<main>
${parts.map(({ part }) => part)}
</main>
<footer><p>Written by jira-pat-check. Days are those of UTC, and days left are counted from when this page was written.</p></footer>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`.text
  }`
}

const hashOf = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`

/** The products that are asked, in the order of the inputs. */
function nameProducts(tokens: WatchReport['tokens']): string {
  const names = new Set(tokens.map(({ product }) => product))
  return Object.values(allProducts)
    .flatMap(({ name, words }) => (names.has(name) ? words.product : []))
    .join(' · ')
}

function drawNavigation(parts: readonly { readonly id: string; readonly words: string }[]): Markup {
  return html`<nav aria-label="On this page"><ul>
${parts.map(({ id, words }) => html`<li><a href="#${id}">${words}</a></li>`)}
</ul></nav>`
}

/** What the page may do: be styled and run by what is in it, and nothing else. */
function writePolicy(): string {
  return [
    "default-src 'none'",
    `style-src ${hashOf(STYLE)}`,
    `script-src ${hashOf(SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function drawFacts(report: WatchReport, context: PageContext): Markup {
  const { tokens, checkedAt } = report
  const checked = minuteOf(checkedAt)
  const sentences = [
    ...listUnasked(tokens).map((sentence) => html`<p class="alert">${icon('unknown')}${sentence}</p>`),
    ...[describeIssuesToFollow(context.issuesToFollow)].filter(Boolean).map((sentence) => html`<p>${sentence}</p>`),
  ]
  const counts = tally(tokens)
  return html`${checked === '' ? NOTHING : html`<p class="checked">Checked <time datetime="${checkedAt}">${checked}</time></p>`}
${
  counts.length === 0
    ? NOTHING
    : html`<ul class="tally" aria-label="How they stand">
${counts.map(({ kind, word, count }) => html`<li>${icon(kind)}<b>${count}</b> ${word}</li>`)}
</ul>
${drawStrip(counts, tokens.length)}`
}
${isWell(report, context) ? html`<p>Nobody has to do anything.</p>` : NOTHING}
${sentences}`
}

/** How many of each there are, as one bar for the eye. */
function drawStrip(counts: ReturnType<typeof tally>, all: number): Markup {
  let before = 0
  const parts = counts.map(({ kind, count }) => {
    const part = html`<rect class="${kind}" x="${before}" width="${count}" height="1"/>`
    before += count
    return part
  })
  return html`<svg class="strip" viewBox="0 0 ${all} 1" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`
}

function drawAccounts(accounts: readonly Account[]): Markup {
  if (accounts.length === 0) return NOTHING
  return html`<section id="tidy" aria-labelledby="tidy-heading">
<h2 id="tidy-heading">Worth tidying up</h2>
<div class="sheet">
${accounts.map(
  ({ user, server, advice }) => html`<h3>${text(user)} <small>at ${text(shortUrl(server))}</small></h3>
<ul>
${advice.map((line) => html`<li>${text(line)}</li>`)}
</ul>`,
)}
</div>
</section>`
}
