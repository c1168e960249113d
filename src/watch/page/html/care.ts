import type { WatchedToken } from '../../watched-token.ts'
import { type Care, listCare, standsForAll } from '../care.ts'
import type { PageContext } from '../context.ts'
import { signOf } from '../sign.ts'
import { listWho } from '../who.ts'
import { countTokens, shortUrl } from '../words.ts'
import { spokenIcon } from './icons.ts'
import { html, type Markup, NOTHING, text } from './markup.ts'
import { drawTable } from './table.ts'

/** What is wrong with the whole, and what needs care, an article for each thing that there is to say. */
export function drawCare(tokens: readonly WatchedToken[], context: PageContext): Markup {
  const { problem, nowMs } = context
  const isSaid = standsForAll(context, tokens)
  const cares = listCare(tokens, nowMs)
  if (problem === null && cares.length === 0) return NOTHING
  return html`<section id="care" aria-labelledby="care-heading">
<h2 id="care-heading">What needs care</h2>
${
  problem === null
    ? NOTHING
    : html`<article class="care refused">
<h3>${spokenIcon('refused', 'problem')}<span>${text(problem.title)}</span></h3>
<p>${text(problem.message)}</p>
${drawSteps(problem.steps)}
${isSaid ? drawWho(tokens, nowMs) : NOTHING}
</article>`
}
${isSaid ? NOTHING : cares.map((care) => drawOne(care, context))}
</section>`
}

function drawOne({ kind, title, message, steps, reason, server, tokens }: Care, context: PageContext): Markup {
  const [only] = tokens
  const whose = tokens.length === 1 && only !== undefined ? only.secret : countTokens(tokens.length)
  return html`<article class="care ${kind}">
<h3>${spokenIcon(kind, only === undefined ? kind : signOf(only).word)}<span>${text(title)}</span></h3>
<p class="where"><b>${text(whose)}</b>${server === '' ? NOTHING : html` at ${text(shortUrl(server))}`}</p>
${tokens.length === 1 && only !== undefined ? drawFacts(only, context.nowMs) : NOTHING}
${message === '' ? NOTHING : html`<p>${text(message)}</p>`}
${drawSteps(steps)}
${tokens.length > 1 ? drawWho(tokens, context.nowMs) : NOTHING}
${
  reason === 'authenticated'
    ? NOTHING
    : html`<p class="more"><a href="${context.documentationOf(reason)}" rel="noreferrer">About <code>${reason}</code></a></p>`
}
</article>`
}

function drawSteps(steps: readonly string[]): Markup {
  return steps.length === 0
    ? NOTHING
    : html`<ol class="steps">
${steps.map((step) => html`<li>${text(step)}</li>`)}
</ol>`
}

/** Who has to act and by when, of one token. */
function drawFacts(token: WatchedToken, nowMs: number): Markup {
  const { names, rows } = listWho([token], nowMs)
  const values = rows[0]?.values ?? []
  return html`<dl class="facts">
${names.map((name, index) => html`<div><dt>${name}</dt><dd>${drawValue(values[index] ?? '', index)}</dd></div>`)}
${rows[0]?.isAsked === false ? html`<div><dt>State</dt><dd><b>not asked</b></dd></div>` : NOTHING}
</dl>`
}

/** The same of several. */
function drawWho(tokens: readonly WatchedToken[], nowMs: number): Markup {
  const { names, rows } = listWho(tokens, nowMs)
  return drawTable(
    'Who has to act, and by when',
    ['Token', ...names],
    rows.map(({ secret, isAsked, values }) => ({
      cells: [html`${text(secret)}${isAsked ? NOTHING : html` <small>not asked</small>`}`, ...values.map(drawValue)],
    })),
  )
}

function drawValue(value: string, index: number): Markup {
  if (index > 0) return text(value)
  return value === 'now' ? html`<b>now</b>` : html`<b><time datetime="${value}">${value}</time></b>`
}
