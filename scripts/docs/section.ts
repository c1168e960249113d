/**
 * Fills the generated sections of a page. A section stands between the comments `<!-- NAME: written by npm run … -->`
 * and `<!-- /NAME -->`, which stay.
 *
 * @param sections Markdown by the name of its section
 * @throws where the page lacks a section, or has one that is not given
 */
export const fillSections = (page: string, sections: Readonly<Record<string, string>>): string => {
  const missing = new Set(Object.keys(sections))
  const filled = page.replace(
    /(<!-- ([\w -]+): written by npm run [\w:]+ -->\n).*?(<!-- \/\2 -->)/gs,
    (_, start: string, name: string, end: string) => {
      const content = sections[name]
      if (content === undefined) throw new Error(`nothing is generated for the section ${name}`)
      missing.delete(name)
      return `${start}\n${content}\n\n${end}`
    },
  )
  if (missing.size > 0) throw new Error(`the page has no section ${[...missing].join(', ')}`)
  return filled
}
