import { type Finding, isFinding } from '../../catalogue/finding.ts'
import { reasonTable } from '../../catalogue/reasons.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import { verdictWithoutEvidence } from '../../verdict/judge.ts'
import type { Http } from '../../wire/http.ts'
import type { Entry } from '../entry.ts'
import type { WatchedToken } from '../watched-token.ts'
import { type AskEntryOptions, askEntry, type Sound } from './ask-entry.ts'
import { createConnections, wayOf } from './connections.ts'
import { describeToken } from './describe-token.ts'
import { findingOnBug, type ReadEntry, readEntry } from './read-entry.ts'
import { schedule } from './schedule.ts'
import { type UnaskedOptions, unaskedInTime, unaskedLike } from './unasked.ts'

/** What a sweep takes from the world, and from its own inputs. */
export interface SweepOptions extends AskEntryOptions, Omit<UnaskedOptions, 'redactor'> {
  /** Tokens at a time. */
  readonly parallel: number
  /** Makes ready to ask a server. */
  readonly open: (inputs: Inputs) => Http
  /** Told whenever something has come of one more. */
  readonly onProgress: (doneCount: number) => void
}

/**
 * Asks about every entry: side by side, within the deadline, and of a server that is down no more than it takes to know
 * that. Nothing is written anywhere.
 * @returns a token for each entry, in their order, whatever came of it
 */
export async function sweep(entries: readonly Entry[], options: SweepOptions): Promise<readonly WatchedToken[]> {
  const { clock, secrecy, parallel, deadlineMs, open, onProgress } = options
  const { redactor } = secrecy
  const read = entries.map(readEntry)
  const sound = read.flatMap(({ entry, product, inputs }): readonly Sound[] =>
    isFinding(inputs) ? [] : [{ entry, product, inputs }],
  )
  const unsoundCount = entries.length - sound.length
  const connections = createConnections(open)
  const answers = await schedule(sound, {
    clock,
    parallel,
    deadlineMs,
    placeOf: ({ inputs }) => ({ host: new URL(inputs.baseUrl).host, server: wayOf(inputs) }),
    async ask(one, onAnswer) {
      try {
        return await askEntry(one, connections.to(one.inputs), onAnswer, options)
      } catch (error) {
        return { token: describeUnread(one, findingOnBug(error), one.inputs.baseUrl), failure: undefined }
      }
    },
    failureOf: ({ failure }) => failure && reasonTable[failure.reason].category,
    onDone: (count) => onProgress(unsoundCount + count),
  })
  const unasked = { ...options, redactor }
  const ofSound = new Map(
    sound.map((one, index) => {
      const answer = answers[index]
      if (answer?.kind === 'answered') return [one.entry, answer.answer.token] as const
      const failure = answer?.kind === 'unasked' ? answer.like.failure : undefined
      return [
        one.entry,
        failure === undefined ? unaskedInTime(one, unasked) : unaskedLike(one, failure, unasked),
      ] as const
    }),
  )
  return read.map(({ entry, product, inputs, baseUrl }) => {
    const known = ofSound.get(entry)
    if (known !== undefined) return known
    if (!isFinding(inputs)) throw new Error('an entry is missing')
    return describeUnread({ entry, product }, inputs, baseUrl)
  })

  function describeUnread(
    { entry, product }: Pick<ReadEntry, 'entry' | 'product'>,
    found: Finding,
    baseUrl: string | null,
  ): WatchedToken {
    const described = { asked: false, unaskedBecause: null, tokenName: '', requests: 0, durationMs: 0 } as const
    return describeToken(entry, verdictWithoutEvidence(found, product, baseUrl), redactor, {
      ...described,
      nowMs: clock.now(),
    })
  }
}
