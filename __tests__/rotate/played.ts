import type { Finding } from '../../src/catalogue/finding.ts'
import type { Made } from '../../src/rotate/jira-side.ts'
import type { Stamp } from '../../src/rotate/sighting.ts'
import type { StoreTrouble, Writing } from '../../src/rotate/store.ts'
import type { Identity } from '../../src/verdict/identity.ts'
import type { ListedToken } from '../../src/verdict/listed-token.ts'
import { dayMs, listed, nowMs } from './seen.ts'
import { type GivenRun, type GivenTask, identity, taskOf } from './task.ts'

/** What goes otherwise than well in a run; called before it does, with the run. */
export interface Played extends GivenTask {
  /** The account's tokens; those that the run makes and revokes come and go. */
  readonly tokens: readonly ListedToken[]
  /** When each place was written, in days from now. */
  readonly stampDays: readonly number[]
  readonly places?: readonly [string, ...string[]]
  readonly identify?: (value: string, run: GivenRun) => Identity | Finding
  readonly list?: (tokens: readonly ListedToken[], run: GivenRun) => readonly ListedToken[] | Finding
  readonly make?: (name: string) => Made | undefined
  readonly revoke?: (id: number) => Finding | undefined
  readonly rehearse?: (run: GivenRun) => StoreTrouble | undefined
  readonly prepare?: (at: number, run: GivenRun) => StoreTrouble | undefined
  readonly write?: (at: number, run: GivenRun) => Writing | undefined
  readonly see?: (run: GivenRun) => StoreTrouble | undefined
}

export interface Playing {
  readonly run: GivenRun
  /** All that changes something, and every question, in its order. */
  readonly calls: string[]
  /** A runner that wants the run to end. */
  readonly signals: { areHeld: boolean; areReceived: boolean }
}

/** A run against an account and places in which all goes well but for what the test says. */
export function play(played: Played): Playing {
  const { identify, list, make, revoke, rehearse, prepare, write, see, ...given } = played
  const calls: string[] = []
  const signals = { areHeld: false, areReceived: false }
  let tokens = played.tokens
  const stamps: Stamp[] = played.stampDays.map((days) => nowMs + days * dayMs)
  const run: GivenRun = taskOf({
    ...given,
    evidence: { identity: null, tokens: [] },
    signals: {
      hold: () => {
        signals.areHeld = true
      },
      get areReceived() {
        return signals.areReceived
      },
    },
    jira: {
      identify: async (value) => {
        calls.push(`identify ${value}`)
        return identify?.(value, run) ?? identity
      },
      list: async () => {
        calls.push('list')
        return list?.(tokens, run) ?? tokens
      },
      make: async (_, name) => {
        calls.push('make')
        const other = make?.(name)
        if (other !== undefined) return other
        tokens = [...tokens, listed(name, { made: 0, ends: 90, id: 77 })]
        return { creation: { kind: 'made', value: 'the-new-one', id: 77 }, found: undefined }
      },
      revoke: async (_, id, bound) => {
        calls.push(`revoke ${id} within ${bound.leftMs() / 1000} s`)
        const failed = revoke?.(id)
        if (failed === undefined) tokens = tokens.filter((token) => token.id !== id)
        return failed
      },
      ...given.jira,
    },
    store: {
      ...(played.places && { places: played.places }),
      see: async () => {
        calls.push('see')
        return see?.(run) ?? { kind: 'sight', seen: { kind: 'places', stamps }, offsetMs: 0 }
      },
      rehearse: async () => {
        calls.push('rehearse')
        return rehearse?.(run)
      },
      prepare: async (at) => {
        calls.push(`prepare ${at}`)
        return prepare?.(at, run)
      },
      write: async (at, value, bound) => {
        calls.push(`write ${at} ${value} within ${bound.leftMs() / 1000} s`)
        return write?.(at, run) ?? { kind: 'written' }
      },
      stampOf: async (at) => {
        calls.push(`stamp ${at}`)
        return nowMs
      },
      ...given.store,
    },
  })
  return { run, calls, signals }
}
