import { type FindingOf, finding } from '../catalogue/finding.ts'
import type { ProductWords } from '../catalogue/product-words.ts'
import type { InputSource } from './inputs.ts'
import { findWithholding, type WorkflowEvent } from './withheld-secrets.ts'

/** @returns a finding `token-missing` that tells of where the token should have come from, and of nothing else */
export function missingToken(
  source: InputSource,
  { patVariable }: Pick<ProductWords, 'patVariable'>,
): FindingOf<'token-missing'> {
  if (source.missingToken !== undefined) return source.missingToken()
  const blankBecause = source.blankBecause?.('token')
  if (blankBecause !== undefined) return finding('token-missing', { problem: blankBecause, pipe: 'standard input' })
  const event = source.readEvent()
  if (event !== undefined) return missingInWorkflow(event, patVariable)
  return finding('token-missing', {
    problem: `the environment variable ${patVariable} is blank`,
    tokenVariable: patVariable,
  })
}

function missingInWorkflow(event: WorkflowEvent, patVariable: string): FindingOf<'token-missing'> {
  const problem = `the input <token> is blank, and so is the environment variable ${patVariable}`
  switch (findWithholding(event)) {
    case 'fork': {
      const withheld = 'this is a pull request from a fork, from which GitHub withholds secrets'
      return finding('token-missing', { problem, withheld, forkRuns: 'pull requests from forks' })
    }
    case 'dependabot': {
      const withheld = 'Dependabot started this run, and it gets only the Dependabot secrets'
      return finding('token-missing', { problem, withheld, dependabot: 'Dependabot' })
    }
    default:
      return finding('token-missing', { problem, repository: event.repository || 'this repository' })
  }
}
