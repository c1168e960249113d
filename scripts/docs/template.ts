import { nameInputs } from '../../src/catalogue/fill.ts'
import { words } from '../../src/products/jira/words.ts'

/** How an input is called on a page. */
const codeOf = (input: string): string => `\`${input === 'url' ? words.urlInput : input}\``

/** A template of the catalogue as Markdown: an input is code, and none of its brackets begins a link or a tag. */
export const templateAsMarkdown = (template: string): string =>
  nameInputs(ofJira(template), codeOf).replaceAll('](', ']\\(').replaceAll('<', '\\<')

const WORDS = new Map(Object.entries(words))

/** With the words of Jira in it; a part that names what Jira has not stays as it is, since it is said of others. */
function ofJira(template: string): string {
  return template.replace(/\[[^\]]*\]|[^[]+/g, (part) => {
    const names = Array.from(part.matchAll(/\{(\w+)\}/g), ([, name = '']) => name)
    if (names.some((name) => WORDS.has(name) && WORDS.get(name) === undefined)) return part
    return part.replace(/\{(\w+)\}/g, (placeholder, name: string) => WORDS.get(name) ?? placeholder)
  })
}
