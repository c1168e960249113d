import { expect, it } from 'vitest'
import { formatWatchJunit } from '../../../src/watch/page/junit.ts'
import { contextOf, nightOf, reportOf, unsound, watched } from './nights.ts'
import { parsed } from './parsed.ts'

const all = ({ expiryState, result }: { expiryState: string | null; result: string }): boolean =>
  result !== 'usable' || expiryState !== null

it('what is wrong with the whole is a failure of the watch', () => {
  expect(formatWatchJunit(reportOf([]), contextOf({ problem: unsound }), all)).toContain(
    '<failure type="watch" message="The list of tokens cannot be read">',
  )
})

it('one token as JUnit', () => {
  expect(formatWatchJunit(nightOf(1), contextOf(), all)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites><testsuite name="jira-pat-check" tests="1" failures="1" errors="0" skipped="0" time="0.25">
    <testcase classname="jira-pat-check" name="JIRA_PAT_CI at https://jira.example.com" time="0.25"><failure type="expiring" message="expiring: The Jira token expires soon">Owner: @octocat. Act by: 2026-12-03.
    1. Create a new token in Jira: https://jira.example.com/secure/ViewProfile.jspa.
    2. Store it in the secret.
    3. Then revoke the old one.</failure></testcase>
    </testsuite></testsuites>
    "
  `)
})

it('seven tokens are seven tests, named by secret and server', () => {
  expect(formatWatchJunit(nightOf(7), contextOf(), all)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites><testsuite name="jira-pat-check" tests="7" failures="5" errors="0" skipped="0" time="11.25">
    <testcase classname="jira-pat-check" name="JIRA_PAT_CI at https://jira.example.com" time="0.25"><failure type="token-rejected" message="refused: Jira rejected the token (401)">Owner: @octocat. Act by: now. Jira at https://jira.example.com answered HTTP 401 and does not accept the token. It has expired, was revoked, or was never one of this Jira.
    1. Create a new token in Jira: https://jira.example.com/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens
    2. Put it into the secret JIRA_PAT_CI.
    3. Run the workflow again.</failure></testcase>
    <testcase classname="jira-pat-check" name="JIRA_PAT_DEPLOY at https://jira.example.com" time="0.25"><failure type="expiring" message="expiring: The Jira token expires soon">Owner: @octo-org/release-engineering. Act by: 2026-12-03.
    1. Create a new token in Jira: https://jira.example.com/secure/ViewProfile.jspa.
    2. Store it in the secret.
    3. Then revoke the old one.</failure></testcase>
    <testcase classname="jira-pat-check" name="JIRA_PAT_PARTNER at https://partner.example.com/jira" time="10"><failure type="timeout" message="unknown: Jira did not answer in time">Owner: the partner desk. Act by: now. https://partner.example.com/jira did not answer within 10 s. Whether the token is good is not known: the server, or something before it, is slow or drops what it does not know.
    1. Open https://partner.example.com/jira in a browser from the same network.
    2. Ask the operator of that Jira.</failure></testcase>
    <testcase classname="jira-pat-check" name="JIRA_PAT_PARTNER_SYNC at https://partner.example.com/jira" time="0"><failure type="timeout" message="not asked: Jira did not answer in time">Owner: nobody named. Act by: now. https://partner.example.com/jira did not answer within 10 s. Whether the token is good is not known: the server, or something before it, is slow or drops what it does not know.
    1. Open https://partner.example.com/jira in a browser from the same network.
    2. Ask the operator of that Jira.</failure></testcase>
    <testcase classname="jira-pat-check" name="JIRA_PAT_NIGHTLY at https://jira.example.com" time="0.25"><failure type="expiry-unknown" message="expiry unknown: The expiry of the Jira token is not known">Owner: @hubot. Act by: now. Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci).
    1. Compare token-name (“nightly”) with the names of that user’s tokens in Jira, or leave it out.</failure></testcase>
    <testcase classname="jira-pat-check" name="JIRA_PAT_RELEASE at https://jira.example.com" time="0.25"></testcase>
    <testcase classname="jira-pat-check" name="JIRA_PAT_LEGACY at https://jira.example.com" time="0.25"></testcase>
    </testsuite></testsuites>
    "
  `)
})

it('a token that needs care and fails nothing is skipped, never passed', () => {
  const xml = formatWatchJunit(nightOf(7), contextOf(), ({ reason }) => reason === 'token-rejected')
  expect(xml).toContain('tests="7" failures="1" errors="0" skipped="4"')
  const document = parsed(xml)
  const passed = Array.from(document.querySelectorAll('testcase'))
    .filter(({ children }) => children.length === 0)
    .map((testCase) => testCase.getAttribute('name'))
  expect(passed).toEqual([
    'JIRA_PAT_RELEASE at https://jira.example.com',
    'JIRA_PAT_LEGACY at https://jira.example.com',
  ])
})

it('an unsound list is a test that fails', () => {
  const xml = formatWatchJunit(reportOf([]), contextOf({ problem: unsound }), all)
  expect(xml).toContain('tests="1" failures="1"')
  expect(xml).toContain('name="the list of tokens release"')
  expect(formatWatchJunit(reportOf([], { list: '' }), contextOf({ problem: unsound }), all)).toContain(
    'name="the list of tokens"',
  )
})

it('a token without a readable URL is named by its secret alone', () => {
  expect(formatWatchJunit(reportOf([watched('A', { baseUrl: null })]), contextOf(), all)).toContain('name="A" time')
})
