import { describe, expect, it } from 'vitest'
import { type Finding, finding, isFinding } from '../../../src/catalogue/finding.ts'
import type { InputSource, Inputs } from '../../../src/inputs/inputs.ts'
import { createEntrySource } from '../../../src/watch/list/entry-source.ts'
import { missingSecrets } from '../../../src/watch/list/missing-secret.ts'
import { readAll, someToken, sourceOf } from '../../inputs/source.ts'
import { soundEntry, soundList } from './reading.ts'

const ENTRY = 'tokens:\n - secret: JIRA_PAT_CI\n   jira-url: https://jira.example.com\n'

const event = { name: 'schedule', actor: 'octocat', repository: 'octo-org/octo-repo', payload: {} }

function inputsOf(
  lines: string,
  environment: Readonly<Record<string, string>>,
  source: Partial<InputSource> = {},
): Inputs | Finding {
  const run = { ...sourceOf({ environment }), readEvent: () => event, ...source }
  return readAll(createEntrySource(soundEntry(`${ENTRY}   ${lines}`), run)).inputs
}

function sound(inputs: Inputs | Finding): Inputs {
  if (isFinding(inputs)) throw new Error(JSON.stringify(inputs.facts))
  return inputs
}

const token = { JIRA_PAT_CI: someToken }

describe('the inputs of an entry', () => {
  it('come from the list, and the token from the environment', () => {
    const inputs = sound(inputsOf('projects: [OPS, WEB]\n   expiry-warn-days: 21\n   check-expiry: true', token))
    expect(inputs).toMatchObject({
      baseUrl: 'https://jira.example.com',
      credentials: { scheme: 'Bearer', token: someToken },
      sources: { url: 'the list, line 2', token: 'secret JIRA_PAT_CI of the list, line 2' },
      projects: ['OPS', 'WEB'],
      permissions: ['BROWSE_PROJECTS'],
      expiryWarnDays: 21,
      timeoutMs: 30_000,
    })
  })

  it('are never those of other variables', () => {
    const others = { JIRA_PAT: someToken, JIRA_DOMAIN: 'https://other.example.com' }
    expect(sound(inputsOf('retries: 1', { ...others, ...token })).baseUrl).toBe('https://jira.example.com')
    expect(inputsOf('retries: 1', others)).toMatchObject({ reason: 'token-missing' })
  })

  it('have the values of the variables that headers name', () => {
    const lines = 'headers:\n    - "CF-Access-Client-Id: $CF_ID"\n    - X-Other:$OTHER'
    const inputs = sound(inputsOf(lines, { ...token, CF_ID: 'abc: def\n', OTHER: 'x' }))
    expect([...inputs.headers]).toEqual([
      ['cf-access-client-id', 'abc: def'],
      ['x-other', 'x'],
    ])
  })

  it.each([
    [{}, 'has no value'],
    [{ CF_ID: 'a\nX-Evil: b' }, 'a control character'],
    [{ CF_ID: 'a\r\nX-Evil: b' }, 'a control character'],
  ])('a variable %j makes no header', (environment, words) => {
    const inputs = inputsOf('headers: "X-Id: $CF_ID"', { ...token, ...environment })
    expect(inputs).toMatchObject({ reason: 'input-invalid', facts: { problem: expect.stringContaining(words) } })
  })

  it('have the path or the text of the key that a variable holds', () => {
    const lines = 'client-certificate: cert.pem\n   client-key: $KEY'
    expect(inputsOf(lines, { ...token, KEY: '/no/key.pem' })).toMatchObject({
      reason: 'certificate-invalid',
      facts: { input: '<client-certificate>' },
    })
    expect(inputsOf(lines, token)).toMatchObject({
      reason: 'certificate-invalid',
      facts: { input: '<client-key>', problem: expect.stringContaining('is missing') },
    })
  })

  it('that are unsound are a finding of the entry', () => {
    const inputs = inputsOf('retries: 99', token)
    expect(inputs).toMatchObject({ reason: 'input-invalid', facts: { input: '<retries>' } })
  })
})

