import { type Finding, finding, isFinding } from '../../catalogue/finding.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import { readInputs } from '../../inputs/read-inputs.ts'
import type { Entry } from '../entry.ts'

/** A bug of ours that one entry brings out is a finding about that entry, so that the others are looked at all the same. */
export function findingOnBug(error: unknown): Finding {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : 'no error was given'
  return finding('internal-error', { detail })
}

/**
 * Reads the inputs of an entry. Of what is wrong with several, address and token come first.
 * @returns the inputs or the first finding, and its base URL where that is sound; never throws
 */
export function readEntry({ source, missingVariable }: Entry): { inputs: Inputs | Finding; baseUrl: string | null } {
  try {
    const { inputs, baseUrl } = readInputs(source)
    const isOfOthers =
      !isFinding(inputs) || inputs.reason === 'input-invalid' || inputs.reason === 'certificate-invalid'
    return { baseUrl, inputs: isOfOthers ? (missingVariable ?? inputs) : inputs }
  } catch (error) {
    return { inputs: findingOnBug(error), baseUrl: null }
  }
}
