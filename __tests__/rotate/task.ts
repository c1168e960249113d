import { isFinding } from '../../src/catalogue/finding.ts'
import { jira as jiraProduct } from '../../src/products/jira/jira.ts'
import { createBound } from '../../src/rotate/bound.ts'
import type { NewToken } from '../../src/rotate/create.ts'
import type { RotateInputs } from '../../src/rotate/inputs.ts'
import type { JiraSide } from '../../src/rotate/jira-side.ts'
import type { Head } from '../../src/rotate/place.ts'
import { readRotateInputs } from '../../src/rotate/read-rotate-inputs.ts'
import type { Store } from '../../src/rotate/store.ts'
import type { Deeds, Known, MadeToken, Task } from '../../src/rotate/task.ts'
import type { Identity } from '../../src/verdict/identity.ts'
import { soundInputs, sourceOf } from '../inputs/source.ts'
import { createHandMovedClock, type HandMovedClock } from '../support/clock.ts'
import { dayMs, fingerprint, nowMs, ofFamily, prefix } from './seen.ts'

export const identity: Identity = {
  name: 'svc-ci',
  key: 'JIRAUSER10100',
  accountId: '',
  displayName: 'The account svc-ci',
  emailAddress: 'svc-ci@example.com',
  active: true,
  timeZone: 'UTC',
  locale: 'en_US',
}

/** The token of the run: of the family, ninety days old in twenty. */
export const present = ofFamily('11111111')

/** One that was just made with it. */
export const made: NewToken = {
  kind: 'new',
  name: `${prefix}-261122-${fingerprint}-z9y8`,
  value: 'the-new-one',
  id: 77,
}

/** Of three places, and of a repository named octo-org/octo-repo, as `rotate` reads them. */
export function rotateInputs(changes: Partial<RotateInputs> = {}): RotateInputs {
  const { inputs } = readRotateInputs(
    sourceOf({
      inputs: {
        ...soundInputs,
        secret: 'JIRA_PAT, env:production/JIRA_PAT, org:JIRA_PAT',
        'github-token': 'of-an-app',
      },
      environment: { GITHUB_REPOSITORY: 'octo-org/octo-repo' },
      nowMs,
    }),
    jiraProduct,
  )
  if (isFinding(inputs)) throw new Error(`the inputs are not sound: ${inputs.reason}`)
  return { ...inputs, prefix, ...changes }
}

/** What a test decides of a run; what it does not, nobody asks for. */
export interface GivenTask extends Partial<Pick<Task, 'evidence' | 'product' | 'random' | 'signals'>> {
  readonly inputs?: Partial<RotateInputs>
  readonly jira?: Partial<JiraSide>
  readonly store?: Partial<Store>
  readonly deeds?: Partial<Omit<Deeds, 'made'>> & { readonly made?: MadeToken | undefined }
}

export type GivenRun = Task & { readonly clock: HandMovedClock }

/** A run whose servers a test plays; it has proven whose its token is, and has done nothing yet. */
export function taskOf(given: GivenTask = {}): GivenRun {
  const { made: madeBefore, ...deeds } = given.deeds ?? {}
  const clock = createHandMovedClock(nowMs)
  return {
    token: 'the-present-one',
    fingerprint,
    product: jiraProduct,
    clock,
    random: () => 0,
    signals: { hold: () => undefined, areReceived: false },
    bound: createBound(clock, 60_000),
    evidence: { identity, tokens: [present] },
    ...given,
    inputs: rotateInputs(given.inputs),
    deeds: {
      own: 'this',
      written: new Set(),
      healed: new Set(),
      gone: new Set(),
      revoked: [],
      isOwnRevoked: false,
      ...deeds,
      ...(madeBefore && { made: madeBefore }),
    },
    jira: {
      identify: nobodyAsks,
      list: nobodyAsks,
      make: nobodyAsks,
      revoke: nobodyAsks,
      offsetMs: 0,
      firstRequestMs: nowMs,
      ...given.jira,
    },
    store: {
      kind: 'places',
      places: ['JIRA_PAT', 'env:production/JIRA_PAT', 'org:JIRA_PAT'],
      see: nobodyAsks,
      rehearse: nobodyAsks,
      prepare: nobodyAsks,
      write: nobodyAsks,
      stampOf: nobodyAsks,
      ...given.store,
    },
  }
}

const nobodyAsks = (): never => {
  throw new Error('Nobody was to ask for this.')
}

/** What is known after a look at one token in three places. */
export function knownOf({ clock, evidence }: Task, changes: Partial<Known> = {}): Known {
  return {
    identity,
    tokens: evidence.tokens,
    firstTokens: evidence.tokens,
    seen: { kind: 'places', stamps: [nowMs - 70 * dayMs, nowMs - 70 * dayMs, nowMs - 70 * dayMs] },
    offsets: { jira: 0, store: 0 },
    firstRequestMs: nowMs,
    proof: createBound(clock, 60_000),
    ...changes,
  }
}

/** Where a run stands whose token is the newest of its family. */
export const headOf = (changes: Partial<Head> = {}): Head => ({
  kind: 'head',
  entry: { candidates: [present], by: 'family' },
  token: present,
  endsMs: nowMs + 20 * dayMs,
  appearedMs: nowMs - 70 * dayMs,
  hasFamily: true,
  otherPlaces: 2,
  hasStalePlace: false,
  elders: [],
  ...changes,
})
