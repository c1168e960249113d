/** A Markdown table whose columns stand below each other: words to the left, figures to the right. */
export function table(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = heads.map((_, column) => Math.max(3, ...[heads, ...lines].map((line) => line[column]?.length ?? 0)))
  const isFigure = heads.map((_, column) => lines.every((line) => /^(?:\d|$)/.test(line[column] ?? '')))
  const format = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => pad(cells[column] ?? '', width, isFigure[column] ?? false)).join(' | ')} |`
  const rule = widths.map((width, column) => (isFigure[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))
  return [format(heads), format(rule), ...lines.map(format)].join('\n')
}

function pad(text: string, width: number, toTheRight: boolean): string {
  return toTheRight ? text.padStart(width) : text.padEnd(width)
}
