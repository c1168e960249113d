import { expect, it } from 'vitest'
import type { Note } from '../../src/catalogue/notes.ts'
import type { Elder } from '../../src/rotate/elders.ts'
import type { Rotated } from '../../src/rotate/rotate.ts'
import { noteRotation } from '../../src/rotate/rotation-notes.ts'
import { endWith } from '../../src/rotate/task.ts'
import { dayMs, listed, nowMs, ofFamily } from './seen.ts'
import { type GivenTask, headOf, identity, present, taskOf } from './task.ts'

const tokenPage =
  'https://jira.example.com/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens'

const note = (code: string, facts: object = {}) => ({ code, isWarning: true, facts })

const successor = ofFamily('22222222')
const wait = (end: 'near' | 'far') => ({ kind: 'wait', successor, end }) as const

const elder = (token = ofFamily('33333333'), overlapDays = 21): Elder => ({
  token,
  isOlderThanNewest: true,
  isStoreProven: true,
  isSucceeded: false,
  idleMs: undefined,
  overlapMs: overlapDays * dayMs,
})

const byHand = listed('ci')
const ofAPerson = headOf({ entry: { candidates: [byHand], by: 'only' }, token: byHand, hasFamily: false })
const short = headOf({ token: { ...present, createdAt: nowMs }, endsMs: nowMs + 5 * dayMs })

it.each<[what: string, given: GivenTask, rotated: Partial<Rotated>, notes: readonly object[]]>([
  ['nothing special', {}, {}, []],
  ['a re-run', { inputs: { attempt: 2 } }, {}, [note('rotation-rerun')]],
  [
    'a successor, and the end within a day',
    {},
    { step: wait('near') },
    [note('rotation-ends-soon', { newToken: successor.name })],
  ],
  ['a successor, and the end far away', {}, { step: wait('far') }, []],
  [
    'a new token that never expires',
    { inputs: { lifeDays: 'never' } },
    { rotation: 'created' },
    [note('rotation-never-expires')],
  ],
  [
    'a new token that would never expire',
    { inputs: { lifeDays: 'never' } },
    { rotation: 'would-create' },
    [note('rotation-never-expires')],
  ],
  ['a token that would never expire, once it is due', { inputs: { lifeDays: 'never' } }, { rotation: 'not-due' }, []],
  ['a life of five days', {}, { standing: short }, [note('rotation-short-life')]],
  ['no standing', {}, { standing: undefined }, []],
  [
    'doubt which token it is',
    {},
    { standing: headOf({ entry: { candidates: [present, byHand], by: 'family' } }) },
    [note('rotation-doubt', { tokenNames: [present.name, 'ci'] })],
  ],
  [
    'an elder that should be gone for two weeks',
    {},
    { standing: headOf({ elders: [elder()] }) },
    [note('rotation-elder', { tokenNames: [elder().token.name], tokenPage })],
  ],
  ['an elder that has a day left', {}, { standing: headOf({ elders: [elder(undefined, 20)] }) }, []],
  [
    'an elder that this run has revoked, and another',
    { deeds: { gone: new Set([5]) } },
    { standing: headOf({ elders: [elder(listed('a', { id: 5 })), elder(listed('b', { id: 6 }))] }) },
    [note('rotation-elder', { tokenNames: ['b'], tokenPage })],
  ],
  [
    'an elder that has no number',
    { deeds: { gone: new Set([5]) } },
    { standing: headOf({ elders: [elder(listed('a', { id: undefined }))] }) },
    [note('rotation-elder', { tokenNames: ['a'], tokenPage })],
  ],
  [
    'a first token that a person made, and a new one',
    {},
    { rotation: 'created', standing: ofAPerson },
    [note('rotation-by-hand', { tokenName: 'ci', tokenPage })],
  ],
  ['the same after a leak', { deeds: { isOwnRevoked: true } }, { rotation: 'created', standing: ofAPerson }, []],
  ['a first token that a person made, and that is not due', {}, { standing: ofAPerson }, []],
  ['nobody who was proven', { evidence: { identity: null, tokens: [] } }, { standing: short }, []],
  [
    'somebody who was proven',
    { evidence: { identity, tokens: [] } },
    { standing: short },
    [note('rotation-short-life')],
  ],
])('what is worth a warning: %s', (_, given, rotated, notes) => {
  const run = {
    ended: endWith(undefined),
    rotation: 'not-due',
    standing: headOf(),
    step: undefined,
    ...rotated,
  } as const
  expect<readonly (Note | object)[]>(noteRotation(taskOf(given), run)).toEqual(notes)
})
