import { describe, expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import { createRedactor } from '../../src/report/redact.ts'
import { publish } from '../../src/rotate/publication.ts'
import type { Rotation } from '../../src/rotate/rotate.ts'
import type { MadeToken } from '../../src/rotate/task.ts'
import { dayMs, nowMs, ofFamily } from './seen.ts'
import { headOf, made, present, taskOf } from './task.ts'
import { toldOf } from './told.ts'

const alive: MadeToken = { name: made.name, createdMs: nowMs, endsMs: nowMs + 90 * dayMs, fate: 'alive' }
const [elder, another] = [ofFamily('22222222', { id: 5 }), ofFamily('33333333', { id: 6 })]

const failed = finding('too-many-tokens', { tokenName: undefined }, 403)

/** With a warning: the present token lives three days. */
const short = headOf({ token: { ...present, createdAt: nowMs }, endsMs: nowMs + 3 * dayMs })

describe('the title', () => {
  it.each<[Rotation, title: string]>([
    ['not-due', 'The Jira token is not due yet'],
    ['created', 'A new Jira token was made and stored'],
    ['healed', 'The Jira token was written again'],
    ['revoked', 'An old Jira token was revoked'],
    ['waiting', 'The Jira token has a successor already'],
    ['none', 'Nothing was changed'],
    ['would-create', 'A new Jira token would be made'],
    ['would-heal', 'The Jira token would be written again'],
    ['would-revoke', 'An old Jira token would be revoked'],
  ])('of a run that ends well tells what it did: %s', (rotation, title) => {
    const { annotations, terminal, summary, failing } = publish(toldOf({ rotation }))
    expect(failing).toBeNull()
    expect(annotations).toEqual([expect.objectContaining({ level: 'notice', title })])
    expect(terminal(undefined, false)[0]).toBe(`OK: ${title}`)
    expect(summary).toContain(title)
  })

  it('of a run that has looked at nothing says that nothing was changed', () => {
    expect(publish(toldOf({}, { rotated: undefined })).annotations[0]?.title).toBe('Nothing was changed')
  })
})

describe('the annotations', () => {
  it('of a failure have its title, the first steps of its remedy, and where there is more', () => {
    const { annotations, failing } = publish(toldOf({ found: failed }))
    expect(failing).toBe('refused')
    expect(annotations).toHaveLength(1)
    expect(annotations[0]).toMatchObject({ level: 'error', title: expect.stringContaining('too many') })
    expect(annotations[0]?.text).toMatch(/\n1\. .*\nMore: the job summary, and https:\/\/docs\.example\.com\/reasons$/s)
  })

  it('name no summary where none is written', () => {
    const { annotations, summary } = publish(toldOf({ found: failed }, { hasSummary: false }))
    expect(summary).toBeUndefined()
    expect(annotations[0]?.text).toMatch(/\nMore: https:\/\/docs\.example\.com\/reasons$/)
  })
})

describe('the outputs', () => {
  const outputsOf = (...given: Parameters<typeof toldOf>) => publish(toldOf(...given)).outputs
  const own = ['rotation', 'new-token-name', 'new-token-expires-at', 'revoked-tokens']

  it('are those of the check, what the rotation did, and one report of both', () => {
    const task = taskOf({ deeds: { made: alive, revoked: [elder, another] } })
    const outputs = outputsOf({ task, rotation: 'created' })
    expect(Object.fromEntries(outputs.filter(([name]) => own.includes(name)))).toEqual({
      rotation: 'created',
      'new-token-name': made.name,
      'new-token-expires-at': '2027-02-20T12:00:00.000Z',
      'revoked-tokens': JSON.stringify([elder.name, another.name]),
    })
    const reports = outputs.filter(([name]) => name === 'report')
    expect(reports).toHaveLength(1)
    expect(JSON.parse(reports[0]?.[1] ?? '')).toMatchObject({
      reason: 'authenticated',
      rotation: {
        rotation: 'created',
        newTokenName: made.name,
        newTokenExpiresAt: '2027-02-20T12:00:00.000Z',
        revokedTokens: [elder.name, another.name],
      },
    })
    expect(outputs.map(([name]) => name)).toContain('reason')
  })

  it.each<[what: string, given: Parameters<typeof toldOf>]>([
    ['a run that has made nothing', [{ task: taskOf() }]],
    ['a run that has not begun', [{}, { rotated: undefined }]],
    ['a run whose new token was revoked', [{ task: taskOf({ deeds: { made: { ...alive, fate: 'revoked' } } }) }]],
  ])('of %s are empty', (_, given) => {
    expect(Object.fromEntries(outputsOf(...given).filter(([name]) => own.includes(name)))).toEqual({
      rotation: 'none',
      'new-token-name': '',
      'new-token-expires-at': '',
      'revoked-tokens': '[]',
    })
  })

  it.each(['never', undefined] as const)('have no day where a new token ends %s', (endsMs) => {
    const outputs = outputsOf({ task: taskOf({ deeds: { made: { ...alive, endsMs } } }), rotation: 'created' })
    expect(Object.fromEntries(outputs)['new-token-expires-at']).toBe('')
    expect(JSON.parse(Object.fromEntries(outputs)['report'] ?? '').rotation.newTokenExpiresAt).toBeNull()
  })

  it('show no secret that a name holds', () => {
    const task = taskOf({
      deeds: { made: { ...alive, name: 'hunter2-hunter2' }, revoked: [{ ...elder, name: 'an old hunter2-hunter2' }] },
    })
    const outputs = outputsOf({ task, rotation: 'created' }, { redactor: createRedactor(['hunter2-hunter2']) })
    expect(JSON.stringify(outputs)).not.toContain('hunter2')
  })
})

describe('the terminal', () => {
  const [bold, red, green, yellow, plain] = ['\u001B[1;', '31m', '32m', '33m', '\u001B[0m']
  const warning = { title: 'A warning', message: 'Something is odd.', remedySteps: ['Do this.', 'Do that.'] }

  /** With words of the test's own, which are short. */
  function linesOf(
    { columns, isColoured = false, found }: { columns?: number; isColoured?: boolean; found?: typeof failed } = {},
    words: Partial<ReturnType<typeof toldOf>['presentation']> = {},
  ): readonly string[] {
    const told = toldOf({ rotation: 'created', ...(found && { found }) })
    const report = { ...told.presentation.report, message: 'All of this happened.' }
    const presentation = { ...told.presentation, report, remedySteps: [], warnings: [], lines: [], ...words }
    return publish({ ...told, presentation }).terminal(columns, isColoured)
  }

  it('says what was done, and calm lines after that', () => {
    expect(linesOf({}, { lines: ['3 requests in 1.5 s'] })).toEqual([
      'OK: A new Jira token was made and stored',
      'All of this happened.',
      '3 requests in 1.5 s',
    ])
  })

  it('says what failed, the remedy step by step, and where there is more', () => {
    const words = { title: 'It failed', remedySteps: ['Do this.', 'Do that.'] }
    expect(linesOf({ found: failed }, words)).toEqual([
      'REFUSED: It failed',
      'All of this happened.',
      '  1. Do this.',
      '  2. Do that.',
      'More: https://docs.example.com/reasons',
    ])
  })

  it('says what is worth a warning', () => {
    expect(linesOf({}, { warnings: [warning] })).toEqual([
      'OK, with a warning: A new Jira token was made and stored',
      'All of this happened.',
      'Warning: A warning',
      'Something is odd.',
      '  1. Do this.',
      '  2. Do that.',
    ])
  })

  it.each<[what: string, colour: string, found: typeof failed | undefined, warnings: readonly (typeof warning)[]]>([
    ['green', green, undefined, []],
    ['yellow, with a warning', yellow, undefined, [warning]],
    ['red, after a failure', red, failed, []],
    ['red, after a failure with a warning', red, failed, [warning]],
  ])('is %s', (_, colour, found, warnings) => {
    const lines = linesOf({ isColoured: true, ...(found && { found }) }, { warnings })
    expect(lines[0]?.startsWith(bold + colour)).toBe(true)
    expect(lines[0]?.endsWith(plain)).toBe(true)
    expect(lines[1]).toBe('All of this happened.')
  })

  it('has warnings in yellow', () => {
    const lines = linesOf({ isColoured: true, found: failed }, { warnings: [warning] })
    expect(lines).toContain(`${bold}${yellow}Warning: A warning${plain}`)
  })

  it('breaks lines where it is narrow, and indents the steps', () => {
    expect(
      linesOf({ columns: 14, found: failed }, { title: 'It failed', remedySteps: ['Do this, then that.'] }),
    ).toEqual([
      'REFUSED: It\nfailed',
      'All of this\nhappened.',
      '  1. Do this,\n     then\n     that.',
      'More: https://docs.example.com/reasons',
    ])
  })
})

it('a warning is an annotation of its own, with where there is more', () => {
  const told = toldOf({ rotation: 'not-due', standing: short })
  const warning = { title: 'A warning', message: 'Something is odd.', remedySteps: ['Do this.'] }
  const publishOf = (hasSummary: boolean) =>
    publish({ ...told, hasSummary, presentation: { ...told.presentation, warnings: [warning] } }).annotations[1]
  const text = 'Something is odd.\n1. Do this.'
  expect(publishOf(true)).toEqual({ level: 'warning', title: 'A warning', text: `${text}\nMore: the job summary` })
  expect(publishOf(false)).toEqual({ level: 'warning', title: 'A warning', text })
})
