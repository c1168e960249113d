import { expect, it } from 'vitest'
import { drawChecklist } from '../../src/report/checklist.ts'
import type { AskedPermission } from '../../src/verdict/permissions.ts'
import { type Changes, presented, rejected } from './presented.ts'

/** The rows of the table, without its head. */
const rowsOf = (changes: Changes): string[] =>
  drawChecklist(presented(changes))
    .flatMap((block) => block.split('\n').slice(2))
    .map((row) =>
      row
        .replaceAll('&#58;', ':')
        .replaceAll('&#45;', '-')
        .replace(/^\| (.*) \|$/, '$1'),
    )

const held = (permission: string): AskedPermission => ({ place: 'OPS', permission, holding: 'held' })
const expiryOf = (tokenName: string) =>
  ({ status: 'ok', tokenName, expiresAt: '2027-02-10T12:00:00.000Z', daysLeft: 80 }) as const

it('a gate holds, or does not, or was not judged', () => {
  const gates = [
    { gate: 'user-active', holds: true },
    { gate: 'expected-user', holds: false },
    { gate: 'projects', holds: true },
    { gate: 'spaces', holds: true },
    { gate: 'repositories', holds: false },
    { gate: 'permissions', holds: null },
    { gate: 'expiry-fail-days', holds: true },
  ] as const
  const rows = rowsOf({ report: { gates } })
  expect(rows.slice(2)).toEqual([
    'Is an expected user | ❌ no',
    'Sees all projects | ✅ yes',
    'Sees all spaces | ✅ yes',
    'Sees all repositories | ❌ no',
    'Holds all permissions | ➖ not judged',
    'Token expires | ✅ 2027-02-10, 80 days left (“ci”)',
  ])
})

it.each<[permissions: AskedPermission[], answer: string]>([
  [[held('A')], '✅ yes'],
  [[held('A'), held('B')], '✅ all 2'],
])('permissions that are held are counted where there are several: %j', (permissions, answer) => {
  const gates = [{ gate: 'permissions', holds: true }] as const
  expect(rowsOf({ permissions, report: { gates } })).toContain(`Holds all permissions | ${answer}`)
})

it('a token without a name is told without one', () => {
  expect(rowsOf({ report: { expiry: expiryOf('') } })).toContain('Token expires | ✅ 2027-02-10, 80 days left')
})

it('the HTTP status is told of a failure, but not of a gate, which the server has answered well', () => {
  const isTold = (presentation: ReturnType<typeof presented>): boolean =>
    drawChecklist(presentation).join().includes('HTTP status')
  expect(isTold(rejected())).toBe(true)
  expect(isTold(rejected({ reason: 'wrong-user', category: 'gate', statusCode: 200 }))).toBe(false)
  expect(isTold(rejected({ statusCode: null }))).toBe(false)
  expect(isTold(presented())).toBe(false)
})

it('nothing was checked where nothing was asked', () => {
  const expiry = { status: 'not-checked', tokenName: '', expiresAt: null, daysLeft: null } as const
  expect(drawChecklist(rejected({ stage: 'inputs', baseUrl: null, gates: [], expiry, statusCode: null }))).toEqual([])
})
