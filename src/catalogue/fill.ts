/** Facts in words, by name. */
export type Words = Readonly<Record<string, string | undefined>>

/**
 * Fills a template of the catalogue: `{name}` becomes that fact, and a part in square brackets is dropped when a
 * fact in it is not known. A fact that is missing outside brackets reads as “(unknown)”. The facts go in as they are,
 * so they have to be sanitized already.
 */
export function fill(template: string, facts: Words): string {
  const known = new Map(Object.entries(facts))
  const insert = (part: string): string =>
    part.replace(/\{(\w+)\}/g, (_, name: string) => known.get(name) || '(unknown)')
  const isKnown = (part: string): boolean =>
    Array.from(part.matchAll(/\{(\w+)\}/g)).every(([, name = '']) => Boolean(known.get(name)))
  // One pass over the template, so that brackets and braces inside a fact mean nothing.
  return template.replace(/\[([^\]]*)\]|[^[]+/g, (part, optional: string | undefined) => {
    if (optional === undefined) return insert(part)
    return isKnown(optional) ? insert(optional) : ''
  })
}
