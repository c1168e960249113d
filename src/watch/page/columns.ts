import truncateWidth from 'fast-string-truncated-width'

/** What tells two columns apart. */
const GAP = '  '

/** A column that gives way to others keeps so much. */
const MIN_WIDTH = 8

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

/**
 * Lays a table out in columns, none wider than what stands in it. Where all together are too wide, the widest give way.
 * @returns a line for the header and one for each row, no wider than that; no blanks at their ends
 */
export function layOut(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  maxWidth: number,
): readonly (readonly string[])[] {
  const widths = header.map((name, index) => Math.max(widthOf(name), ...rows.map((row) => widthOf(row[index] ?? ''))))
  const room = maxWidth - GAP.length * (header.length - 1)
  while (widths.reduce((sum, width) => sum + width, 0) > room) {
    const widest = Math.max(...widths)
    if (widest <= MIN_WIDTH) break
    widths[widths.indexOf(widest)] = widest - 1
  }
  return [header, ...rows].map((row) =>
    row.map((text, index) => {
      const width = widths[index] ?? 0
      const shown = cutToWidth(text, width)
      return index === row.length - 1 ? shown : `${shown}${' '.repeat(width - widthOf(shown))}${GAP}`
    }),
  )
}
