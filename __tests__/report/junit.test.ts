import { expect, it } from 'vitest'
import { formatJunit } from '../../src/report/junit.ts'
import { presented, rejected } from './presented.ts'

it('a token that Jira accepts is one test that passes, and one for each gate', () => {
  const gates = [
    { gate: 'user-active', holds: true },
    { gate: 'permissions', holds: true },
  ] as const
  expect(formatJunit(presented({ report: { gates } }))).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites><testsuite name="jira-pat-check" tests="3" failures="0" errors="0" skipped="0" time="0.25">',
      '<testcase classname="jira-pat-check" name="Jira token" time="0.25"></testcase>',
      '<testcase classname="jira-pat-check" name="user-active" time="0"></testcase>',
      '<testcase classname="jira-pat-check" name="permissions" time="0"></testcase>',
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
      '<testcase classname="jira-pat-check" name="Jira token" time="0.25"><failure type="token-rejected" message="Jira rejected the token (401)">Jira at https://jira.example.com answered HTTP 401 and does not accept the token.',
      'Create a new token. Update the secret.</failure></testcase>',
      '<testcase classname="jira-pat-check" name="user-active" time="0"><skipped/></testcase>',
      '</testsuite></testsuites>',
      '',
    ].join('\n'),
  )
})

it('a gate that fails is a test that fails too', () => {
  const gates = [{ gate: 'expected-user', holds: false }] as const
  const xml = formatJunit({ ...rejected({ reason: 'wrong-user', gates }), title: 'The token belongs to another user' })
  expect(xml).toContain('tests="2" failures="2" errors="0" skipped="0"')
  expect(xml).toContain(
    '<testcase classname="jira-pat-check" name="expected-user" time="0"><failure message="does not hold"/></testcase>',
  )
})

it('signs that mean something in XML do not', () => {
  const message = '<b a="1">Tom & Jerry</b> ]]> <failure <skipped'
  const xml = formatJunit({ ...rejected({ message }), title: '"<&>"' })
  expect(xml).toContain('message="&#34;&#60;&#38;&#62;&#34;"')
  expect(xml).toContain('&#60;b a=&#34;1&#34;&#62;Tom &#38; Jerry&#60;/b&#62; ]]&#62; &#60;failure &#60;skipped')
  expect(xml).toContain('failures="1" errors="0" skipped="1"')
})
