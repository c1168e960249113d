import { type Clock, sleep } from '../base/clock.ts'
import { describePlace, type Place, rehearsalOf } from '../github/place.ts'
import type { SecretOutcome } from '../github/secret-outcome.ts'
import { type Access, NO_ACCESS, type PublicKey, type Secrets } from '../github/secrets.ts'
import type { Bound } from './bound.ts'
import type { Stamp } from './sighting.ts'
import { isTrouble, type Store, type StoreSight, type StoreTrouble, type Writing } from './store.ts'
import { isMissing, toTrouble } from './store-trouble.ts'

/** What the store on GitHub is made of. */
export interface GitHubStoreOptions {
  readonly secrets: Secrets
  readonly places: readonly [Place, ...Place[]]
  /** Of the token of this run: tells rehearsals apart. */
  readonly fingerprint: string
  readonly clock: Clock
  /** Finds out what a repository that has moved is called now; undefined where that cannot be told. */
  readonly newNameOf: (movedTo: string, timeoutMs: number) => Promise<string | undefined>
}

/** No request takes longer. */
const REQUEST_MS = 10_000

/** Whatever changes something is asked for so often, where the answer says nothing: it is the same value each time. */
const ATTEMPTS = 4
const PAUSE_MS = 1_000

/** Secrets of Actions, each in a repository, an environment or an organisation. */
export function createGitHubStore(options: GitHubStoreOptions): Store {
  const { secrets, places, fingerprint, clock, newNameOf } = options
  const keys = new Map<number, PublicKey>()
  /** Where there is a secret: whoever sees it is not to lose it because of an answer that says there is none. */
  const present = new Set<number>()
  const prepared = new Map<number, { readonly key: PublicKey; readonly access: Access }>()
  const requestMs = (bound: Bound): number => Math.min(REQUEST_MS, bound.leftMs())
  const troubleAt = (at: number, outcome: Exclude<SecretOutcome<unknown>, { kind: 'done' }>): StoreTrouble =>
    toTrouble(at, placeAt(at), outcome)

  function placeAt(at: number): Place {
    return places[at] ?? places[0]
  }

  async function see(bound: Bound): Promise<StoreSight | StoreTrouble> {
    const stamps: Stamp[] = []
    let offsetMs: number | undefined
    for (const [at, place] of places.entries()) {
      const facts = await secrets.getFacts(place, requestMs(bound))
      const serverMs = facts.kind === 'not-sent' ? undefined : facts.serverMs
      if (serverMs !== undefined) offsetMs = serverMs - clock.now()
      if (facts.kind === 'done') {
        present.add(at)
        stamps.push(facts.value.updatedMs)
        continue
      }
      if (!isMissing(facts)) {
        const trouble = troubleAt(at, facts)
        const movedTo = facts.kind === 'refused' ? facts.movedTo : undefined
        const newPlace = movedTo === undefined ? undefined : await newNameOf(movedTo, requestMs(bound))
        return newPlace === undefined ? trouble : { ...trouble, newPlace }
      }
      // Without the right to see it, it looks as if it were not there.
      const key = await secrets.getPublicKey(place, requestMs(bound))
      if (key.kind !== 'done') return troubleAt(at, key)
      if (at === 0) return { ...troubleAt(at, facts), why: 'own-missing' }
      stamps.push('missing')
    }
    return { kind: 'sight', seen: { kind: 'places', stamps }, offsetMs }
  }

  async function prepare(at: number, bound: Bound): Promise<StoreTrouble | undefined> {
    const place = placeAt(at)
    let key = keys.get(at)
    if (key === undefined) {
      const read = await secrets.getPublicKey(place, requestMs(bound))
      if (read.kind !== 'done') return troubleAt(at, read)
      key = read.value
      keys.set(at, key)
    }
    let access = NO_ACCESS
    if (place.kind === 'organization') {
      // Read right before it is sent back, or access is lost or widened.
      const facts = await secrets.getFacts(place, requestMs(bound))
      if (facts.kind === 'done') access = facts.value.access
      else if (!isMissing(facts) || present.has(at)) return troubleAt(at, facts)
    }
    prepared.set(at, { key, access })
    return undefined
  }

  /** Makes a request that may be made again, until what comes of it says something. */
  async function insist(
    at: number,
    bound: Bound,
    request: (timeoutMs: number) => Promise<SecretOutcome<object>>,
  ): Promise<Writing> {
    let doubt: StoreTrouble | undefined
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await request(requestMs(bound))
      if (outcome.kind === 'done') return { kind: 'written' }
      const trouble = troubleAt(at, outcome)
      // After one that may have been carried out, a refusal is none of the whole.
      if (trouble.why === 'refused') return doubt ?? trouble
      if (outcome.kind === 'in-doubt') doubt = trouble
      const waitMs = Math.max(outcome.kind === 'limited' ? outcome.waitMs : 0, PAUSE_MS * 2 ** (attempt - 1))
      if (attempt >= ATTEMPTS || waitMs >= bound.leftMs()) return doubt ?? trouble
      await sleep(clock, waitMs)
      if (bound.leftMs() <= 0) return doubt ?? trouble
    }
  }

  /** A secret beside the place that nobody reads; one that is there was left by a run that was killed. */
  async function rehearseAt(at: number, bound: Bound): Promise<StoreTrouble | undefined> {
    const canary = rehearsalOf(placeAt(at), fingerprint)
    const key = await secrets.getPublicKey(canary, requestMs(bound))
    if (key.kind !== 'done') return troubleAt(at, key)
    const value = { text: 'rehearsal', key: key.value, access: NO_ACCESS }
    const put = await insist(at, bound, (timeoutMs) => secrets.put(canary, value, timeoutMs))
    if (isTrouble(put) && put.why === 'refused') return put
    let isFirst = true
    const gone = await insist(at, bound, async (timeoutMs) => {
      let outcome = await secrets.delete(canary, timeoutMs)
      // It was written right before: that there is none is believed when it is said twice, or of another attempt.
      if (isFirst && isMissing(outcome)) outcome = await secrets.delete(canary, requestMs(bound))
      isFirst = false
      return isMissing(outcome) ? { kind: 'done', value: {}, serverMs: outcome.serverMs } : outcome
    })
    if (isTrouble(put)) return put
    keys.set(at, key.value)
    return isTrouble(gone) ? gone : undefined
  }

  const [first, ...others] = places
  return {
    kind: 'places',
    places: [describePlace(first), ...others.map(describePlace)],
    see,
    async rehearse(bound) {
      for (const at of places.keys()) {
        const trouble = await rehearseAt(at, bound)
        if (trouble !== undefined) return trouble
      }
      return undefined
    },
    prepare,
    async write(at, token, bound) {
      const ready = prepared.get(at)
      if (ready === undefined || bound.leftMs() <= 0) {
        return { kind: 'trouble', at, why: 'unanswered', detail: 'was not asked, since no time was left' }
      }
      return insist(at, bound, (timeoutMs) => secrets.put(placeAt(at), { text: token, ...ready }, timeoutMs))
    },
    async stampOf(at, bound) {
      const facts = await secrets.getFacts(placeAt(at), requestMs(bound))
      if (facts.kind === 'done') return facts.value.updatedMs
      return isMissing(facts) ? 'missing' : undefined
    },
  }
}
