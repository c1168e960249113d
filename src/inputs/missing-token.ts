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
  const withheld = findWithholding(event) ?? { repository: event.repository || 'this repository' }
  return finding('token-missing', { problem, ...withheld })
}
