import { findForeignSystem } from '../../inputs/foreign-token.ts'
import type { Text } from './document.ts'
import { type Flaw, flaw } from './flaw.ts'

/** What the runner keeps for itself, tokens of its own among it: https://docs.github.com/actions/reference/variables */
const OF_THE_RUNNER = /^(?:GITHUB|ACTIONS|RUNNER|INPUT|NODE)_/i

const PREFIXES = 'GITHUB_, ACTIONS_, RUNNER_, INPUT_ or NODE_'

const ACCEPTS = `the name of a secret: letters, digits and “_”, with no digit first, and not beginning with ${PREFIXES}`

/** Longest name that is worth a look. */
const MAX_LENGTH = 200

/**
 * Judges the name of an environment variable whose value is to go to a server.
 * Source: https://docs.github.com/actions/reference/security/secrets#naming-your-secrets
 * @param what it is the name of, with “a”
 * @returns undefined where the name may stand there
 */
export function flawOfName(name: string, at: Text['at'], what = 'a secret'): Flaw | undefined {
  if (!/^[a-z_]\w*$/i.test(name) || name.length > MAX_LENGTH) {
    return flaw(at, `has a name of ${what} that none can have`, ACCEPTS)
  }
  if (OF_THE_RUNNER.test(name)) {
    const problem = `has a name of ${what} that begins with ${PREFIXES}: those are the runner’s own, and go to no server`
    return flaw(at, problem, ACCEPTS)
  }
  const system = findForeignSystem(name)
  return system === undefined
    ? undefined
    : flaw(at, `has what looks like a token of ${system} where a name belongs`, ACCEPTS)
}

/** Whether a variable of the environment may be named in words: it looks like a secret of the step, and is none. */
export function isNameable(name: string): boolean {
  return /^[a-z_]\w{0,99}$/i.test(name) && !OF_THE_RUNNER.test(name) && findForeignSystem(name) === undefined
}
