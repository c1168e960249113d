/**
 * Breaks a text into lines at its blanks, for a terminal. What is longer than a line, such as a URL, stays whole.
 * @param columns of the terminal; undefined where nobody looks at one, and the text stays one line
 * @param indent of each line but the first
 * @param widthOf how many columns a text takes
 */
export function wrap(
  text: string,
  columns: number | undefined,
  indent = '',
  widthOf: (text: string) => number = ({ length }) => length,
): string {
  if (columns === undefined) return text
  const lines: string[] = []
  let line: string | undefined
  for (const word of text.split(' ')) {
    if (line === undefined) line = word
    else if (widthOf(line) + 1 + widthOf(word) <= columns) line += ` ${word}`
    else {
      lines.push(line)
      line = indent + word
    }
  }
  return [...lines, line].join('\n')
}
