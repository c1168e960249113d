import { describe, expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import type { InputSource } from '../../src/inputs/inputs.ts'
import { missingToken } from '../../src/inputs/missing-token.ts'
import type { WorkflowEvent } from '../../src/inputs/withheld-secrets.ts'
import { words } from '../../src/products/jira/words.ts'
import { sourceOf } from './source.ts'

const problem = 'the input <token> is blank, and so is the environment variable JIRA_PAT'

const missing = (source: Partial<InputSource>) => missingToken({ ...sourceOf({}), ...source }, words)
const missingIn = (event: Partial<WorkflowEvent>) =>
  missing({
    readEvent: () => ({ name: 'push', actor: 'octocat', repository: 'octo-org/octo-repo', payload: {}, ...event }),
  })

describe('a token that is missing', () => {
  it('in a workflow: the repository should have it', () => {
    expect(missingIn({})).toEqual(finding('token-missing', { problem, repository: 'octo-org/octo-repo' }))
    expect(missingIn({ repository: '' })).toEqual(finding('token-missing', { problem, repository: 'this repository' }))
  })

  it('in a pull request from a fork: only what helps there', () => {
    const payload = { pull_request: { head: { repo: { full_name: 'somebody/octo-repo' } } } }
    expect(missingIn({ name: 'pull_request', payload })).toEqual(
      finding('token-missing', {
        problem,
        withheld: 'this is a pull request from a fork, from which GitHub withholds secrets',
        forkRuns: 'pull requests from forks',
        forkCondition:
          "if: ${{ github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository }}",
      }),
    )
  })

  it('in a run of Dependabot: only what helps there', () => {
    expect(missingIn({ actor: 'dependabot[bot]' })).toEqual(
      finding('token-missing', {
        problem,
        withheld: 'Dependabot started this run, and it gets only the Dependabot secrets',
        dependabot: 'Dependabot',
        dependabotCondition: "if: ${{ github.actor != 'dependabot[bot]' }}",
      }),
    )
  })

  it('outside a workflow: the variable should have it', () => {
    expect(missing({ readEvent: () => undefined })).toEqual(
      finding('token-missing', {
        problem: 'the environment variable JIRA_PAT is blank',
        tokenVariable: 'JIRA_PAT',
      }),
    )
  })

  it('of which whoever reads it has more to say: only that', () => {
    const own = finding('token-missing', { problem: 'the secret ONE is blank' })
    expect(missing({ missingToken: () => own })).toBe(own)
  })

  it('that should have come from elsewhere: only that', () => {
    const blankBecause = (name: string) => (name === 'token' ? 'standard input is empty' : undefined)
    expect(missing({ blankBecause })).toEqual(
      finding('token-missing', { problem: 'standard input is empty', pipe: 'standard input' }),
    )
  })
})
