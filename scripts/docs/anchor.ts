/**
 * The anchors that GitHub gives to headings: lower case, no signs, hyphens for spaces; the second of the same name gets `-1`.
 *
 * @param headings all headings of a page, in order, without their `#`
 */
export const anchorsOf = (headings: readonly string[]): string[] => {
  const slugs = headings.map((heading) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
  return slugs.map((slug, index) => {
    const before = slugs.slice(0, index).filter((other) => other === slug).length
    return before === 0 ? slug : `${slug}-${before}`
  })
}
