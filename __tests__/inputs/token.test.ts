import { describe, expect, it } from 'vitest'
import { describeWithheldSecrets, judgeToken, type WorkflowEvent } from '../../src/inputs/token.ts'
import { someToken } from './source.ts'

describe('what may be a token', () => {
  it.each([
    ['a personal access token', someToken],
    ['an API token of Jira Cloud', 'ATATT3xFfGF0T9t-_k=1A2B3C4D'],
    ['a token of another product', 'BBDC-MjcxODI4MTgyODQ1Om'],
    ['a short password', 'ci'],
    ['a password with signs', 'p@$$w0rd!#%&()*+,-./:;=?[]^_{|}~\\'],
    ['a password with an inner quotation mark', 'it\'s-"so"-so'],
    ['a password that is like a variable, but longer', '$ECRET-1'],
    ['a password that begins like one', 'a$JIRA_PAT'],
    ['a password with a percent sign', '100%sure'],
    ['a password that begins with Bearer', 'Bearerbot7'],
    ['a password with an asterisk', '*a*'],
    ['a password with one angle bracket', '<secret'],
    ['a password with angle brackets at its end', 'a<b>'],
    ['a password with angle brackets at its start', '<a>b'],
    ['a password with the name of a scheme in it', 'NotBearer:7'],
    ['all of ASCII at its ends', '!~'],
  ])('%s', (_, token) => {
    expect(judgeToken(token)).toBeUndefined()
  })
})

const masked = 'is a row of asterisks: the masked form of a secret was copied, not the secret'
const expression = 'is a GitHub expression that was not evaluated (${{ … }})'
const variable = 'is the name of a variable that was not replaced by its value'
const placeholder = 'is a placeholder in angle brackets'
const scheme = 'begins with “Bearer” or “Basic”, which is the name of the scheme and not part of the token'
const wrapped = 'is wrapped in quotation marks'
const quoted = 'begins or ends with a quotation mark'
const control = 'has a line break or control character inside'
const space = 'has white space inside'
const notAscii = 'has a character that is not ASCII'

describe('what cannot be a token, and why', () => {
  it.each([
    ['***', masked],
    ['*', masked],
    ['${{ secrets.JIRA_PAT }}', expression],
    ['${{secrets.JIRA_PAT}}', expression],
    ['Bearer ${{ secrets.JIRA_PAT }}', expression],
    ['$JIRA_PAT', variable],
    ['${JIRA_PAT}', variable],
    ['$T2', variable],
    ['$env:JIRA_PAT', variable],
    ['%JIRA_PAT%', variable],
    ['$(JIRA_PAT)', variable],
    ['$(jira.pat)', variable],
    ['<your-token>', placeholder],
    ['<your token>', placeholder],
    ['<your\ntoken>', placeholder],
    ['<>', placeholder],
    [`Bearer ${someToken}`, scheme],
    [`bearer ${someToken}`, scheme],
    [`Bearer\t${someToken}`, scheme],
    [`Bearer:${someToken}`, scheme],
    [`Bearer%20${someToken}`, scheme],
    ['Bearer', scheme],
    ['Basic c3ZjLWNpOmh1bnRlcjI=', scheme],
    [`"${someToken}"`, wrapped],
    [`'${someToken}'`, wrapped],
    [`\`${someToken}\``, wrapped],
    ['"two\nlines"', wrapped],
    [`"${someToken}`, quoted],
    [`'${someToken}`, quoted],
    [`${someToken}"`, quoted],
    [`${someToken}\``, quoted],
    [`"${someToken}'`, quoted],
    ['a"b"', quoted],
    ['"a"b', quoted],
    ['first\nsecond', control],
    ['first\rsecond', control],
    ['first\u0000second', control],
    ['first\u001Bsecond', control],
    ['first\u007Fsecond', control],
    ['first\u0085second', control],
    ['first second', space],
    ['first\tsecond', space],
    ['first\u00A0second', space],
    ['first\u2028second', space],
    ['pässword', notAscii],
    ['tok\u200Ben', notAscii],
    ['•••••', notAscii],
  ])('%j %s', (token, problem) => {
    expect(judgeToken(token)).toEqual({
      kind: 'finding',
      reason: 'token-malformed',
      facts: { problem },
      statusCode: null,
    })
  })
})

const repository = 'example/repository'
const fork = { head: { repo: { full_name: 'somebody/repository', fork: true } } }

function event(changes: Partial<WorkflowEvent>): WorkflowEvent {
  return { name: 'pull_request', actor: 'jane', repository, payload: undefined, ...changes }
}

describe('why GitHub withholds secrets', () => {
  const fromFork = 'this is a pull request from a fork, from which GitHub withholds secrets'
  const fromDependabot = 'Dependabot started this run, and it gets only the Dependabot secrets'
  const base = { repo: { full_name: repository } }

  it.each<[string, WorkflowEvent, string | undefined]>([
    ['a pull request from a fork', event({ payload: { pull_request: { ...fork, base } } }), fromFork],
    ['a review of one', event({ name: 'pull_request_review', payload: { pull_request: { ...fork, base } } }), fromFork],
    [
      'a comment in such a review',
      event({ name: 'pull_request_review_comment', payload: { pull_request: { ...fork, base } } }),
      fromFork,
    ],
    ['a fork that has since been deleted', event({ payload: { pull_request: { head: { repo: null } } } }), fromFork],
    ['a base that is not told', event({ payload: { pull_request: fork } }), fromFork],
    ['a fork without a name', event({ payload: { pull_request: { head: { repo: { fork: true } } } } }), fromFork],
    ['Dependabot', event({ name: 'push', actor: 'dependabot[bot]' }), fromDependabot],
    [
      'Dependabot in a pull request',
      event({ actor: 'dependabot[bot]', payload: { pull_request: { ...fork, base } } }),
      fromDependabot,
    ],
  ])('%s', (_, given, words) => {
    expect(describeWithheldSecrets(given)).toBe(words)
  })

  it.each<[string, WorkflowEvent]>([
    [
      'a pull request within the repository',
      event({ payload: { pull_request: { head: { repo: { full_name: repository, fork: false } }, base } } }),
    ],
    [
      'a pull request within a repository that is itself a fork',
      event({ payload: { pull_request: { head: { repo: { full_name: repository, fork: true } }, base } } }),
    ],
    [
      'a pull request within the repository, whose base is not told',
      event({ payload: { pull_request: { head: { repo: { full_name: repository, fork: true } } } } }),
    ],
    [
      'a pull request that is no fork and has no name',
      event({ payload: { pull_request: { head: { repo: { fork: 'true' } }, base } } }),
    ],
    // It runs in the repository's own context, with its secrets.
    ['pull_request_target', event({ name: 'pull_request_target', payload: { pull_request: { ...fork, base } } })],
    ['my_pull_request', event({ name: 'my_pull_request', payload: { pull_request: { ...fork, base } } })],
    ['a push', event({ name: 'push', payload: { pull_request: { ...fork, base } } })],
    [
      'a pull request to the repository that the event names, whatever the environment does',
      event({
        repository: 'example/renamed',
        payload: { pull_request: { head: { repo: { full_name: repository } }, base } },
      }),
    ],
    ['an event that cannot be read', event({ payload: undefined })],
    ['an event of null', event({ payload: null })],
    ['an event of another shape', event({ payload: { pull_request: 'https://example.com' } })],
    ['a pull request without a head', event({ payload: { pull_request: {} } })],
  ])('not for %s', (_, given) => {
    expect(describeWithheldSecrets(given)).toBeUndefined()
  })
})
