import { type Finding, finding } from '../catalogue/finding.ts'
import type { StoreTrouble } from './store.ts'
import type { Task } from './task.ts'

/** A place that cannot be looked at or written, as a finding. */
export function describeTrouble(trouble: StoreTrouble, { store }: Pick<Task, 'store'>): Finding {
  const { at, why, detail, permission, newPlace } = trouble
  const [own] = store.places
  const place = store.places[at] ?? own
  switch (why) {
    case 'own-missing':
      return finding('secret-shadowed', {
        problem: `There is no secret ${own}, though this run got a token: it comes from somewhere else`,
        ownPlace: own,
      })
    case 'refused': {
      const problem = `GitHub ${detail} to a request about ${place}`
      return finding('secret-not-writable', { problem, place, permission, newPlace })
    }
    case 'unanswered':
      return finding('secret-write-in-doubt', {
        problem: `Whether ${place} can be written, or was, is not known: ${speakerOf(store)} ${detail}`,
        places: store.places,
      })
  }
}

/** Who answers for the store. */
export function speakerOf({ kind }: Pick<Task['store'], 'kind'>): string {
  return kind === 'places' ? 'GitHub' : 'the command'
}
