import { describe, expect, it } from 'vitest'
import { formatJunit } from '../../src/report/junit.ts'
import type { Changes } from './presented.ts'
import { presented, rejected } from './presented.ts'

const at = 'at https://jira.example.com'
const passed = (name: string, seconds = 0): string =>
  `<testcase classname="jira-pat-check" name="${name}" time="${seconds}"></testcase>`

it('a token that Jira accepts is one test that passes, and one for each gate and for the expiry', () => {
  const gates = [
    { gate: 'user-active', holds: true },
    { gate: 'permissions', holds: true },
    { gate: 'expiry-fail-days', holds: true },
  ] as const
  expect(formatJunit(presented({ report: { gates } }))).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites><testsuite name="jira-pat-check" tests="4" failures="0" errors="0" skipped="0" time="0.25">',
      passed(`Jira token of CI Service (svc-ci) ${at}`, 0.25),
      passed(`user-active ${at}`),
      passed(`permissions ${at}`),
      passed(`expiry ${at}`),
      '</testsuite></testsuites>',
      '',
    ].join('\n'),
  )
})

it('a token that Jira rejects is a test that fails; the gates were not judged', () => {
  expect(formatJunit(rejected())).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites><testsuite name="jira-pat-check" tests="2" failures="1" errors="0" skipped="1" time="0.25">',
      `<testcase classname="jira-pat-check" name="Jira token ${at}" time="0.25"><failure type="token-rejected" message="Jira rejected the token (401)">Jira at https://jira.example.com answered HTTP 401 and does not accept the token.`,
      '1. Create a new token.',
      '2. Update the secret.</failure></testcase>',
      `<testcase classname="jira-pat-check" name="user-active ${at}" time="0"><skipped message="not judged">Something else went wrong before.</skipped></testcase>`,
      '</testsuite></testsuites>',
      '',
    ].join('\n'),
  )
})

it('the gate that decided is a test that fails with the same words, another one fails without', () => {
  const gates = [
    { gate: 'user-active', holds: true },
    { gate: 'expected-user', holds: false },
    { gate: 'permissions', holds: false },
  ] as const
  const refusal = { reason: 'wrong-user', category: 'gate', gates } as const
  const xml = formatJunit({ ...rejected(refusal), title: 'The token belongs to another user' })
  expect(xml).toContain('tests="4" failures="3" errors="0" skipped="0"')
  expect(xml).toContain(passed(`user-active ${at}`))
  expect(xml).toContain(
    `name="expected-user ${at}" time="0"><failure type="wrong-user" message="The token belongs to another user">`,
  )
  expect(xml).toContain(
    `name="permissions ${at}" time="0"><failure type="permissions" message="does not hold">Something before it does not either.</failure>`,
  )
})

it('a check without a URL has names without one', () => {
  expect(formatJunit(rejected({ baseUrl: null }))).toContain('name="Jira token" time="0.25"')
})

describe('the expiry', () => {
  const expiryOf = (changes: Changes): string | undefined =>
    /name="expiry at https:\/\/jira\.example\.com" time="0">(.*?)<\/testcase>/s.exec(
      formatJunit(presented(changes)),
    )?.[1]
  const unknown = { status: 'unknown', tokenName: '', expiresAt: null, daysLeft: null } as const
  const asked = [{ gate: 'expiry-fail-days', holds: true }] as const

  it('that warns is a test of its own, skipped with the words: neither a failure nor as if all were well', () => {
    const warning = { title: 'It expires soon', message: 'In 5 days.', remedySteps: ['Create a new one.'] }
    expect(expiryOf({ warnings: [warning] })).toBe(
      '<skipped message="It expires soon">In 5 days.\n1. Create a new one.</skipped>',
    )
    expect(expiryOf({ warnings: [warning], report: { gates: asked } })).toContain('<skipped message="It expires soon">')
    expect(formatJunit(presented({ warnings: [warning] }))).toContain('failures="0" errors="0" skipped="1"')
  })

  it('that is far away is a test that passes', () => {
    expect(expiryOf({})).toBe('')
  })

  it('that is not known is skipped, unless the gate holds all the same', () => {
    for (const status of ['unknown', 'ambiguous'] as const) {
      expect(expiryOf({ report: { expiry: { ...unknown, status } } })).toBe(
        '<skipped message="not known">It is not known when the token expires.</skipped>',
      )
    }
    expect(expiryOf({ report: { expiry: { ...unknown, status: 'ambiguous' }, gates: asked } })).toBe('')
  })

  it('that was not to be checked is no test', () => {
    expect(expiryOf({ report: { expiry: { ...unknown, status: 'not-checked' } } })).toBeUndefined()
  })

  it('that is a gate fails, or was not judged', () => {
    const gate = (holds: false | null) => ({ report: { gates: [{ gate: 'expiry-fail-days', holds }] } }) as const
    expect(expiryOf(gate(false))).toContain('<failure type="expiry-fail-days"')
    expect(expiryOf(gate(null))).toContain('<skipped message="not judged">')
  })
})

it('signs that mean something in XML do not', () => {
  const message = '<b a="1">Tom & Jerry</b> ]]> <failure <skipped'
  const xml = formatJunit({ ...rejected({ message }), title: '"<&>"', user: '"<&>"' })
  expect(xml).toContain('message="&#34;&#60;&#38;&#62;&#34;"')
  expect(xml).toContain('name="Jira token of &#34;&#60;&#38;&#62;&#34; at')
  expect(xml).toContain('&#60;b a=&#34;1&#34;&#62;Tom &#38; Jerry&#60;/b&#62; ]]&#62; &#60;failure &#60;skipped')
  expect(xml).toContain('failures="1" errors="0" skipped="1"')
})
