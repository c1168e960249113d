/** How tables and their filters look. On a phone each row is a card, and the header becomes a row of buttons. */
export const TABLE_STYLE = `
table { width: 100%; border-collapse: collapse; font-size: .925rem; line-height: 1.4 }
th, td { padding: .55rem .75rem .55rem 0; border-top: 1px solid var(--line); text-align: start; vertical-align: top }
th:last-child, td:last-child { padding-inline-end: 0 }
thead th { border-top: 0; color: var(--soft); font-size: .85rem; font-weight: 600; vertical-align: bottom }
tbody th { min-width: 13.5rem; font-weight: 600 }
td[data-label=Server] { min-width: 9.5rem }
tbody th small { display: block }
td time, td time + small, .state { white-space: nowrap }
.state { display: inline-flex; gap: .4rem; align-items: baseline; color: var(--kind); font-weight: 600 }
.state .icon { position: relative; inset-block-start: .15rem }
th button { margin: -.3rem -.4rem; padding: .3rem .4rem; border: 0; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer }
th button:hover { color: var(--ink); text-decoration: underline }
th button::after { content: "\\2195"; content: "\\2195" / ""; margin-inline-start: .3em; opacity: .55 }
th[aria-sort] button { color: var(--ink) }
th[aria-sort="ascending"] button::after { content: "\\2191"; content: "\\2191" / ""; opacity: 1 }
th[aria-sort="descending"] button::after { content: "\\2193"; content: "\\2193" / ""; opacity: 1 }
.filters { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end }
.filters label { display: grid; gap: .2rem; color: var(--soft); font-size: .875rem }
select, .filters button {
  min-height: 2.5rem; max-width: 18rem; padding: .35rem .6rem; border: 1px solid var(--soft); border-radius: .4rem;
  background: var(--sheet); color: var(--ink); font: inherit; font-size: .95rem;
}
.filters button { cursor: pointer }
.count + .sheet { margin-top: .6rem }
@media screen and (max-width: 56rem) {
  table, tbody { display: block }
  thead { display: none }
  #tokens thead:has(button) { display: block }
  #tokens thead tr { display: flex; flex-wrap: wrap; gap: .4rem; padding-bottom: .75rem; border: 0 }
  #tokens thead th { padding: 0 }
  #tokens thead button { margin: 0; padding: .35rem .6rem; border: 1px solid var(--line); border-radius: .4rem }
  tbody tr { display: block; padding: .75rem 0; border-top: 1px solid var(--line) }
  tbody th, tbody td[data-label] { display: block; min-width: 0; padding: .1rem 0; border: 0 }
  tbody td[data-label] { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 .75rem }
  tbody td::before { content: attr(data-label); content: attr(data-label) / ""; color: var(--soft) }
  tbody td > * { grid-column: 2 }
  tbody td[data-label]:empty { display: none }
  .filters label, select, .filters button { width: 100%; max-width: none }
}
`
