import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import type { Facts } from '../../src/catalogue/facts.ts'
import { finding } from '../../src/catalogue/finding.ts'
import { type Reason, reasonTable } from '../../src/catalogue/reasons.ts'
import { confluence } from '../../src/products/confluence/confluence.ts'
import { jira } from '../../src/products/jira/jira.ts'
import type { Presentation } from '../../src/report/presentation.ts'
import { createRedactor } from '../../src/report/redact.ts'
import { judgeExpiry } from '../../src/verdict/expiry.ts'
import { judge, NO_EVIDENCE, type Verdict, verdictWithoutEvidence } from '../../src/verdict/judge.ts'
import type { Product } from '../../src/verdict/product.ts'
import { typicalFacts } from '../catalogue/typical-facts.ts'
import { anyFinding } from '../support/any-finding.ts'
import { present } from '../support/present.ts'
import { isReason } from '../support/reasons.ts'
import { accessTo, dayMs, identityOf, inputsOf, nowMs, tokenOf } from '../verdict/asked-for.ts'

const secret = 'hunter2-hunter2-hunter2'
const redactor = createRedactor([secret])
const run = { requests: 2, durationMs: 250, nowMs, nameOf: (input: string) => input }

const show = (verdict: Verdict): Presentation => present(verdict, redactor, run)
const showFinding = (reason: Reason, facts: Facts = {}, statusCode: number | null = null): Presentation =>
  show(verdictWithoutEvidence(anyFinding(reason, facts, statusCode), jira, 'https://jira.example.com'))

const inputs = inputsOf({ projects: ['OPS'], permissions: ['A'], expiryFailDays: 7 })
const tokens = [tokenOf('ci', 80)]
const accepted = judge(
  inputs,
  {
    ...NO_EVIDENCE,
    identity: identityOf(),
    access: [accessTo('OPS', { A: 'held' })],
    tokens,
    expiry: judgeExpiry(tokens, { ...inputs, fingerprint: () => '' }, nowMs),
  },
  jira,
  nowMs,
)

