import { expect, it } from 'vitest'
import { expiryOf } from '../../src/rotate/expiry-of.ts'
import type { Standing } from '../../src/rotate/place.ts'
import { EXPIRY_NOT_CHECKED, type Expiry, unknownExpiry } from '../../src/verdict/expiry.ts'
import { dayMs, nowMs, ofFamily } from './seen.ts'
import { headOf, present } from './task.ts'

const another = ofFamily('22222222')
const successors = [{ token: another, ageMs: 0, mayBeStored: true, wasUsed: false }] as const

const dated = { tokenName: present.name, warns: false, fails: false, token: present } as const
const undated = { ...dated, expiresAt: undefined, daysLeft: undefined } as const

it.each<[what: string, standing: Standing | undefined, expiry: Expiry]>([
  ['nothing was looked at', undefined, EXPIRY_NOT_CHECKED],
  [
    'which token it is, cannot be told',
    { kind: 'uncertain', problem: 'entry' },
    unknownExpiry('it cannot be told which of the tokens was sent'),
  ],
  [
    'it ends in twenty days and a half',
    headOf({ endsMs: nowMs + 20.5 * dayMs }),
    { ...dated, status: 'ok', expiresAt: nowMs + 20.5 * dayMs, daysLeft: 20 },
  ],
  ['it ends now', headOf({ endsMs: nowMs }), { ...dated, status: 'expired', expiresAt: nowMs, daysLeft: 0 }],
  ['it never ends', headOf({ endsMs: 'never' }), { ...undated, status: 'never' }],
  [
    'it is one of two, of which the first ends in twenty days',
    headOf({ entry: { candidates: [present, another], by: 'family' } }),
    { ...dated, status: 'ambiguous', expiresAt: nowMs + 20 * dayMs, daysLeft: 20, token: undefined },
  ],
  [
    'it has a successor, and its own end is known',
    { kind: 'superseded', successors, endsMs: nowMs + 5 * dayMs },
    { ...dated, tokenName: '', token: undefined, status: 'ok', expiresAt: nowMs + 5 * dayMs, daysLeft: 5 },
  ],
  [
    'it has a successor, and never ends',
    { kind: 'superseded', successors, endsMs: 'never' },
    { ...undated, tokenName: '', token: undefined, status: 'never' },
  ],
  [
    'it has a successor, and its own end is not known',
    { kind: 'superseded', successors, endsMs: undefined },
    EXPIRY_NOT_CHECKED,
  ],
])('when the token expires, where %s', (_, standing, expiry) => {
  expect(expiryOf(standing, nowMs)).toEqual(expiry)
})
