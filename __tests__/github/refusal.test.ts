import { describe, expect, it } from 'vitest'
import type { GitHubAnswer, GitHubOutcome } from '../../src/github/outcome.ts'
import { isRefusal, NO_TIME, toRefusal } from '../../src/github/refusal.ts'

const answer = (statusCode: number, changes: Partial<GitHubAnswer> = {}): GitHubOutcome => ({
  kind: 'answer',
  statusCode,
  headers: new Map(),
  json: { message: 'Not Found' },
  bodyState: 'complete',
  serverMs: undefined,
  limitedMs: undefined,
  retryAfterMs: undefined,
  ...changes,
})
const noAnswer = { kind: 'no-answer', code: 'ECONNRESET', proxyStatusCode: undefined } as const

describe('what came in place of an answer', () => {
  it.each([300, 301, 400, 401, 403, 404, 407, 409, 410, 424, 426, 429, 499])(
    'is a refusal where it is clear: %i',
    (status) => {
      expect(toRefusal(answer(status))).toEqual({ kind: 'refusal', why: 'refused', status, detail: 'Not Found' })
    },
  )

  it.each([200, 201, 204, 299, 408, 425, 500, 502])('may have been done where it is not: %i', (status) => {
    expect(toRefusal(answer(status))).toMatchObject({ why: 'unclear', status })
  })

  it('is a limit, however long', () => {
    for (const limitedMs of [0, 60_000]) expect(toRefusal(answer(403, { limitedMs }))).toMatchObject({ why: 'limit' })
  })

  it('has no words where GitHub has none', () => {
    for (const json of [undefined, [], { message: 7 }])
      expect(toRefusal(answer(404, { json }))).toMatchObject({ detail: '' })
  })

  it.each<['unclear' | 'unreached', boolean]>([
    ['unclear', true],
    ['unreached', false],
  ])('is %s where no answer came', (why, mayHaveActed) => {
    expect(toRefusal({ ...noAnswer, mayHaveActed } as GitHubOutcome)).toEqual({
      kind: 'refusal',
      why,
      status: undefined,
      detail: 'ECONNRESET',
    })
    const byProxy = { ...noAnswer, mayHaveActed, proxyStatusCode: 407 } as GitHubOutcome
    expect(toRefusal(byProxy)).toMatchObject({ why, status: 407 })
  })

  it('may be that there was no time', () => {
    expect(NO_TIME).toEqual({ kind: 'refusal', why: 'no-time', status: undefined, detail: '' })
  })

  it('is told from what was asked for', () => {
    expect(isRefusal(NO_TIME)).toBe(true)
    for (const value of [null, undefined, 'refusal', 7, {}, [], { kind: 'pages' }]) expect(isRefusal(value)).toBe(false)
  })
})