describe('the report', () => {
  it('of a token that Jira accepts', () => {
    expect(show(accepted).report).toEqual({
      schemaVersion: 2,
      product: 'jira',
      result: 'usable',
      category: 'ok',
      reason: 'authenticated',
      stage: 'authentication',
      message: 'Jira at https://jira.example.com/jira accepts the token: it belongs to CI Service (svc-ci).',
      remedy: '',
      baseUrl: 'https://jira.example.com/jira',
      statusCode: 200,
      identity: {
        name: 'svc-ci',
        key: 'JIRAUSER10000',
        accountId: '',
        displayName: 'CI Service',
        emailAddress: 'svc-ci@example.com',
        active: true,
        timeZone: 'Europe/Berlin',
        locale: 'en_US',
      },
      expiry: { status: 'ok', tokenName: 'ci', expiresAt: '2027-02-10T12:00:00.000Z', daysLeft: 80 },
      gates: [
        { gate: 'user-active', holds: true },
        { gate: 'projects', holds: true },
        { gate: 'permissions', holds: true },
        { gate: 'expiry-fail-days', holds: true },
      ],
      missingPermissions: [],
      advice: [],
      requests: 2,
      durationMs: 250,
    })
  })

  it('of a check that asked nothing', () => {
    const { report } = show(verdictWithoutEvidence(finding('url-missing', {}), jira, null))
    expect(report).toMatchObject({
      result: 'misconfigured',
      category: 'configuration',
      reason: 'url-missing',
      stage: 'inputs',
      baseUrl: null,
      statusCode: null,
      identity: null,
      expiry: { status: 'not-checked', tokenName: '', expiresAt: null, daysLeft: null },
      gates: [],
      missingPermissions: [],
      advice: [],
    })
  })

  it.each(Object.keys(catalogue).filter(isReason))('has result and category of the catalogue: %s', (reason) => {
    const { report, title } = showFinding(reason, typicalFacts)
    const { result, category } = reasonTable[reason]
    expect(report).toMatchObject({ result, category, reason })
    expect(title).not.toBe('')
    expect(report.message).not.toMatch(/ {2}|^ | $/)
  })

  it('calls the URL by the input of its product', () => {
    const stepsFor = (product: Product): string =>
      present(verdictWithoutEvidence(finding('url-missing', {}), product, null), redactor, {
        ...run,
        nameOf: (input, variable) => `${input} or ${variable}`,
      }).report.remedy
    expect(stepsFor(jira)).toContain('jira-url or JIRA_PAT')
    expect(stepsFor(confluence)).toContain('confluence-url or CONFLUENCE_PAT')
  })

  it('has the remedy as one text, and as steps', () => {
    const { report, remedySteps } = showFinding('token-rejected', { baseUrl: 'https://jira.example.com' }, 401)
    expect(remedySteps).toHaveLength(5)
    expect(report.remedy).toBe(remedySteps.join(' '))
    expect(report.statusCode).toBe(401)
  })

  /** What only a rotation says, at the end. */
  const noState = { secretState: undefined, newTokenState: undefined, placesState: undefined }

  it('says how often it was tried, and why no longer', () => {
    const known = { ...typicalFacts, ...noState }
    const { message } = showFinding('gateway-error', { ...known, attempts: '3', wait: undefined }).report
    expect(message).toMatch(/\S It was tried 3 times\.$/)
    expect(showFinding('rate-limited', known).report.message).toMatch(
      / It was tried 3 times\. The server asks to wait 600 s, which is longer than timeout-seconds leaves\.$/,
    )
  })

  it('names a hundred of very many', () => {
    const keys = Array.from({ length: 102 }, (_, index) => `P${index}`)
    const message = (projects: string[]): string => showFinding('project-not-visible', { projects }).report.message
    expect(message(keys.slice(0, 100))).toContain(' P98, P99: there is no such project')
    expect(message(keys)).toContain(' P98, P99, and 2 more: there is no such project')
  })

  it('says so where the user had been proven before', () => {
    const { message } = showFinding('timeout', {
      ...typicalFacts,
      ...noState,
      attempts: undefined,
      wait: undefined,
    }).report
    expect(message).toMatch(
      / The same token had just been accepted for CI Service \(svc-ci\), and what failed is the question about permissions\.$/,
    )
  })

  it.each([
    ['token-rejected', true],
    ['edge-forbidden', true],
    ['not-found', true],
    ['rate-limited', false],
    ['timeout', false],
  ] as const)('%s, where the user had been proven before, is not put down to the token: %j', (reason, isOther) => {
    const usual = showFinding(reason, { ...typicalFacts, provenUser: undefined }).report.remedy
    const { remedy } = showFinding(reason, typicalFacts).report
    expect(remedy).toEqual(isOther ? expect.stringContaining('/rest/api/2/mypermissions') : usual)
    expect(usual).not.toContain('/rest/api/2/mypermissions')
  })

  it('holds what is missing', () => {
    const asked = (['held', 'missing', 'unknown', 'not-visible'] as const).map((holding, index) => ({
      place: index === 1 ? undefined : `P${index}`,
      permission: 'A',
      holding,
    }))
    const { permissions, report } = show({ ...accepted, asked })
    expect(permissions).toEqual(asked)
    expect(report.missingPermissions).toEqual(['A', 'P2:A', 'P3:A'])
  })

  it('holds advice in words', () => {
    const advice = [{ code: 'never-expires', facts: { tokenName: 'ci' } }] as const
    expect(show({ ...accepted, advice }).report.advice).toEqual([
      'The token “ci” never expires. A token that lives 90 days limits the harm if it leaks.',
    ])
  })
})