describe('a secret that is not there', () => {
  const problem =
    'the environment variable JIRA_PAT_CI, which line 2 of the list names, is missing or blank in this step'

  it.each([{}, { JIRA_PAT_CI: ' \n' }])('is told with what to do in a workflow: %j', (environment) => {
    expect(inputsOf('retries: 1', environment)).toEqual(
      finding('token-missing', {
        problem,
        alike: [],
        envLine: 'JIRA_PAT_CI: ${{ secrets.JIRA_PAT_CI }}',
        listedSecret: 'JIRA_PAT_CI',
      }),
    )
  })

  it('is told with what to do elsewhere', () => {
    expect(inputsOf('retries: 1', {}, { readEvent: () => undefined })).toEqual(
      finding('token-missing', { problem, alike: [], listedVariable: 'JIRA_PAT_CI' }),
    )
  })

  it('is told with names that are like its own, and none that says more', () => {
    const environment = {
      jira_pat_ci: 'a',
      JIRA_PAT_C1: 'a',
      JIRA_PAT_CL: '',
      JIRA_PAT_QI: 'a',
      JIRA_PAT_CIA: 'a',
      HOME: '/root',
      INPUT_PAT_CI: 'a',
      'JIRA-PAT-CI': 'a',
    }
    expect(inputsOf('retries: 1', environment)).toMatchObject({
      facts: { alike: ['jira_pat_ci', 'JIRA_PAT_C1', 'JIRA_PAT_QI'] },
    })
  })

  it('is told without names that the list uses for something else', () => {
    const source = { ...sourceOf({ environment: { JIRA_PAT_C1: 'a', JIRA_PAT_C2: 'a' } }), readEvent: () => event }
    const used = new Set(['JIRA_PAT_CI', 'JIRA_PAT_C2'])
    expect(readAll(createEntrySource(soundEntry(ENTRY), source, used)).inputs).toMatchObject({
      facts: { alike: ['JIRA_PAT_C1'] },
    })
  })

  it.each([
    [
      'a fork',
      { ...event, name: 'pull_request', payload: { pull_request: { head: { repo: null } } } },
      {
        withheld: 'this is a pull request from a fork, from which GitHub withholds secrets',
        forkRuns: 'pull requests from forks',
        forkCondition:
          "if: ${{ github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository }}",
      },
    ],
    [
      'Dependabot',
      { ...event, actor: 'dependabot[bot]' },
      {
        withheld: 'Dependabot started this run, and it gets only the Dependabot secrets',
        dependabot: 'Dependabot',
        dependabotCondition: "if: ${{ github.actor != 'dependabot[bot]' }}",
      },
    ],
  ])('is withheld from %s', (_, withheldEvent, facts) => {
    expect(inputsOf('retries: 1', {}, { readEvent: () => withheldEvent })).toEqual(
      finding('token-missing', { problem, alike: [], ...facts }),
    )
  })
})

describe('the secrets of a list, none of which is there', () => {
  const { entries } = soundList(`${ENTRY} - secret: JIRA_PAT_TWO\n   jira-url: https://jira.example.com`)
  const missing = (environment: Readonly<Record<string, string>>) =>
    missingSecrets(entries, { environment, readEvent: () => event })

  it.each([{}, { JIRA_PAT_CI: '', JIRA_PAT_TWO: '\t' }])('are one finding: %j', (environment) => {
    expect(missing(environment)).toEqual(
      finding('token-missing', {
        problem: 'of the 2 secrets that the list names this step has none as an environment variable',
        alike: [],
        envLine: 'JIRA_PAT_CI: ${{ secrets.JIRA_PAT_CI }}',
        listedSecret: 'JIRA_PAT_CI',
      }),
    )
  })

  it('are none where one is there', () => {
    expect(missing({ JIRA_PAT_TWO: 'a' })).toBeUndefined()
    expect(missingSecrets([], { environment: {}, readEvent: () => event })).toBeUndefined()
  })
})
