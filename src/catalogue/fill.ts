/** Facts in words, by name. */
export type Words = Readonly<Record<string, string | undefined>>

/**
 * How a reader of the text calls an input: `jira-url` in a workflow, `--jira-url` on a command line.
 * @param tokenVariable the environment variable that stands in for the token
 */
export type NameOfInput = (input: string, tokenVariable?: string) => string

const INPUT = /<([a-z]+(?:-[a-z]+)*)>/g

/** Calls every input in a text of ours by its name: `<jira-url>`. */
export function nameInputs(text: string, nameOf: NameOfInput): string {
  return text.replace(INPUT, (_, input: string) => nameOf(input))
}

/**
 * Fills a template of the catalogue: `{name}` becomes that fact, `<name>` is an input, and a part in square brackets is
 * dropped when a fact in it is not known. A fact that is missing outside brackets reads as “(unknown)”. The facts go in
 * as they are, so they have to be sanitized already.
 */
export function fill(template: string, facts: Words, nameOf: NameOfInput = (input) => input): string {
  const known = new Map(Object.entries(facts))
  const insert = (part: string): string =>
    nameInputs(part, nameOf).replace(/\{(\w+)\}/g, (_, name: string) => known.get(name) || '(unknown)')
  const isKnown = (part: string): boolean =>
    Array.from(part.matchAll(/\{(\w+)\}/g)).every(([, name = '']) => Boolean(known.get(name)))
  // One pass over the template, so that brackets and braces inside a fact mean nothing.
  return template.replace(/\[([^\]]*)\]|[^[]+/g, (part, optional: string | undefined) => {
    if (optional === undefined) return insert(part)
    return isKnown(optional) ? insert(optional) : ''
  })
}
