import { TABLE_STYLE } from './table-style.ts'

/** Dark on a screen only: paper is light, whatever its reader prefers. */
const COLOURS = `
:root {
  color-scheme: light;
  --page: #f5f6f8; --sheet: #fff; --ink: #1b2027; --soft: #555f6b; --line: #d9dee5; --track: #eceff3; --link: #0b57c4;
  --refused: #b42318; --misconfigured: #a03a00; --unknown: #5b3cc4; --soon: #8a5300; --well: #1a6f37;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --page: #0f1216; --sheet: #181c22; --ink: #e7ebf0; --soft: #9fa9b5; --line: #333b45; --track: #262d36; --link: #82b4ff;
    --refused: #ff8a80; --misconfigured: #ffa46b; --unknown: #bba6ff; --soon: #e8b64a; --well: #5fd08a;
  }
}
.refused { --kind: var(--refused) }
.misconfigured { --kind: var(--misconfigured) }
.unknown { --kind: var(--unknown) }
.soon { --kind: var(--soon) }
.well { --kind: var(--well) }
`

const LAYOUT = `
*, ::before, ::after { box-sizing: border-box }
[hidden] { display: none !important }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem }
body {
  margin: 0 auto; max-width: 84rem; padding: clamp(1rem, 4vw, 3rem) clamp(.75rem, 4vw, 2.5rem);
  background: var(--page); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
h1, h2, h3, p, ol, ul, dl { margin: 0 }
h1 { font-size: clamp(1.7rem, 1.1rem + 3vw, 2.75rem); line-height: 1.12; letter-spacing: -.025em; text-wrap: balance }
h2 { margin: 3rem 0 1rem; font-size: 1.35rem; line-height: 1.25; letter-spacing: -.01em }
h3 { font-size: 1.05rem; line-height: 1.35 }
small { color: var(--soft); font-size: .875em; font-weight: 400 }
time, .count, .tally b { font-variant-numeric: tabular-nums }
code { font: .925em ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace }
a { color: var(--link); text-underline-offset: .15em }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.shapes { position: absolute }
.icon { flex: none; vertical-align: -.15em; fill: var(--kind); color: var(--sheet) }
.cut { fill: none; stroke: var(--sheet); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round }
.eyebrow { margin-bottom: .4rem; color: var(--soft); font-weight: 600 }
.checked { margin-top: .5rem; color: var(--soft) }
header > p { margin-top: .6rem }
.alert { display: flex; gap: .6rem; align-items: baseline; font-weight: 600 }
.tally { display: flex; flex-wrap: wrap; gap: .35rem 1.4rem; margin-top: 1.25rem; padding: 0; list-style: none }
.tally li { display: flex; gap: .4rem; align-items: center }
.strip { display: block; width: 100%; height: .5rem; margin: .75rem 0 1rem; border-radius: .25rem }
.strip rect { fill: var(--kind) }
nav ul { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; margin-top: .75rem; padding: 0; list-style: none }
nav a { display: inline-block; padding: .35rem 0 }
.sheet, .care { border: 1px solid var(--line); border-radius: .6rem; background: var(--sheet) }
.sheet { padding: 1rem clamp(.75rem, 2vw, 1.25rem) }
.care { position: relative; margin-top: 1rem; padding: 1.1rem clamp(.9rem, 2.5vw, 1.5rem) 1.1rem clamp(1.15rem, 3vw, 1.75rem); overflow: hidden }
.care::before { content: ""; position: absolute; inset: 0 auto 0 0; border-inline-start: .35rem solid var(--kind) }
.care h3 { display: flex; gap: .6rem; align-items: baseline; color: var(--kind) }
.care h3 .icon { position: relative; inset-block-start: .1rem }
.care > * + * { margin-top: .6rem }
.where { color: var(--soft) }
.where b { color: var(--ink) }
.facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem }
.facts dt { color: var(--soft); font-size: .875rem }
.facts dd { margin: 0 }
.steps { padding-inline-start: 1.4rem; max-width: 62rem }
.steps li + li { margin-top: .2rem }
.steps ::marker { color: var(--soft); font-weight: 600 }
.care > p { max-width: 62rem }
.more { font-size: .925rem }
.count { margin-top: .75rem; color: var(--soft) }
.timeline { position: relative }
.timeline ol { margin: 0; padding: 0; list-style: none }
.timeline li, .scale { display: grid; grid-template-columns: minmax(8rem, 17rem) minmax(6rem, 1fr) minmax(8.5rem, 13rem); gap: 0 1rem; align-items: center }
.timeline li { padding: .3rem 0 }
.timeline .name { display: flex; gap: .5rem; align-items: baseline }
.scale p { grid-column: 2; display: grid; grid-template-columns: repeat(4, 1fr); color: var(--soft); font-size: .8rem; font-variant-numeric: tabular-nums }
.scale span { padding-inline-start: .3rem; border-inline-start: 1px solid var(--line); white-space: nowrap; overflow: hidden }
.bar { display: block; width: 100%; height: .6rem; border-radius: .3rem; background: var(--track) }
.bar rect { fill: var(--kind) }
.until small { white-space: nowrap }
#tidy h3 { margin-top: 1.25rem }
#tidy h3:first-child { margin-top: 0 }
#tidy ul { margin-top: .3rem; padding-inline-start: 1.2rem }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
@media screen and (max-width: 56rem) {
  h2 { margin-top: 2.25rem }
  .scale { display: none }
  .facts { display: grid; gap: .15rem }
  .facts div { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 .75rem; align-items: baseline }
}
@media screen and (max-width: 40rem) {
  .timeline li { grid-template-columns: 1fr; gap: .25rem; padding: .6rem 0 }
  .timeline li + li { border-top: 1px solid var(--line) }
}
`

const PRINT = `
@media print {
  body { max-width: none; padding: 0; background: none; font-size: 10pt }
  nav, .filters, .scale { display: none !important }
  h2 { margin-top: 1.5rem }
  table { font-size: 8pt }
  tbody th, tbody td { min-width: 0 !important; padding: .3rem .5rem .3rem 0 }
  th button::after { content: none !important }
  .state { white-space: normal }
  .care, .timeline li, tr { break-inside: avoid }
  h2, h3 { break-after: avoid }
  .icon, .bar, .strip, .care::before { -webkit-print-color-adjust: exact; print-color-adjust: exact }
}
@media (forced-colors: active) {
  .icon, .bar, .strip { forced-color-adjust: none }
}
`

/** How the page looks: light and dark, on a phone and on paper. */
export const STYLE = COLOURS + LAYOUT + TABLE_STYLE + PRINT