describe('what is said beside it', () => {
  it('is a line in the log, or a warning with a title', () => {
    expect(show(accepted)).toMatchObject({
      lines: ['CI Service (svc-ci) holds A in OPS.', 'The token “ci” expires on 2027-02-10 (80 days left).'],
      warnings: [],
    })
    const notes = [
      {
        code: 'expiry-unknown',
        isWarning: true,
        facts: { problem: 'the account lists no live token', givenTokenName: 'ci' },
      },
    ] as const
    expect(show({ ...accepted, notes })).toMatchObject({
      lines: [],
      warnings: [
        {
          title: 'The expiry of the Jira token is not known',
          message: 'It is not known when this token expires: the account lists no live token.',
          remedySteps: ['Compare token-name (“ci”) with the names of that user’s tokens in Jira, or leave it out.'],
        },
      ],
    })
  })

  it('shows the live tokens, the first to expire first', () => {
    const listed = [
      tokenOf('never', 'never'),
      tokenOf('later', 80),
      tokenOf('old', -1),
      tokenOf('unreadable', 'unreadable'),
      tokenOf('sooner', 3, { lastAccessedAt: undefined }),
    ]
    const shown = show({ ...accepted, tokens: listed }).tokens
    expect(shown.map(({ name }) => name)).toEqual(['sooner', 'later', 'never', 'unreadable'])
    expect(shown[0]).toEqual({
      name: 'sooner',
      createdAt: nowMs - 10 * dayMs,
      expiresAt: nowMs + 3 * dayMs,
      lastAccessedAt: undefined,
    })
  })

  it('has the thresholds and the moment', () => {
    expect(show(accepted)).toMatchObject({ expiryWarnDays: 14, expiryFailDays: 7, nowMs, user: 'CI Service (svc-ci)' })
  })

  const page =
    'https://jira.example.com/jira/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens'

  it.each<[string, Verdict, string | null]>([
    ['where all is well', accepted, null],
    ['where the token is rejected', { ...accepted, finding: anyFinding('token-rejected', { tokenPage: page }) }, page],
    [
      'where the token expires too soon',
      { ...accepted, finding: anyFinding('token-expiring', { tokenPage: page }) },
      page,
    ],
    ['where something else is wrong', { ...accepted, finding: anyFinding('wrong-user', { tokenPage: page }) }, null],
    [
      'where a warning speaks of it',
      {
        ...accepted,
        notes: [{ code: 'expiry-past', isWarning: true, facts: { user: 'x', expiry: 'x', tokenPage: page } }],
      },
      page,
    ],
    [
      'where a warning does not',
      { ...accepted, notes: [{ code: 'expiry-unknown', isWarning: true, facts: { problem: 'x' } }] },
      null,
    ],
    [
      'where a line in the log speaks of it',
      {
        ...accepted,
        notes: [{ code: 'expiry-past', isWarning: false, facts: { user: 'x', expiry: 'x', tokenPage: page } }],
      },
      null,
    ],
    ['where there is no Jira', { ...accepted, baseUrl: null, finding: anyFinding('token-rejected') }, null],
    [
      'where a secret is part of it',
      {
        ...accepted,
        baseUrl: `https://jira.example.com/${secret}`,
        finding: anyFinding('token-rejected', { tokenPage: jira.tokenPageOf(`https://jira.example.com/${secret}`) }),
      },
      null,
    ],
  ])('links to the page of the tokens, %s: %#', (_, verdict, expected) => {
    expect(show(verdict).tokenPage).toBe(expected)
  })
})

