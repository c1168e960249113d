import type { WatchedToken } from '../../watched-token.ts'
import { expiryOf } from '../expiry.ts'
import { inOrder } from '../order.ts'
import { signOf } from '../sign.ts'
import { countTokens, shortUrl, userOf } from '../words.ts'
import { icon } from './icons.ts'
import { html, type Markup, NOTHING, name, text } from './markup.ts'
import { drawTable } from './table.ts'

/** What the tokens can be filtered by: the attribute of a row, and what it is called. */
const FILTERS = { owner: 'Owner', server: 'Server', state: 'State' } as const

type Filtered = Readonly<Record<keyof typeof FILTERS, string>>

/** Where a filter has to name what is empty. */
const NONE = '(none)'

/** All tokens by days left, with filters that only a script shows. */
export function drawTokens(tokens: readonly WatchedToken[], nowMs: number): Markup {
  if (tokens.length === 0) return NOTHING
  const rows = inOrder(tokens, nowMs).map((token, index) => ({
    filtered: filteredOf(token),
    cells: cellsOf(token, nowMs),
    index,
  }))
  return html`<section id="all" aria-labelledby="all-heading">
<h2 id="all-heading">All tokens</h2>
<form class="filters" id="filters" aria-label="Filter the tokens" hidden>
${(['state', 'owner', 'server'] as const).map((filter) =>
  drawFilter(
    filter,
    rows.map(({ filtered }) => filtered[filter]),
  ),
)}
<button type="reset">Show all</button>
</form>
<p class="count" id="count" role="status">${countTokens(tokens.length)}, by days left</p>
<div class="sheet">
${drawTable(
  'All tokens, by days left: what is not known comes first, what never expires last',
  ['Token', 'State', 'Expires', 'Server', 'User', 'Token name', 'Owner'],
  rows.map(({ cells, filtered, index }) => ({ cells, data: { ...filtered, order: String(index) } })),
  { id: 'tokens', column: 2 },
)}
</div>
</section>`
}

function filteredOf(token: WatchedToken): Filtered {
  return {
    owner: token.owner || NONE,
    server: shortUrl(token.baseUrl) || NONE,
    state: signOf(token).word,
  }
}

function cellsOf(token: WatchedToken, nowMs: number): readonly Markup[] {
  const { kind, word } = signOf(token)
  const { day, left, at } = expiryOf(token, nowMs)
  return [
    html`${name(token.secret)}${token.usedBy === '' ? NOTHING : html` <small>${text(token.usedBy)}</small>`}`,
    html`<span class="state ${kind}">${icon(kind)}${word}</span>`,
    Number.isFinite(at) ? html`<time datetime="${day}">${day}</time> <small>${left}</small>` : html`${day}`,
    name(shortUrl(token.baseUrl)),
    text(userOf(token)),
    name(token.expiry.tokenName),
    name(token.owner),
  ]
}

function drawFilter(filter: keyof typeof FILTERS, values: readonly string[]): Markup {
  const counts = Map.groupBy(values, (value) => value)
  const options = [...counts.keys()].toSorted((a, b) => a.localeCompare(b, 'en'))
  return html`<label>${FILTERS[filter]} <select name="${filter}" autocomplete="off">
<option value="">all</option>
${options.map((value) => html`<option value="=${value}">${value} (${counts.get(value)?.length ?? 0})</option>`)}
</select></label>`
}
