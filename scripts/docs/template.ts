/** A template of the catalogue as Markdown: none of its brackets begins a link or a tag. */
export const templateAsMarkdown = (template: string): string => template.replaceAll('](', ']\\(').replaceAll('<', '\\<')
