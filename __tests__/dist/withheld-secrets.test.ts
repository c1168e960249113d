import { expect, it } from 'vitest'
import { playAgainst } from '../support/play.ts'

const pullRequest = (fork: boolean) => ({
  pull_request: {
    head: { repo: { fork, full_name: fork ? 'somebody/octo-repo' : 'octo-org/octo-repo' } },
    base: { repo: { fork: false, full_name: 'octo-org/octo-repo' } },
  },
})

const causeOf = async (env: Record<string, string>, event: object): Promise<string> => {
  const { setting, result } = await playAgainst({}, { token: '' }, { env, event })
  expect(result.outputs).toMatchObject({ reason: 'token-missing', result: 'misconfigured' })
  expect(result.exitCode).toBe(1)
  expect(setting.jira?.requests).toEqual([])
  // Its first sentence is all that an annotation says of what happened.
  return result.annotations[0]?.message.split('\n')[0] ?? ''
}

it.concurrent('a pull request of a fork: the words say so', async () => {
  expect(await causeOf({ GITHUB_EVENT_NAME: 'pull_request' }, pullRequest(true))).toMatch(/fork/)
})

it.concurrent('a fork that was deleted meanwhile: there is no repository to look at', async () => {
  const event = { pull_request: { ...pullRequest(true).pull_request, head: { repo: null } } }
  expect(await causeOf({ GITHUB_EVENT_NAME: 'pull_request' }, event)).toMatch(/fork/)
})

it.concurrent('a pull request of a branch of the same repository: not a word of forks', async () => {
  expect(await causeOf({ GITHUB_EVENT_NAME: 'pull_request' }, pullRequest(false))).not.toMatch(/fork/)
})

it.concurrent('Dependabot: the words name where its secrets are', async () => {
  const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_ACTOR: 'dependabot[bot]' }
  expect(await causeOf(env, pullRequest(false))).toMatch(/Dependabot/)
})

it.concurrent('a push: neither', async () => {
  expect(await causeOf({ GITHUB_EVENT_NAME: 'push' }, {})).not.toMatch(/fork|Dependabot/)
})

it.concurrent('an event that cannot be read is no fault', async () => {
  expect(await causeOf({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: '/nowhere/event.json' }, {})).toMatch(
    /JIRA_PAT/,
  )
})
