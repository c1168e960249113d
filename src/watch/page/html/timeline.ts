import { DAY_MS } from '../../../base/clock.ts'
import { dayOf } from '../../../base/utc.ts'
import type { WatchedToken } from '../../watched-token.ts'
import { expiryOf } from '../expiry.ts'
import { soonest } from '../order.ts'
import { signOf } from '../sign.ts'
import { spokenIcon } from './icons.ts'
import { html, type Markup, NOTHING, text } from './markup.ts'

/** On a longer time line, what expires soon could not be seen; on a shorter one, all would be far away. */
const MAX_DAYS = 366
const MIN_DAYS = 28

/** The scale has so many marks, as the style's tracks have lines. */
const MARKS = 4

/** The next to expire, a bar for each; the bars are for the eye, what they say stands beside them. */
export function drawTimeline(tokens: readonly WatchedToken[], nowMs: number): Markup {
  const { shown, more } = soonest(tokens, nowMs)
  const furthest = shown.at(-1)
  if (furthest === undefined) return NOTHING
  const days = (expiryOf(furthest, nowMs).at - nowMs) / DAY_MS
  const scaleDays = Math.min(MAX_DAYS, Math.max(MIN_DAYS, Math.ceil(days)))
  const marks = Array.from({ length: MARKS }, (_, index) => dayOf(nowMs + (index * scaleDays * DAY_MS) / MARKS))
  return html`<section id="next" aria-labelledby="next-heading">
<h2 id="next-heading">The next to expire</h2>
<div class="sheet timeline">
<div class="scale" aria-hidden="true"><p>${marks.map((mark) => html`<span>${mark}</span>`)}</p></div>
<ol>
${shown.map((token) => drawBar(token, scaleDays, nowMs))}
</ol>
</div>
${more === 0 ? NOTHING : html`<p class="count">… and ${more} more, none of which expires earlier.</p>`}
</section>`
}

function drawBar(token: WatchedToken, scaleDays: number, nowMs: number): Markup {
  const { kind, word } = signOf(token)
  const { day, left, at } = expiryOf(token, nowMs)
  const percent = Math.min(100, Math.max(1, ((at - nowMs) / DAY_MS / scaleDays) * 100))
  return html`<li><span class="name">${spokenIcon(kind, word)}${text(token.secret)}</span> <svg class="bar ${kind}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${percent.toFixed(1)}" height="1"/></svg> <span class="until"><time datetime="${day}">${day}</time> <small>${left}</small></span></li>`
}
