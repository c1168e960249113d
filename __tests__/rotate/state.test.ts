import { describe, expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import type { Head, Standing } from '../../src/rotate/place.ts'
import type { Rotated, Rotation } from '../../src/rotate/rotate.ts'
import { describeState } from '../../src/rotate/state.ts'
import { endWith, type MadeToken } from '../../src/rotate/task.ts'
import { dayMs, nowMs, ofFamily } from './seen.ts'
import { type GivenTask, headOf, made, present, taskOf } from './task.ts'

const elder = ofFamily('22222222', { made: -160, ends: 1, id: 5 })
const another = ofFamily('33333333', { made: -161, ends: 1, id: 6 })

const alive: MadeToken = { name: made.name, id: 77, createdMs: nowMs, endsMs: nowMs + 90 * dayMs, fate: 'alive' }

const nowhere = { ...alive, fate: 'lost' } as const

/** In one text, as it follows the message. */
function stateOf(given: GivenTask, rotated: Partial<Rotated>): string {
  const run = { ended: endWith(undefined), rotation: 'none', standing: headOf(), step: undefined, ...rotated } as const
  const { secretState, newTokenState, placesState } = describeState(taskOf(given), run)
  return [secretState, newTokenState, placesState].filter((text) => text !== undefined).join(' ')
}

describe('what state things are in after a failure', () => {
  const failed = endWith(finding('secret-write-in-doubt', { problem: 'x', places: ['JIRA_PAT'] }))
  const revokedMeanwhile = endWith(finding('token-rejected', {}, 401))
  const soFar = 'The token that this run was given still works until 2026-12-12, and JIRA_PAT was not written.'

  it.each<[what: string, given: GivenTask, rotated: Partial<Rotated>, state: string]>([
    [
      'where nobody was proven',
      { evidence: { identity: null, tokens: [] } },
      { standing: undefined },
      'Nothing was changed: no token was made or revoked, and no place was written.',
    ],
    ['where nothing was done', {}, {}, `${soFar} No new token was made.`],
    [
      'where nobody knows when the token ends',
      {},
      { standing: undefined },
      'The token that this run was given still works, and JIRA_PAT was not written. No new token was made.',
    ],
    [
      'where nobody knows which token it is',
      {},
      { standing: { kind: 'uncertain', problem: 'entry' } },
      'The token that this run was given still works, and JIRA_PAT was not written. No new token was made.',
    ],
    [
      'where the token never ends',
      {},
      { standing: headOf({ endsMs: 'never' }) },
      'The token that this run was given still works, and JIRA_PAT was not written. No new token was made.',
    ],
    ['where the token does not work any more', {}, { ended: revokedMeanwhile }, 'No new token was made.'],
    [
      'where this run has revoked it',
      { deeds: { isOwnRevoked: true, own: 'new', made: alive, written: new Set([0, 1, 2]) } },
      {},
      `The new token is “${made.name}”.`,
    ],
    [
      'where this run has revoked it, and could not show that the new one works',
      {
        deeds: {
          own: 'new',
          made: alive,
          written: new Set([0, 1, 2]),
          gone: new Set([present.id ?? 0]),
          revoked: [present],
        },
      },
      {},
      `JIRA_PAT holds the new token, which works. The new token is “${made.name}”. Revoked: “${present.name}”.`,
    ],
    [
      'where whether this run has revoked it is not known',
      { deeds: { own: 'new', made: alive, written: new Set([0, 1, 2]), toRevoke: present } },
      {},
      `JIRA_PAT holds the new token, which works. The new token is “${made.name}”. Whether “${present.name}” was revoked is not known.`,
    ],
    [
      'where a command stores it',
      {
        deeds: { own: 'new', made: alive, written: new Set([0]) },
        store: { kind: 'command', places: ['the store of the command'] },
      },
      {},
      `The store of the command holds the new token, which works; so does the old one until 2026-12-12. The new token is “${made.name}”.`,
    ],
    [
      'where the first place may hold either',
      { deeds: { own: 'either', made: alive } },
      {},
      `JIRA_PAT holds the old token or the new one, and both work, the old one until 2026-12-12. The new token is “${made.name}”.`,
    ],
    [
      'where the first place may hold either, and the old one never ends',
      { deeds: { own: 'either', made: alive } },
      { standing: headOf({ endsMs: 'never' }) },
      `JIRA_PAT holds the old token or the new one, and both work. The new token is “${made.name}”.`,
    ],
    [
      'where two other places were not written',
      { deeds: { own: 'new', made: alive, written: new Set([0]) } },
      {},
      `JIRA_PAT holds the new token, which works; so does the old one until 2026-12-12. The new token is “${made.name}”. Not written, so that the old one is in it: env:production/JIRA_PAT, org:JIRA_PAT.`,
    ],
    [
      'where one other place was not written',
      { deeds: { own: 'new', made: alive, written: new Set([0, 1]) } },
      {},
      `JIRA_PAT holds the new token, which works; so does the old one until 2026-12-12. The new token is “${made.name}”. Not written, so that the old one is in it: org:JIRA_PAT.`,
    ],
    [
      'where every place was written',
      { deeds: { own: 'new', made: alive, written: new Set([0, 1, 2]) } },
      {},
      `JIRA_PAT holds the new token, which works; so does the old one until 2026-12-12. The new token is “${made.name}”.`,
    ],
    [
      'where places were written again, and elders revoked',
      { deeds: { healed: new Set([1, 2]), revoked: [elder, another] } },
      {},
      `${soFar} No new token was made. Written again with it: env:production/JIRA_PAT, org:JIRA_PAT. Revoked: “${elder.name}”, “${another.name}”.`,
    ],
    [
      'where nobody knows the value of the new one',
      { deeds: { made: nowhere } },
      {},
      `${soFar} The new token, “${made.name}”, lives, and nobody knows its value.`,
    ],
    [
      'where nobody knows whether there is a new one',
      { deeds: { made: { ...nowhere, fate: 'unknown' } } },
      {},
      `${soFar} Whether there is a new token, “${made.name}”, is not known; no place holds it.`,
    ],
    [
      'where the new one was revoked',
      { deeds: { made: { ...nowhere, fate: 'revoked' } } },
      {},
      `${soFar} The new token, “${made.name}”, was revoked again: no place holds it.`,
    ],
    [
      'where no place holds the new one',
      { deeds: { made: alive } },
      {},
      `${soFar} The new token, “${made.name}”, lives, and no place holds it.`,
    ],
    [
      'where a token has leaked, and the family has more',
      { inputs: { revoke: 'now' }, evidence: { identity: taskOf().evidence.identity, tokens: [elder, present] } },
      {},
      `${soFar} No new token was made. Still live, and to be deleted by hand if it is one of these that has leaked: “${elder.name}”, “${present.name}”.`,
    ],
  ])('%s', (_, given, rotated, state) => {
    expect(stateOf(given, { ended: failed, ...rotated })).toBe(state)
  })
})

describe('what state things are in after a success', () => {
  const wait = { kind: 'wait', successor: elder, end: 'far' } as const
  const successors = [{ token: elder, ageMs: 0, mayBeStored: true, wasUsed: false }] as const
  const superseded: Standing = { kind: 'superseded', successors, endsMs: undefined }
  const next = 'The next one is made on 2026-11-28 or later.'

  it.each<[Rotation, what: string, given: GivenTask, rotated: Partial<Rotated>, state: string]>([
    ['not-due', 'nothing was done', {}, {}, `Nothing was changed. ${next}`],
    [
      'not-due',
      'it is due now',
      {},
      { standing: headOf({ endsMs: nowMs + 14 * dayMs, token: { ...present, createdAt: undefined } }) },
      'Nothing was changed. A new one is due.',
    ],
    [
      'not-due',
      'it never ends',
      {},
      { standing: headOf({ endsMs: 'never' }) },
      'Nothing was changed. A token that never expires is never due to be replaced.',
    ],
    [
      'none',
      'nobody knows where it stands',
      {},
      { standing: undefined },
      'Nothing was changed. This run changes nothing.',
    ],
    ['none', 'it has a successor', {}, { standing: superseded }, 'Nothing was changed. This run changes nothing.'],
    [
      'healed',
      'two places were',
      { deeds: { healed: new Set([1, 2]) } },
      {},
      `It was written again to env:production/JIRA_PAT, org:JIRA_PAT. ${next}`,
    ],
    [
      'revoked',
      'two elders were, and a place healed before',
      { deeds: { healed: new Set([2]), revoked: [elder, another] } },
      {},
      `It was written again to org:JIRA_PAT. Revoked: “${elder.name}”, “${another.name}”. ${next}`,
    ],
    [
      'would-heal',
      'two places are not written',
      {},
      {},
      `It would be written again to env:production/JIRA_PAT, org:JIRA_PAT. ${next}`,
    ],
    ['would-revoke', 'an elder is not needed', {}, {}, `A token that nobody needs any more would be revoked. ${next}`],
    [
      'waiting',
      'a successor is there',
      {},
      { standing: superseded, step: wait },
      `It has a successor, “${elder.name}”: one that is just being stored, or that jobs which were queued before do not have yet. Nothing was changed.`,
    ],
    [
      'would-create',
      'it is due',
      {},
      {},
      'A new token would be made with this one, proven, and stored in JIRA_PAT, env:production/JIRA_PAT, org:JIRA_PAT. It would live 90 days. Nothing was changed. Whether Jira lets a token make one shows only when it is asked to.',
    ],
    [
      'would-create',
      'the next one never expires',
      { inputs: { lifeDays: 'never' } },
      {},
      'A new token would be made with this one, proven, and stored in JIRA_PAT, env:production/JIRA_PAT, org:JIRA_PAT. It would never expire. Nothing was changed. Whether Jira lets a token make one shows only when it is asked to.',
    ],
  ])('%s: %s', (rotation, _, given, rotated, state) => {
    expect(stateOf(given, { rotation, ...rotated })).toBe(state)
  })
})

describe('what is said of the old token where a new one was made', () => {
  const stored = `A new token, “${made.name}”, was made with the old one, proven, and stored in JIRA_PAT, env:production/JIRA_PAT, org:JIRA_PAT.`
  const lives = 'It lives until 2027-02-20.'
  const mail = 'Jira sends its owner a mail about it.'
  const kept = 'The old one lives until 2026-12-12, and is not revoked before.'
  const later = `The old one, “${present.name}”, is revoked on 2026-11-29 or later, once it is seen that the new one is in use; else it lives until 2026-12-12.`

  it.each<[what: string, given: GivenTask, head: Partial<Head>, made: Partial<MadeToken>, state: string]>([
    ['it is revoked later', {}, {}, {}, `${stored} ${lives} ${later} ${mail}`],
    [
      'it ends before it would be revoked',
      { inputs: { overlapDays: 20 } },
      {},
      {},
      `${stored} ${lives} The old one, “${present.name}”, lives until 2026-12-12. ${mail}`,
    ],
    ['it is to expire', { inputs: { revoke: 'never' } }, {}, {}, `${stored} ${lives} ${kept} ${mail}`],
    [
      'it is one of two',
      {},
      { entry: { candidates: [present, elder], by: 'family' } },
      {},
      `${stored} ${lives} ${kept} ${mail}`,
    ],
    [
      'a person made it, and nothing but its being alone tells it',
      {},
      { entry: { candidates: [present], by: 'only' } },
      {},
      `${stored} ${lives} ${kept} ${mail}`,
    ],
    [
      'both never expire',
      { inputs: { revoke: 'never' } },
      { endsMs: 'never' },
      { endsMs: 'never' },
      `${stored} It never expires. The old one never expires, and is not revoked before. ${mail}`,
    ],
    [
      'nobody knows when the new one ends',
      {},
      {},
      { endsMs: undefined },
      `${stored} It ends when Jira says. ${later} ${mail}`,
    ],
    [
      'it has leaked, and is revoked',
      { inputs: { revoke: 'now' }, deeds: { isOwnRevoked: true, gone: new Set([present.id ?? 0]) } },
      {},
      {},
      `${stored} ${lives} The old one was revoked: whatever still uses it fails from now on. ${mail}`,
    ],
    [
      'it has leaked, and the family has more',
      {
        inputs: { revoke: 'now' },
        deeds: { isOwnRevoked: true, gone: new Set([present.id ?? 0]) },
        evidence: { identity: taskOf().evidence.identity, tokens: [elder, present] },
      },
      {},
      {},
      `${stored} ${lives} The old one was revoked: whatever still uses it fails from now on. Still live, and to be deleted by hand if it is one of these that has leaked: “${elder.name}”. ${mail}`,
    ],
  ])('%s', (_, { deeds, ...given }, head, changes, state) => {
    const task = { ...given, deeds: { own: 'new', made: { ...alive, ...changes }, ...deeds } } as const
    expect(stateOf(task, { rotation: 'created', standing: headOf(head) })).toBe(state)
  })
})
