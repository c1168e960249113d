import { expect, it } from 'vitest'
import type { Place } from '../../src/github/place.ts'
import type { SecretOutcome } from '../../src/github/secret-outcome.ts'
import type { StoreTrouble } from '../../src/rotate/store.ts'
import { isMissing, toTrouble } from '../../src/rotate/store-trouble.ts'
import { describeTrouble } from '../../src/rotate/trouble-words.ts'
import { type GivenTask, taskOf } from './task.ts'

type Failed = Exclude<SecretOutcome<never>, { kind: 'done' }>

const refused = (statusCode: number, movedTo?: string): Failed => ({
  kind: 'refused',
  statusCode,
  serverMs: undefined,
  movedTo,
})
const inDoubt = (statusCode: number | undefined, code?: string): Failed => ({
  kind: 'in-doubt',
  statusCode,
  code,
  serverMs: undefined,
})
const repository: Place = { kind: 'repository', name: 'JIRA_PAT' }

it.each<[outcome: Failed, why: StoreTrouble['why'], detail: string]>([
  [refused(401), 'refused', 'answered HTTP 401, as if <github-token> were no good,'],
  [refused(403), 'refused', 'answered HTTP 403'],
  [refused(404), 'refused', 'answered HTTP 404'],
  [refused(422), 'refused', 'answered HTTP 422'],
  [
    { kind: 'limited', statusCode: 429, serverMs: undefined, waitMs: 59_001 },
    'unanswered',
    'asks to wait 60 s (HTTP 429, its limit for requests)',
  ],
  [{ kind: 'not-sent', code: 'ECONNREFUSED' }, 'unanswered', 'could not be reached (ECONNREFUSED)'],
  [{ kind: 'not-sent', code: '' }, 'unanswered', 'could not be reached (no code)'],
  [inDoubt(502), 'unanswered', 'answered HTTP 502'],
  [inDoubt(undefined, 'ECONNRESET'), 'unanswered', 'gave no answer (ECONNRESET)'],
  [inDoubt(undefined), 'unanswered', 'gave no answer (no code)'],
])('what a request about a place came to, in words: %j', (outcome, why, detail) => {
  expect(toTrouble(2, repository, outcome)).toMatchObject({ kind: 'trouble', at: 2, why, detail })
})

const ofApp = 'of a GitHub App (fine-grained token:'
const withAction = 'with actions/create-github-app-token,'

it.each<[place: Place, permission: string]>([
  [
    repository,
    `secrets: write ${ofApp} Secrets, read and write; classic token: repo); ${withAction} permission-secrets: write`,
  ],
  [
    { kind: 'environment', name: 'JIRA_PAT', environment: 'production' },
    `environments: write ${ofApp} Environments, read and write; classic token: repo); ${withAction} permission-environments: write`,
  ],
  [
    { kind: 'organization', name: 'JIRA_PAT' },
    `organization_secrets: write ${ofApp} Secrets of the organization, read and write; classic token: admin:org); ${withAction} permission-organization-secrets: write`,
  ],
])('the permission that is most likely missing: %j', (place, permission) => {
  for (const status of [401, 403, 404]) expect(toTrouble(0, place, refused(status)).permission).toBe(permission)
  expect(toTrouble(0, place, refused(422)).permission).toBeUndefined()
})

it('where the repository has moved to, no permission is missing', () => {
  expect(toTrouble(0, repository, refused(404, 'https://api.github.com/repositories/1'))).toMatchObject({
    permission: undefined,
    newPlace: 'as GitHub shows it',
  })
})

it.each<[outcome: SecretOutcome<object>, expected: boolean]>([
  [refused(404), true],
  [refused(403), false],
  [inDoubt(404), false],
  [{ kind: 'done', value: {}, serverMs: undefined }, false],
])('a secret that is missing: %j: %s', (outcome, expected) => {
  expect(isMissing(outcome)).toBe(expected)
})

it.each<[what: string, trouble: Omit<StoreTrouble, 'kind'>, store: GivenTask['store'], reason: string, facts: object]>([
  [
    'the first secret is missing',
    { at: 0, why: 'own-missing', detail: '' },
    {},
    'secret-shadowed',
    {
      problem: 'There is no secret JIRA_PAT, though this run got a token: it comes from somewhere else',
      ownPlace: 'JIRA_PAT',
    },
  ],
  [
    'refused',
    { at: 2, why: 'refused', detail: 'answered HTTP 403', permission: 'p', newPlace: 'n' },
    {},
    'secret-not-writable',
    {
      problem: 'GitHub answered HTTP 403 to a request about org:JIRA_PAT',
      place: 'org:JIRA_PAT',
      permission: 'p',
      newPlace: 'n',
    },
  ],
  [
    'unanswered',
    { at: 1, why: 'unanswered', detail: 'answered HTTP 502' },
    {},
    'secret-write-in-doubt',
    {
      problem: 'Whether env:production/JIRA_PAT can be written, or was, is not known: GitHub answered HTTP 502',
      places: ['JIRA_PAT', 'env:production/JIRA_PAT', 'org:JIRA_PAT'],
    },
  ],
  [
    'a command',
    { at: 0, why: 'unanswered', detail: 'ended with exit code 1' },
    { kind: 'command', places: ['the store of the command'] },
    'secret-write-in-doubt',
    {
      problem:
        'Whether the store of the command can be written, or was, is not known: the command ended with exit code 1',
      places: ['the store of the command'],
    },
  ],
])('what somebody is told: %s', (_, trouble, store, reason, facts) => {
  const task = taskOf(store === undefined ? {} : { store })
  expect(describeTrouble({ kind: 'trouble', ...trouble }, task)).toMatchObject({ reason, facts })
})
