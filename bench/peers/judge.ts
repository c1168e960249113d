import { badToken, goodToken } from '../../__tests__/support/healthy.ts'
import type { Ended } from './play.ts'
import type { Situation } from './situations.ts'

/** What became of one situation. `named`: stopped, with words that tell the cause; `stopped`: without. */
export const outcomes = ['passed', 'named', 'stopped', 'running'] as const

export type Outcome = (typeof outcomes)[number]

export interface Judged {
  readonly situation: Situation
  readonly outcome: Outcome
  /** Whether it stands in what was printed, before any masking by a CI system. */
  readonly isTokenPrinted: boolean
}

export function judge(situation: Situation, { exitCode, shown }: Ended): Judged {
  const isTokenPrinted = spellings.some((spelling) => shown.includes(spelling))
  return { situation, outcome: outcomeOf(situation, exitCode, shown), isTokenPrinted }
}

function outcomeOf({ cause }: Situation, exitCode: number | null, shown: string): Outcome {
  if (exitCode === null) return 'running'
  if (exitCode === 0) return 'passed'
  return cause?.test(withoutCode(shown)) ? 'named' : 'stopped'
}

/** As it is, in base64, in base64 with a user's name before it, and in a URL. */
const spellings = [goodToken, badToken].flatMap((token) => [
  token,
  Buffer.from(token).toString('base64').replace(/=+$/, ''),
  encodeURIComponent(token),
])

/** Without the source code in a stack trace of Python or Node: its words tell nobody the cause. */
function withoutCode(text: string): string {
  return text.replace(/^ *File ".*\n(?: {4}.*\n)*/gm, '').replace(/^ +at .*$/gm, '')
}
