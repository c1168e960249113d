import { LISTED_INPUTS } from '../../src/watch/list/keys.ts'

/** The inputs of the check that a token in a list takes, as a phrase. */
export const describeListKeys = (): string => {
  const names = [...LISTED_INPUTS.keys()].map((name) => `\`${name}\``)
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`
}