describe('the text of a server is sanitized, wherever it is shown', () => {
  const hostile = `a\n::error::${secret}##[error]\u202E\u001B[31m`
  const sanitized = 'a : :error: :***# #[error]'

  const hostileIdentity = identityOf({
    name: hostile,
    key: hostile,
    accountId: hostile,
    displayName: hostile,
    emailAddress: '',
    timeZone: hostile,
    locale: hostile,
  })

  it('as the identity', () => {
    const verdict = judge(inputsOf(), { ...NO_EVIDENCE, identity: hostileIdentity }, jira, nowMs)
    const { report, user } = show(verdict)
    expect(report.identity).toEqual({
      name: sanitized,
      key: sanitized,
      accountId: sanitized,
      displayName: sanitized,
      emailAddress: '',
      active: true,
      timeZone: sanitized,
      locale: sanitized,
    })
    expect(user).toBe(sanitized)
    expect(report.message).toBe(`Jira at https://jira.example.com/jira accepts the token: it belongs to ${sanitized}.`)
  })

  it('as an e-mail address', () => {
    const identity = identityOf({ emailAddress: `a\n::error::@example.com${secret}` })
    const { report } = show(judge(inputsOf(), { ...NO_EVIDENCE, identity }, jira, nowMs))
    expect(report.identity?.emailAddress).toBe('a : :error: :@example.com***')
  })

  it('as the name of a token', () => {
    const { report, tokens: shown } = show({
      ...accepted,
      expiry: { ...accepted.expiry, tokenName: hostile },
      tokens: [tokenOf(hostile, 3)],
    })
    expect(report.expiry.tokenName).toBe(sanitized)
    expect(shown[0]?.name).toBe(sanitized)
  })

  const ours = new Set([
    'baseUrl',
    'frontUrl',
    'otherProduct',
    'otherInput',
    'notAnswered',
    'host',
    'path',
    'proxy',
    'proxyVariable',
    'tokenPage',
    'input',
    'gateInput',
    'correction',
  ])
  const facts = Object.fromEntries(Object.keys(typicalFacts).map((name) => [name, hostile]))
  const ownFacts = Object.fromEntries(Object.entries(typicalFacts).filter(([name]) => ours.has(name)))

  it.each(Object.keys(catalogue).filter(isReason))('in the words of %s', (reason) => {
    const { title, report } = showFinding(reason, { ...facts, ...ownFacts })
    for (const text of [title, report.message, report.remedy]) {
      expect(text).not.toMatch(/\p{Cc}|\u202E|::|##|hunter2/u)
      expect(text.length).toBeLessThan(2500)
    }
  })

  it('in notes and advice', () => {
    const told = { tokenName: hostile, user: hostile, expiry: 'expires' }
    const notes = [{ code: 'expiry-near', isWarning: true, facts: told }] as const
    const advice = [{ code: 'expired-tokens', facts: { tokenName: hostile } }] as const
    const { warnings, report } = show({ ...accepted, notes, advice })
    expect(warnings[0]?.message).toContain(`The token “${sanitized}” of ${sanitized}`)
    expect(report.advice[0]).toContain(`expired tokens: ${sanitized}`)
  })
})

describe('what comes from the inputs stays whole', () => {
  it('an IPv6 address has its colons', () => {
    const baseUrl = 'https://[2001:db8::1]:8443'
    const { report } = showFinding('connection-refused', { host: '[2001:db8::1]:8443', baseUrl })
    expect(report.message).toContain('[2001:db8::1]:8443')
    const shown = show({ ...accepted, baseUrl })
    expect(shown.report.baseUrl).toBe(baseUrl)
  })

  it('a name that we give ourselves is not eaten by a short secret', () => {
    const found = finding('input-invalid', { input: 'retries', problem: 'is wrong', accepts: 'a number' })
    const verdict = verdictWithoutEvidence(found, jira, null)
    expect(present(verdict, createRedactor(['retries']), run).report.message).toBe('retries is wrong.')
    const fault = { proxy: 'proxy.example.com:80', proxyVariable: 'HTTPS_PROXY' }
    const unreachable = verdictWithoutEvidence(finding('proxy-unreachable', fault), jira, null)
    expect(present(unreachable, createRedactor(['proxy']), run).report.message).toContain('from HTTPS_PROXY cannot')
  })

  it('but a secret in it is hidden', () => {
    expect(show({ ...accepted, baseUrl: `https://jira.example.com/${secret}` }).report.baseUrl).toBe(
      'https://jira.example.com/***',
    )
    expect(showFinding('connection-refused', { host: `${secret}.example.com` }).report.message).toContain(
      '***.example.com',
    )
  })
})

describe('the e-mail address of the user stands in the report, and in no text', () => {
  const email = 'svc-ci@example.com'
  const hasEmail = /svc-ci@example\.com/i

  it.each([
    ['as the login name', identityOf({ name: email })],
    ['as the display name', identityOf({ displayName: email.toUpperCase() })],
    ['as all names', identityOf({ name: email, key: email, displayName: email })],
  ])('%s', (_, identity) => {
    const listed = [tokenOf(`token of ${email.toUpperCase()}`, 3)]
    const verdict = judge(
      inputs,
      {
        ...NO_EVIDENCE,
        identity,
        tokens: listed,
        expiry: judgeExpiry(listed, { ...inputs, fingerprint: () => '' }, nowMs),
      },
      jira,
      nowMs,
    )
    const { report, user, title, remedySteps, warnings, lines, tokens: shown } = show(verdict)
    expect(report.identity?.emailAddress).toBe(email)
    const texts = [user, title, report.message, report.remedy, report.expiry.tokenName, ...remedySteps, ...lines]
    const more = [...warnings.flatMap((words) => [words.title, words.message, ...words.remedySteps]), ...report.advice]
    for (const text of [...texts, ...more, ...shown.map(({ name }) => name)]) expect(text).not.toMatch(hasEmail)
    expect(report.expiry.tokenName).toBe('token of (e-mail address)')
  })

  it.each([
    ['zero-width spaces', 'svc\u200B-ci@example.com'],
    ['joiners', 'svc-ci\u200D@\uFE0Fexample.com'],
    ['a change of direction', 'svc-ci@\u202Eexample.com'],
    ['a colour', 'svc-ci@\u001B[31mexample.com'],
    ['a percent-encoded sign', 'svc-ci%40example.com'],
  ])('with %s in it', (_, name) => {
    const expiry = { ...accepted.expiry, tokenName: name }
    expect(show({ ...accepted, expiry }).report.expiry.tokenName).toBe('(e-mail address)')
  })

  it('where Jira itself has something unseen in it', () => {
    const identity = identityOf({ emailAddress: 'svc\u200B-ci@example.com' })
    const expiry = { ...accepted.expiry, tokenName: email }
    expect(show({ ...accepted, identity, expiry }).report.expiry.tokenName).toBe('(e-mail address)')
  })

  it('a text that is no address hides nothing', () => {
    const identity = identityOf({ emailAddress: 'token' })
    const listed = [tokenOf('my token', 80)]
    const verdict = judge(
      inputs,
      {
        ...NO_EVIDENCE,
        identity,
        tokens: listed,
        expiry: judgeExpiry(listed, { ...inputs, fingerprint: () => '' }, nowMs),
      },
      jira,
      nowMs,
    )
    expect(show(verdict).report.expiry.tokenName).toBe('my token')
  })
})
