import { takePart } from '../base/part.ts'
import { alwaysLoaded } from '../catalogue/always-loaded.ts'
import type { Entry } from '../catalogue/entry.ts'
import type { Reason } from '../catalogue/reasons.ts'

/** What no check needs that passes. */
export type Failures = typeof import('./failures.ts')

let loaded: Failures | undefined
let loading: Promise<Failures> | undefined

/** That part of the program, which is loaded once, where something fails. */
export const failures = {
  /** What is there already, so that nothing happens between a failure and what it means. */
  get loaded(): Failures | undefined {
    return loaded
  },
  /** What is under way, if anything is. Nothing may be sent then: the failure may mean that nothing is to be sent any more. */
  get loading(): Promise<unknown> | undefined {
    return loaded === undefined ? loading : undefined
  },
  /** Rejects where that part of the program is missing, or is not the one that belongs to this. */
  load(): Promise<Failures> {
    loading ??= takePart('failures.js', import(/* webpackIgnore: true */ './failures.ts')).then((part) => {
      loaded = part
      return part
    })
    return loading
  },
}

/** The words of a reason, loaded where they are not there already. */
export async function loadWords(reason: Reason): Promise<Entry> {
  return reason === 'authenticated' ? alwaysLoaded.authenticated : (await failures.load()).catalogue[reason]
}
