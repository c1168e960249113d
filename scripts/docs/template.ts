import { nameInputs } from '../../src/catalogue/fill.ts'

/** A template of the catalogue as Markdown: an input is code, and none of its brackets begins a link or a tag. */
export const templateAsMarkdown = (template: string): string =>
  nameInputs(template, codeOf).replaceAll('](', ']\\(').replaceAll('<', '\\<')

/** How an input is called on a page. */
export const codeOf = (input: string): string => `\`${input}\``
