import { describe, expect, it } from 'vitest'
import { isFinding } from '../../src/catalogue/finding.ts'
import { jira } from '../../src/products/jira/jira.ts'
import type { RotateInputs } from '../../src/rotate/inputs.ts'
import { readRotateInputs } from '../../src/rotate/read-rotate-inputs.ts'
import { soundInputs, sourceOf } from '../inputs/source.ts'

const environment = { GITHUB_REPOSITORY: 'octo-org/octo-repo' }
const sound = { ...soundInputs, secret: 'JIRA_PAT', 'github-token': 'a-token-of-an-app' }

const read = (inputs: Record<string, string>, more: Record<string, string> = {}) =>
  readRotateInputs(sourceOf({ inputs: { ...sound, ...inputs }, environment: { ...environment, ...more } }), jira).inputs

const readSound = (inputs: Record<string, string> = {}, more: Record<string, string> = {}): RotateInputs => {
  const found = read(inputs, more)
  if (isFinding(found)) throw new Error(`${found.reason} ${JSON.stringify(found.facts)}`)
  return found
}

describe('sound inputs', () => {
  it('have defaults', () => {
    expect(readSound()).toMatchObject({
      lifeDays: 90,
      rotateDays: 14,
      overlapDays: 7,
      revoke: 'later',
      isDryRun: false,
      attempt: 1,
      prefix: expect.stringMatching(/^github-octorep-[0-9a-f]{4}$/),
      jira: { timeoutMs: 60_000, retries: 2, expiryWarnDays: 0 },
      target: {
        kind: 'places',
        places: [{ kind: 'repository', name: 'JIRA_PAT' }],
        repository: { owner: 'octo-org', name: 'octo-repo' },
        githubToken: 'a-token-of-an-app',
        route: { baseUrl: 'https://api.github.com' },
      },
    })
  })

  it('may name several places, environments with blanks among them', () => {
    const { target } = readSound({ secret: 'JIRA_PAT, env:eu / 1/JIRA_PAT\norg:JIRA_PAT' })
    expect(target).toMatchObject({
      places: [{ kind: 'repository' }, { kind: 'environment', environment: 'eu / 1' }, { kind: 'organization' }],
    })
  })

  it('have a prefix by the first place as it was given', () => {
    const { prefix } = readSound({ secret: '\n jira_pat , OTHER' })
    expect(prefix).not.toBe(readSound().prefix)
    expect(prefix).toBe(readSound({ secret: 'jira_pat' }).prefix)
    expect(readSound({ 'name-prefix': 'mine' }).prefix).toBe('mine')
  })

  it.each([
    [{ days: 'never' }, { lifeDays: 'never' }],
    [
      { days: '5', 'rotate-days': '2', 'overlap-days': '0' },
      { lifeDays: 5, rotateDays: 2, overlapDays: 0 },
    ],
    [{ revoke: 'now' }, { revoke: 'now' }],
    [{ revoke: 'never' }, { revoke: 'never' }],
    [{ 'dry-run': 'true' }, { isDryRun: true }],
  ])('%j', (inputs, expected) => {
    expect(readSound(inputs)).toMatchObject(expected)
  })

  it('know which attempt of a run it is', () => {
    const attemptOf = (text: string): number => readSound({}, { GITHUB_RUN_ATTEMPT: text }).attempt
    expect(['3', '10', '123456'].map(attemptOf)).toEqual([3, 10, 123_456])
    expect(['', 'x', 'x3', '3x', '1234567'].map(attemptOf)).toEqual([1, 1, 1, 1, 1])
  })

  it('may name a command in place of the secret', () => {
    const command = {
      secret: '',
      'github-token': '',
      'store-command': 'store',
      'read-command': 'read',
      'name-prefix': 'ci',
    }
    expect(readSound(command, { GITHUB_REPOSITORY: '' }).target).toEqual({
      kind: 'command',
      storeCommand: 'store',
      readCommand: 'read',
    })
  })

  it('leave out what only the check takes', () => {
    expect(readSound({ username: 'svc-ci', projects: 'OPS' }).jira).toMatchObject({
      credentials: { scheme: 'Bearer' },
      projects: [],
    })
  })
})

describe('inputs that are not', () => {
  it.each<[inputs: Record<string, string>, input: string]>([
    [{ secret: '' }, '<secret>'],
    [{ secret: 'env:JIRA_PAT' }, '<secret>'],
    [{ secret: 'JIRA_PAT, jira_pat' }, '<secret>'],
    [{ 'github-token': '' }, '<github-token>'],
    [{ 'store-command': 'store' }, '<store-command>'],
    [{ secret: '', 'store-command': 'store' }, '<name-prefix>'],
    [{ 'read-command': 'read' }, '<read-command>'],
    [{ 'name-prefix': 'a-prefix-that-is-too-long' }, '<name-prefix>'],
    [{ days: '0' }, '<days>'],
    [{ days: 'soon' }, '<days>'],
    [{ revoke: 'maybe' }, '<revoke>'],
    [{ 'rotate-days': '-1' }, '<rotate-days>'],
    [{ 'dry-run': 'yes' }, '<dry-run>'],
  ])('%j: %s', (inputs, input) => {
    expect(read(inputs)).toMatchObject({ reason: 'input-invalid', facts: { input } })
  })

  const places = 'NAME, env:ENVIRONMENT/NAME and org:NAME, one per line or separated by commas'

  it.each<[input: string, problem: string, accepts: string, inputs: Record<string, string>]>([
    [
      'secret',
      'is blank, and so is <store-command>, so that there is no place for a new token',
      `${places}; or give <store-command> in its place`,
      { secret: ' ' },
    ],
    [
      'store-command',
      'stands beside <secret>, and one of them is enough',
      'a command, where <secret> is left out',
      { 'store-command': 'store' },
    ],
    [
      'name-prefix',
      'is blank, which it may not be with <store-command>: nothing else tells one family from another',
      'up to 19 letters, digits and the signs “_”, “.” and “-”',
      { secret: '', 'store-command': 'store' },
    ],
    [
      'read-command',
      'means nothing without <store-command>',
      'a command beside <store-command>',
      { 'read-command': 'read' },
    ],
    [
      'github-token',
      'is blank, and the job’s own GITHUB_TOKEN may not write secrets',
      'a token of a GitHub App, or a personal access token',
      { 'github-token': '' },
    ],
  ])('say what is wrong and what is taken: %s %s', (input, problem, accepts, inputs) => {
    expect(read(inputs)).toMatchObject({ facts: { input: `<${input}>`, problem, accepts } })
  })

  it('need a repository for a secret', () => {
    expect(read({}, { GITHUB_REPOSITORY: '' })).toMatchObject({
      facts: {
        input: '<secret>',
        problem: 'needs GITHUB_REPOSITORY, which names no repository here',
        accepts: 'a secret of the repository that GITHUB_REPOSITORY names (owner/name)',
      },
    })
  })

  it('need an address of GitHub to which a token may go', () => {
    expect(read({}, { GITHUB_API_URL: 'http://github.example.com' })).toMatchObject({
      facts: { input: 'GITHUB_API_URL' },
    })
  })

  it('are told of after a token that is missing, which is withheld from runs like this one', () => {
    expect(read({ token: '', secret: '', 'github-token': '', 'jira-url': '' })).toMatchObject({
      reason: 'token-missing',
    })
  })

  it('are told of after those that the check has too', () => {
    expect(read({ 'jira-url': 'jira', secret: '' })).toMatchObject({ reason: 'url-invalid' })
  })
})
