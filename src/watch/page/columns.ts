import truncateWidth from 'fast-string-truncated-width'

/** What tells two columns apart. */
const GAP = '  '

/** @returns how many columns of a terminal a text takes: a wide character two, an accent none */
export function widthOf(text: string): number {
  return truncateWidth(text).width
}

/** @returns a text of no more than that width; a mark stands where it is cut, and no character is cut in two */
export function cutToWidth(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  const characters = Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)
  let shown = ''
  for (const character of characters) {
    if (widthOf(shown + character) + 1 > width) break
    shown += character
  }
  return `${shown}…`
}

/** A column of a table. */
export interface Column {
  readonly name: string
  /** What it keeps when others need room; all that it has where this is undefined. */
  readonly minWidth?: number
}

/**
 * Lays a table out in columns, none wider than what stands in it. Where all together are too wide, those give way
 * that may, the ones with the most to spare first.
 * @returns a line for the header and one for each row, no wider than that; no blanks at their ends
 */
export function layOut(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  maxWidth: number,
): readonly (readonly string[])[] {
  const header = columns.map(({ name }) => name)
  const widths = header.map((name, index) => Math.max(widthOf(name), ...rows.map((row) => widthOf(row[index] ?? ''))))
  const room = maxWidth - GAP.length * (header.length - 1)
  while (widths.reduce((sum, width) => sum + width, 0) > room) {
    const spare = widths.map((width, index) => width - (columns[index]?.minWidth ?? width))
    const most = Math.max(...spare)
    if (most <= 0) break
    const index = spare.indexOf(most)
    widths[index] = (widths[index] ?? 0) - 1
  }
  return [header, ...rows].map((row) =>
    row.map((text, index) => {
      const width = widths[index] ?? 0
      const shown = cutToWidth(text, width)
      return index === row.length - 1 ? shown : `${shown}${' '.repeat(width - widthOf(shown))}${GAP}`
    }),
  )
}
