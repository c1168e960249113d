import type { Clock } from '../../base/clock.ts'
import type { NameOfInput } from '../../catalogue/fill.ts'
import { type Finding, finding } from '../../catalogue/finding.ts'
import { concludeUnasked } from '../../check/ask-server.ts'
import type { Redactor } from '../../report/redact.ts'
import type { WatchedToken } from '../watched-token.ts'
import type { Sound } from './ask-entry.ts'
import { describeToken } from './describe-token.ts'

/** What the words of a token that was not asked about need. */
export interface UnaskedOptions {
  readonly clock: Clock
  readonly redactor: Redactor
  /** Of the whole sweep, in seconds. */
  readonly timeoutSeconds: number
  /** How whoever reads the words calls an input of the sweep itself. */
  readonly nameOf: NameOfInput
}

/** Of a token whose server has just failed others: what it failed with is said of this one, too. */
export function unaskedLike(sound: Sound, failure: Finding, options: UnaskedOptions): WatchedToken {
  return describe(sound, failure, 'server', options)
}

/** Of a token for which no time was left. */
export function unaskedInTime(sound: Sound, options: UnaskedOptions): WatchedToken {
  const { timeoutSeconds, nameOf } = options
  const seconds = String(timeoutSeconds)
  const token = describe(sound, finding('timeout', { seconds, phase: undefined, proxy: undefined }), 'time', options)
  const steps = [
    'See which servers of the list did not answer: they take most of the time.',
    `Where all do, give the whole more time (${nameOf('timeout-seconds')}).`,
    `Or share the list among several jobs (${nameOf('only')}), and put together what they find (${nameOf('merge')}).`,
  ]
  return {
    ...token,
    title: 'Time was up before this token was asked about',
    message: `Nothing is known about this token: the time for the whole list (${seconds} s) was up before it was its turn.`,
    steps,
    remedy: steps.join(' '),
  }
}

function describe(
  { entry, product, inputs }: Sound,
  failure: Finding,
  unaskedBecause: 'server' | 'time',
  { clock, redactor }: UnaskedOptions,
): WatchedToken {
  const nowMs = clock.now()
  return describeToken(entry, concludeUnasked(inputs, product, failure, nowMs), redactor, {
    asked: false,
    unaskedBecause,
    tokenName: inputs.tokenName,
    requests: 0,
    durationMs: 0,
    nowMs,
  })
}
