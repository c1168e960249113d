/** A template of the catalogue as Markdown: its square brackets are text, not the beginning of a link. */
export const templateAsMarkdown = (template: string): string => template.replace(/[[\]<]/g, '\\$&')
