import { describe, expect, it } from 'vitest'
import type { Step } from '../../src/rotate/decide.ts'
import type { Standing, Uncertain } from '../../src/rotate/place.ts'
import { describeOmission, describeShadow, describeTooShort, describeUncertainty } from '../../src/rotate/step-words.ts'
import { dayMs, listed, nowMs, ofFamily, prefix } from './seen.ts'
import { type GivenTask, headOf, identity, rotateInputs, taskOf } from './task.ts'

const successor = ofFamily('22222222', { made: -2 })

describe('that nobody can tell which token it is', () => {
  const { jira } = rotateInputs()
  const dead = listed('an expired one', { ends: -1 })

  it.each<[what: string, problem: Uncertain['problem'], given: GivenTask, facts: object]>([
    ['a date', 'date', {}, { problem: 'a date in the list of tokens cannot be read' }],
    [
      'several',
      'entry',
      { evidence: { identity, tokens: [dead, listed('a'), listed('b')] } },
      {
        problem: `several tokens of the account may be the one, and none of them is of the family “${prefix}-*”`,
        ambiguousName: 'a',
      },
    ],
    [
      'none of the name that was given',
      'entry',
      { inputs: { jira: { ...jira, tokenName: 'ci' } }, evidence: { identity, tokens: [] } },
      {
        problem: `no token named “ci” can be told to be the one, and none of the family “${prefix}-*”`,
        ambiguousName: undefined,
      },
    ],
  ])('%s', (_, problem, given, facts) => {
    expect(describeUncertainty(taskOf(given), problem)).toMatchObject({
      reason: 'expiry-unknown',
      facts,
      statusCode: 200,
    })
  })
})

it.each<[what: string, changes: Partial<Step & { kind: 'shadowed' }>, problem: string]>([
  [
    'it should have come out of the store',
    {},
    `This run was given an old token: the token of this run has a successor, “${successor.name}”, made on 2026-11-20, which should have come out of JIRA_PAT`,
  ],
  [
    'nobody knows when it was made',
    { successor: { ...successor, createdAt: undefined } },
    `This run was given an old token: the token of this run has a successor, “${successor.name}”, which should have come out of JIRA_PAT`,
  ],
  [
    'no place seems to hold it',
    { mayBeStored: false },
    `No place seems to hold it, but it was used: the token of this run has a successor, “${successor.name}”, made on 2026-11-20`,
  ],
  [
    'the present one is at its end',
    { isEnding: true, mayBeStored: false },
    `It ends within two hours, or has ended, and the token of this run has a successor, “${successor.name}”, made on 2026-11-20, which this run was not given`,
  ],
])('that a successor does not come out of the store, where %s', (_, changes, problem) => {
  const step = { kind: 'shadowed', successor, mayBeStored: true, isEnding: false, ...changes } as const
  const facts = { problem, ownPlace: 'JIRA_PAT', newToken: successor.name }
  expect(describeShadow(taskOf(), step)).toMatchObject({ reason: 'secret-shadowed', facts })
})

it.each<[what: string, standing: Standing, days: number]>([
  ['ends in twenty days', headOf(), 21],
  ['ends in twenty days and a half', headOf({ endsMs: nowMs + 20.5 * dayMs }), 21],
  ['never ends', headOf({ endsMs: 'never' }), 1],
])('how long a new token has to live at least, where the present one %s', (_, standing, days) => {
  expect(describeTooShort(taskOf({ inputs: { lifeDays: 5 } }), standing)).toMatchObject({
    reason: 'input-invalid',
    facts: {
      input: '<days>',
      problem: 'asks for a life of 5 days, and the present token lives longer than that',
      accepts: `more than that token has left: ${days} days or more, or never`,
      meant: [],
    },
  })
})

it.each<[what: string, step: Step, given: GivenTask, why: string]>([
  ['a re-run', { kind: 'rest' }, { inputs: { attempt: 2 } }, 'a re-run changes nothing'],
  [
    'a successor',
    { kind: 'wait', successor, end: 'far' },
    {},
    `it has a successor, “${successor.name}”, which the store has not handed out yet`,
  ],
  [
    'a token that was just made',
    { kind: 'rest' },
    {},
    'it was made less than an hour ago, so it is most likely the successor of the one that has leaked',
  ],
  ['anything else', { kind: 'create' }, {}, 'this run could not come so far'],
])('why a token was not revoked after a leak: %s', (_, step, given, why) => {
  expect(describeOmission(taskOf(given), step)).toBe(why)
})
