import type { TestContext } from 'vitest'
import { type Reason, verdicts } from '../support/contract.ts'
import { goodToken } from '../support/healthy.ts'
import { leaksOf, spellingsOf, writtenBy } from '../support/leaks.ts'
import type { Played } from '../support/play.ts'
import { followUpsOf, questionsOf } from '../support/questions.ts'

export interface Expected {
  reason: Reason
  /** What message and remedy, read together, have to name. */
  mentions?: (string | RegExp)[]
  /** What the stand-in Jira was asked with the token. By default all, where the verdict is good, and else nothing. */
  asks?: string[]
}

/**
 * Holds a run to its verdict: result, category, reason and exit code, one titled annotation for a failure and none for
 * a success, the requests that Jira and the proxy saw, and that no secret stands in anything that was written.
 */
export function expectVerdict(expect: TestContext['expect'], played: Played, expected: Expected): void {
  const { setting, result } = played
  const [category, conclusion] = verdicts[expected.reason]
  const isUsable = conclusion === 'usable'
  const { message, remedy, ...outputs } = result.outputs
  const seen = { result: outputs['result'], category: outputs['category'], reason: outputs['reason'] }
  const verdict = { result: conclusion, category, reason: expected.reason, exitCode: isUsable ? 0 : 1 }
  expect({ ...seen, exitCode: result.exitCode }, message).toEqual(verdict)
  expect.soft(`${message} ${remedy}`).not.toMatch(/ {2}/)
  for (const mention of expected.mentions ?? []) expect.soft(`${message} ${remedy}`).toMatch(mention)

  expect.soft(result.annotations.map(({ level }) => level)).toEqual(isUsable ? [] : ['error'])
  for (const { title } of result.annotations) expect.soft(title).toMatch(/\w/)
  expect.soft(result.commands).toEqual([])
  expect.soft(result.stderr).toBe('')

  const requests = setting.jira?.requests ?? []
  expect.soft(questionsOf(requests)).toEqual(expected.asks ?? (isUsable ? ['identity', 'tokens'] : []))
  for (const look of followUpsOf(requests)) expect.soft(look.headers.authorization).toBeUndefined()

  const spellings = [goodToken, ...(setting.secrets ?? [])].flatMap((secret) => spellingsOf(secret))
  expect.soft(leaksOf(spellings, writtenBy(result))).toEqual([])
  for (const { method, headers } of setting.proxy?.requests ?? []) {
    expect
      .soft({ method, authorization: headers.authorization })
      .toEqual({ method: 'CONNECT', authorization: undefined })
    expect.soft(leaksOf(spellingsOf(goodToken), { 'what the proxy saw': JSON.stringify(headers) })).toEqual([])
  }
}
