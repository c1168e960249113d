import { type Environment, readVariable } from '../../base/environment.ts'
import { type FindingOf, finding } from '../../catalogue/finding.ts'
import { findWithholding, type WorkflowEvent } from '../../inputs/withheld-secrets.ts'
import { findAlike } from './find-alike.ts'
import type { ListEntry } from './watch-list.ts'

/** What tells why a secret is not there. */
export interface StepSource {
  readonly environment: Environment
  /** Undefined where this is no workflow of GitHub's. */
  readEvent(): WorkflowEvent | undefined
}

/**
 * @param others variables that the list uses for something else
 * @returns a finding `token-missing` about one entry of the list, whose variable is blank
 */
export function missingSecret(
  { secret, line }: ListEntry,
  source: StepSource,
  others: ReadonlySet<string>,
): FindingOf<'token-missing'> {
  const problem = `the environment variable ${secret}, which line ${line} of the list names, is missing or blank in this step`
  return finding('token-missing', {
    problem,
    alike: findAlike(secret, source.environment, others),
    ...remedyOf(secret, source),
  })
}

/**
 * @returns a finding `token-missing` about the whole list, where every one of its variables is blank: what is wrong is
 *   wrong with the step, and not with each token. Undefined where there is one.
 */
export function missingSecrets(
  entries: readonly ListEntry[],
  source: StepSource,
): FindingOf<'token-missing'> | undefined {
  const [first] = entries
  const isBlank = ({ secret }: ListEntry): boolean => readVariable(source.environment, secret) === ''
  if (first === undefined || !entries.every(isBlank)) return undefined
  const others = new Set(entries.map(({ secret }) => secret))
  if (entries.length === 1) return missingSecret(first, source, others)
  const problem = `of the ${entries.length} secrets that the list names this step has none as an environment variable`
  const alike = findAlike(first.secret, source.environment, others)
  return finding('token-missing', { problem, alike, ...remedyOf(first.secret, source) })
}

function remedyOf(secret: string, { readEvent }: StepSource): Partial<FindingOf<'token-missing'>['facts']> {
  const event = readEvent()
  if (event === undefined) return { listedVariable: secret }
  return findWithholding(event) ?? { envLine: `${secret}: \${{ secrets.${secret} }}`, listedSecret: secret }
}
