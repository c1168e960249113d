import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../src/report/redact.ts'
import { drawLives } from '../../src/rotate/lives.ts'
import type { Standing } from '../../src/rotate/place.ts'
import type { MadeToken } from '../../src/rotate/task.ts'
import type { Told } from '../../src/rotate/told.ts'
import { dayMs, listed, nowMs } from './seen.ts'
import { type GivenTask, headOf, taskOf } from './task.ts'
import { toldOf } from './told.ts'

const old = listed('the old', { made: -80, ends: 10 })
const head = headOf({ token: old, endsMs: nowMs + 10 * dayMs })
const alive: MadeToken = { name: 'the new', createdMs: nowMs, endsMs: nowMs + 90 * dayMs, fate: 'alive' }

function draw(
  given: GivenTask = {},
  standing: Standing | undefined = head,
  more: Partial<Told> = {},
): readonly string[] | undefined {
  const task = taskOf({ ...given, deeds: { own: 'new', made: alive, ...given.deeds } })
  const [picture] = drawLives(toldOf({ task, rotation: 'created', standing }, more))
  return picture?.split('\n')
}

/** The lines that tell of one section. */
function sectionOf(title: string, picture: readonly string[] = []): readonly string[] {
  const start = picture.indexOf(`    section ${title}`) + 1
  const length = picture.slice(start).findIndex((line) => /^(?: {4}section|```)/.test(line))
  return picture.slice(start, start + length).map((line) => line.trim())
}

describe('the picture of the lives of two tokens', () => {
  it('is a Mermaid gantt with three sections', () => {
    expect(draw()).toEqual([
      '```mermaid',
      'gantt',
      '    accTitle: The lives of the old token and of the new one',
      '    accDescr: Bars for the old token (until 2026-12-02) and for the new one (until 2027-02-20).',
      '    title Two tokens, today, 2026-11-22',
      '    dateFormat YYYY-MM-DD',
      '    axisFormat %b %Y',
      '    tickInterval 1month',
      '    todayMarker off',
      '    section The old one',
      '    “the old”, until 2026-12-02 : 2026-09-03, 2026-12-02',
      '    section The new one',
      '    “the new”, until 2027-02-20 : 2026-11-22, 2027-02-20',
      '    section What comes',
      '    today : milestone, 2026-11-22, 0d',
      '    the old one may go : milestone, 2026-11-29, 0d',
      '    the next one is made : milestone, 2027-02-06, 0d',
      '```',
    ])
  })

  it.each<[what: string, told: () => Told]>([
    ['no token was made', () => toldOf({ task: taskOf(), standing: head })],
    [
      'the new one was revoked again',
      () => toldOf({ task: taskOf({ deeds: { made: { ...alive, fate: 'revoked' } } }), standing: head }),
    ],
    [
      'nobody knows which the old one is',
      () => toldOf({ task: taskOf({ deeds: { made: alive } }), standing: { kind: 'uncertain', problem: 'entry' } }),
    ],
    ['nobody has looked yet', () => toldOf({ task: taskOf({ deeds: { made: alive } }) }, { rotated: undefined })],
    ['the run had not begun', () => toldOf({ standing: head })],
  ])('is not drawn where %s', (_, told) => {
    expect(drawLives(told())).toEqual([])
  })

  it.each<[what: string, old: Partial<Parameters<typeof listed>[1]>, ends: number | 'never', bar: string]>([
    ['that began long ago', { made: -900 }, 10, '“x”, until 2026-12-02 : 2025-11-21, 2026-12-02'],
    ['of unknown age', { made: undefined }, 10, '“x”, until 2026-12-02 : 2026-11-22, 2026-12-02'],
    ['that never ends', {}, 'never', '“x”, never expires : 2026-09-13, 2027-11-23'],
    ['that ends far away', {}, 900, '“x”, until 2029-05-10 : 2026-09-13, 2027-11-23'],
    ['that began and ends today', { made: 0 }, 0, '“x”, until 2026-11-22 : 2026-11-22, 2026-11-23'],
  ])('has a bar for one %s', (_, changes, ends, bar) => {
    const endsMs = ends === 'never' ? ends : nowMs + ends * dayMs
    expect(sectionOf('The old one', draw({}, headOf({ token: listed('x', changes), endsMs })))).toEqual([bar])
  })

  it('begins the bar of the new one when that was made, or now', () => {
    const made = (createdMs: number | undefined) => draw({ deeds: { made: { ...alive, createdMs } } })
    expect(sectionOf('The new one', made(nowMs - dayMs))).toEqual([
      '“the new”, until 2027-02-20 : 2026-11-21, 2027-02-20',
    ])
    expect(sectionOf('The new one', made(undefined))).toEqual(['“the new”, until 2027-02-20 : 2026-11-22, 2027-02-20'])
  })

  const today = 'today : milestone, 2026-11-22, 0d'
  const next = 'the next one is made : milestone, 2027-02-06, 0d'

  it.each<[what: string, given: GivenTask, marks: readonly string[]]>([
    ['the old one is to expire', { inputs: { revoke: 'never' } }, [today, next]],
    ['the old one was revoked', { deeds: { isOwnRevoked: true } }, [today, next]],
    [
      'the new one lives three days, of which two thirds are to be over first',
      { deeds: { made: { ...alive, endsMs: nowMs + 3 * dayMs } } },
      [today, 'the old one may go : milestone, 2026-11-29, 0d', 'the next one is made : milestone, 2026-11-24, 0d'],
    ],
    [
      'the new one never expires',
      { deeds: { made: { ...alive, endsMs: 'never' } } },
      [today, 'the old one may go : milestone, 2026-11-29, 0d'],
    ],
    [
      'nobody knows when the new one ends',
      { deeds: { made: { ...alive, endsMs: undefined } } },
      [today, 'the old one may go : milestone, 2026-11-29, 0d'],
    ],
  ])('marks what comes, where %s', (_, given, marks) => {
    expect(sectionOf('What comes', draw(given))).toEqual(marks)
  })

  it('ends the bar of an old one that was revoked today', () => {
    const picture = draw({ inputs: { revoke: 'now' }, deeds: { isOwnRevoked: true } })
    expect(sectionOf('The old one', picture)).toEqual(['“the old”, until 2026-11-22 : 2026-09-03, 2026-11-22'])
    expect(picture).toContain(
      '    accDescr: Bars for the old token (until 2026-11-22) and for the new one (until 2027-02-20).',
    )
  })

  it('shows of a name what a bar can carry, and no secret', () => {
    const [redactor, name] = [createRedactor(['hunter2-hunter2']), `: ${'a'.repeat(60)}`]
    expect(sectionOf('The old one', draw({}, headOf({ token: listed(name), endsMs: head.endsMs })))[0]).toMatch(
      /^“.{1,40}”, until 2026-12-02 : 2026-09-13, 2026-12-02$/,
    )
    const secret = draw({}, headOf({ token: listed('hunter2-hunter2'), endsMs: head.endsMs }), { redactor })
    expect(secret?.join('\n')).not.toContain('hunter2')
  })
})
