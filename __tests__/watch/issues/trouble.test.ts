import { describe, expect, it } from 'vitest'
import type { Refusal } from '../../../src/github/refusal.ts'
import { type Attempt, createTrouble } from '../../../src/watch/issues/trouble.ts'

type Given = readonly [Attempt, Refusal['why'], number | undefined, string?]

const refusal = (why: Refusal['why'], status: number | undefined, detail = ''): Refusal => {
  return { kind: 'refusal', why, status, detail }
}

const troubleOf = (given: readonly Given[]) => {
  const trouble = createTrouble((text) => text.replace('ghs_secret', '***'))
  for (const [attempt, why, status, detail] of given) trouble.note(attempt, refusal(why, status, detail))
  return trouble
}

const RIGHTS =
  'Give the job the permission issues: write, or a github-token that has it; an archived repository takes none.'

describe('what went wrong is told in words', () => {
  it.each<[Given, string]>([
    [
      ['find', 'no-time', undefined],
      'Time was up before all issues were up to date. What is left to do, the next run does. Give the step more by timeout-seconds if that happens again.',
    ],
    [
      ['write', 'limit', 429, 'Slow down.'],
      'GitHub wants to be asked later (HTTP 429: Slow down.), which is too late for this run, so that issues are not up to date. What is left to do, the next run does.',
    ],
    [
      ['find', 'unreached', undefined, 'ECONNREFUSED'],
      'GitHub’s API cannot be reached (ECONNREFUSED), so that issues are not up to date. If that lasts, check GITHUB_API_URL and the proxy variables.',
    ],
    [
      ['find', 'unreached', undefined],
      'GitHub’s API cannot be reached, so that issues are not up to date. If that lasts, check GITHUB_API_URL and the proxy variables.',
    ],
    [
      ['create', 'unclear', 502],
      'GitHub gave no clear answer (HTTP 502), so that it is not known whether an issue is up to date. The next run looks again.',
    ],
    [
      ['label', 'refused', undefined],
      'GitHub did not put the label on a new issue, by which it is found again, so it was closed. Give the job the permission issues: write, or a github-token that may set labels.',
    ],
    [
      ['find', 'refused', undefined, 'more than 100 pages'],
      'There are too many issues, or comments of one, to be read (more than 100 pages), so that issues are not up to date. Choose an issue-label that no other issue has, or take it off old ones.',
    ],
    [
      ['find', 'refused', 410, 'Gone'],
      'Issues are switched off in this repository (HTTP 410: Gone). Switch them on in its settings, or set issues to false.',
    ],
    [['write', 'refused', 410], 'An issue cannot be written (HTTP 410): perhaps it was deleted or moved.'],
    [['write', 'refused', 404], 'An issue cannot be written (HTTP 404): perhaps it was deleted or moved.'],
    [['write', 'refused', 400], 'An issue cannot be written (HTTP 400): perhaps it was deleted or moved.'],
    [
      ['write', 'refused', 399],
      'The repository, or an issue of it, has moved (HTTP 399). Run the workflow where it is now.',
    ],
    [['create', 'refused', 422], 'GitHub does not take an issue as it is (HTTP 422). Check issue-label.'],
    [['write', 'refused', 422], 'GitHub does not take an issue as it is (HTTP 422). Check issue-label.'],
    [['write', 'refused', 403], `GitHub does not let this token write issues (HTTP 403). ${RIGHTS}`],
    [['write', 'refused', 401], `GitHub does not let this token write issues (HTTP 401). ${RIGHTS}`],
    [['create', 'refused', 404], `GitHub does not let this token write issues (HTTP 404). ${RIGHTS}`],
    [
      ['find', 'refused', 403, 'Bad token ghs_secret'],
      `GitHub does not let this token read issues (HTTP 403: Bad token ***). ${RIGHTS}`,
    ],
    [['read', 'refused', 403], `GitHub does not let this token read issues (HTTP 403). ${RIGHTS}`],
  ])('%j', (given, words) => {
    expect(troubleOf([given]).warnings).toEqual([words])
  })
})

describe('there is no sense in going on', () => {
  it.each<[string, Given, boolean]>([
    ['where GitHub wants a pause', ['write', 'limit', 403], true],
    ['where time is up', ['write', 'no-time', undefined], true],
    ['where GitHub cannot be reached', ['read', 'unreached', undefined], true],
    ['where nothing can be found', ['find', 'refused', 404], true],
    ['where labels are dropped', ['label', 'refused', undefined], true],
    ['where none may be made', ['create', 'refused', 403], true],
    ['but there is where one is not taken', ['create', 'refused', 422], false],
    ['but there is where one may not be written', ['write', 'refused', 403], false],
    ['but there is where the comments of one cannot be read', ['read', 'refused', 404], false],
    ['but there is where an answer is not clear', ['find', 'unclear', 502], false],
  ])('%s', (_, given, isOver) => {
    expect(troubleOf([given]).isOver).toBe(isOver)
  })

  it('after three in a row, and not where something works in between', () => {
    const failed: Given = ['write', 'refused', 404]
    expect(troubleOf([failed, failed]).isOver).toBe(false)
    expect(troubleOf([failed, failed, failed]).isOver).toBe(true)
    const trouble = troubleOf([failed, failed])
    trouble.noteSuccess()
    trouble.note('write', refusal('refused', 404))
    expect(trouble.isOver).toBe(false)
  })
})

describe('each kind is told once', () => {
  it('with the issues that it was about', () => {
    const trouble = createTrouble((text) => text)
    trouble.note('write', refusal('refused', 404), 7)
    trouble.note('create', refusal('refused', 422))
    trouble.note('write', refusal('refused', 404), 12)
    trouble.note('write', refusal('refused', 404), 12)
    trouble.note('write', refusal('refused', 403), 13)
    expect(trouble.warnings).toEqual([
      'An issue cannot be written (HTTP 404): perhaps it was deleted or moved. (issues #7, #12)',
      'GitHub does not take an issue as it is (HTTP 422). Check issue-label.',
      `GitHub does not let this token write issues (HTTP 403). ${RIGHTS} (issue #13)`,
    ])
  })

  it('that time is up, or that GitHub wants a pause, whatever was tried', () => {
    expect(
      troubleOf([
        ['write', 'no-time', undefined],
        ['read', 'no-time', undefined],
        ['write', 'limit', 403],
        ['read', 'limit', 403],
      ]).warnings,
    ).toEqual([expect.stringMatching(/^Time was up/), expect.stringMatching(/^GitHub wants to be asked later/)])
  })

  it('what cannot be read apart from what cannot be written', () => {
    expect(
      troubleOf([
        ['read', 'unclear', 502],
        ['write', 'unclear', 502],
      ]).warnings,
    ).toHaveLength(2)
  })
})
