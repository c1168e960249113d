import { html, type Markup, NOTHING, trusted } from './markup.ts'

/** A row, and what a script sorts and filters it by: attributes by name, without their `data-`. */
export interface Row {
  readonly cells: readonly Markup[]
  readonly data?: Readonly<Record<string, string>>
}

/**
 * A table that becomes a list of cards on a phone. The roles are there for that: without them, some screen readers take
 * what is no longer laid out as a table for none (https://adrianroselli.com/2018/02/tables-css-display-properties.html).
 * @param caption for those who do not see what stands above it
 * @param id where a script looks for it; its columns can be sorted then, and the column with that index is
 */
export function drawTable(
  caption: string,
  header: readonly string[],
  rows: readonly Row[],
  sorting?: { readonly id: string; readonly column: number },
): Markup {
  return html`<table role="table"${sorting === undefined ? NOTHING : html` id="${sorting.id}"`}>
<caption class="unseen">${caption}</caption>
<thead role="rowgroup"><tr role="row">${header.map(
    (name, index) =>
      html`<th role="columnheader" scope="col"${sorting?.column === index ? trusted(' aria-sort="ascending"') : NOTHING}>${name}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => drawRow(row, header))}
</tbody>
</table>`
}

function drawRow({ cells, data = {} }: Row, header: readonly string[]): Markup {
  const attributes = Object.entries(data).map(([name, value]) => html` data-${name}="${value}"`)
  return html`<tr role="row"${attributes}>${cells.map((cell, index) => drawCell(cell, header[index] ?? '', index === 0))}</tr>`
}

function drawCell(cell: Markup, label: string, isFirst: boolean): Markup {
  return isFirst
    ? html`<th role="rowheader" scope="row">${cell}</th>`
    : html`<td role="cell" data-label="${label}">${cell}</td>`
}
