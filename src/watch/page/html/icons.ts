import { KINDS, type Kind } from '../sign.ts'
import { html, type Markup, trusted } from './markup.ts'

/** Shapes that differ without colour too, on a grid of 16. */
const SHAPES: Readonly<Record<Kind, string>> = {
  refused: '<circle cx="8" cy="8" r="7"/><path class="cut" d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4"/>',
  misconfigured:
    '<path d="M4.9 1h6.2L15 4.9v6.2L11.1 15H4.9L1 11.1V4.9z"/><path class="cut" d="M8 4.2v4.6M8 11.3v.6"/>',
  unknown:
    '<rect x="1" y="1" width="14" height="14" rx="3"/><path class="cut" d="M5.7 6.1a2.3 2.3 0 1 1 3.5 2c-.8.5-1.2.8-1.2 1.6M8 11.8v.4"/>',
  soon: '<path d="M8 .8l7.6 13.7H.4z"/><path class="cut" d="M8 5.6v4M8 11.9v.4"/>',
  well: '<circle cx="8" cy="8" r="7"/><path class="cut" d="M4.8 8.3l2.2 2.2 4.2-4.6"/>',
}

/** The shapes, once in a page. */
export function defineIcons(): Markup {
  const symbols = KINDS.map((kind) => `<symbol id="icon-${kind}" viewBox="0 0 16 16">${SHAPES[kind]}</symbol>`)
  return trusted(`<svg class="shapes" aria-hidden="true" width="0" height="0">${symbols.join('')}</svg>`)
}

/** The icon of a kind, for the eye alone: a word stands beside it. */
export function icon(kind: Kind): Markup {
  return html`<svg class="icon ${kind}" aria-hidden="true" width="16" height="16"><use href="#icon-${kind}"/></svg>`
}

/** The same where no word stands beside it: those who do not see it are told the word. */
export function spokenIcon(kind: Kind, word: string): Markup {
  return html`<svg class="icon ${kind}" role="img" aria-label="${word}" width="16" height="16"><use href="#icon-${kind}"/></svg>`
}
