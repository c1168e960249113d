import { describe, expect, it } from 'vitest'
import { DEPENDABOT, FORK, findWithholding, type WorkflowEvent } from '../../src/inputs/withheld-secrets.ts'

const repository = 'example/repository'
const fork = { head: { repo: { full_name: 'somebody/repository', fork: true } } }

function event(changes: Partial<WorkflowEvent>): WorkflowEvent {
  return { name: 'pull_request', actor: 'jane', repository, payload: undefined, ...changes }
}

describe('why GitHub withholds secrets', () => {
  const base = { repo: { full_name: repository } }

  it.each<[string, WorkflowEvent, typeof FORK]>([
    ['a pull request from a fork', event({ payload: { pull_request: { ...fork, base } } }), FORK],
    ['a review of one', event({ name: 'pull_request_review', payload: { pull_request: { ...fork, base } } }), FORK],
    [
      'a comment in such a review',
      event({ name: 'pull_request_review_comment', payload: { pull_request: { ...fork, base } } }),
      FORK,
    ],
    ['a fork that has since been deleted', event({ payload: { pull_request: { head: { repo: null } } } }), FORK],
    ['a base that is not told', event({ payload: { pull_request: fork } }), FORK],
    ['a fork without a name', event({ payload: { pull_request: { head: { repo: { fork: true } } } } }), FORK],
    ['Dependabot', event({ name: 'push', actor: 'dependabot[bot]' }), DEPENDABOT],
    [
      'Dependabot in a pull request',
      event({ actor: 'dependabot[bot]', payload: { pull_request: { ...fork, base } } }),
      DEPENDABOT,
    ],
  ])('%s', (_, given, facts) => {
    expect(findWithholding(given)).toBe(facts)
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
    expect(findWithholding(given)).toBeUndefined()
  })
})
