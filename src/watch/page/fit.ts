/**
 * Takes blocks as long as there is room.
 * @returns the first blocks that fit into so many bytes, a line break after each, and how many are left
 */
export function takeWhatFits(
  blocks: readonly string[],
  maxBytes: number,
): { readonly shown: readonly string[]; readonly left: number } {
  let bytes = 0
  const count = blocks.findIndex((block) => {
    bytes += Buffer.byteLength(block) + 2
    return bytes > maxBytes
  })
  const shown = count < 0 ? blocks : blocks.slice(0, count)
  return { shown, left: blocks.length - shown.length }
}

/** @returns Markdown blocks that are seen after a click */
export function foldAway(words: string, blocks: readonly string[]): readonly string[] {
  return [`<details><summary>${words}</summary>`, ...blocks, '</details>']
}
