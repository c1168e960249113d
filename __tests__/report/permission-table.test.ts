import { expect, it } from 'vitest'
import { words } from '../../src/products/bitbucket/words.ts'
import { drawPermissions } from '../../src/report/permission-table.ts'
import type { AskedPermission } from '../../src/verdict/permissions.ts'

const rowsOf = (asked: AskedPermission[]): string[] =>
  drawPermissions(asked, words)[0]
    ?.split('\n')
    .map((row) => row.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replace(/^\| (.*) \|$/, '$1')) ??
  []

it('a permission that is not of this place says of which it is', () => {
  expect(
    rowsOf([
      { place: 'OPS', permission: 'P', holding: 'held' },
      { place: 'OPS/app', permission: 'R', holding: 'held' },
      { place: undefined, permission: 'G', holding: 'held' },
      { place: 'WEB', permission: 'Q', holding: 'held' },
    ]).slice(2),
  ).toEqual([
    'OPS | ✅ held | ➖ by repository | ➖ global | ➖ not judged',
    'OPS/app | ➖ by project | ✅ held | ➖ global | ➖ by project',
    'global | ➖ by project | ➖ by repository | ✅ held | ➖ by project',
    'WEB | ➖ not judged | ➖ by repository | ➖ global | ✅ held',
  ])
})

it('ten places are all shown, and of eleven those alone that lack something', () => {
  const heldIn = (count: number): AskedPermission[] =>
    Array.from({ length: count }, (_, index) => ({ place: `P${index}`, permission: 'A', holding: 'held' }))
  expect(rowsOf(heldIn(10))).toHaveLength(2 + 10)
  expect(drawPermissions(heldIn(11), words)).toEqual(['✅ 11 projects and repositories: nothing is missing.'])
  expect(drawPermissions([], words)).toEqual([])
})
