import { fill } from '../catalogue/fill.ts'
import type { Row } from './row.ts'

/** @returns the environment variable by which an input is given outside GitHub */
export function variableOf(input: string): string {
  return `JIRA_CHECK_${input.toUpperCase().replaceAll('-', '_')}`
}

/** @returns the default as it would be given; undefined where there is none */
export function defaultText({ default: byDefault }: Row): string | undefined {
  if (byDefault === undefined) return undefined
  return typeof byDefault === 'object' ? byDefault.join(', ') : String(byDefault)
}

/** @returns words about an input, with what its row says for `{default}`, `{variable}`, `{min}` and `{max}` */
export function fillFrom(row: Row, words: string): string {
  const bounds = row.kind === 'whole-number' ? { min: String(row.min), max: String(row.max) } : {}
  return fill(words, { default: defaultText(row), variable: row.variable, ...bounds })
}
