import { type Environment, readVariable } from '../../base/environment.ts'
import type { Finding } from '../../catalogue/finding.ts'
import { invalidInput } from '../../inputs/invalid.ts'
import { findAlike } from './find-alike.ts'
import { variablesIn } from './variables.ts'
import type { ListEntry } from './watch-list.ts'

/**
 * @param others variables that the list uses for something else
 * @returns a finding `input-invalid` about a variable that the headers or the client key of an entry name, and that is
 *   blank: without it, less would be sent than the list says. Undefined where there is none
 */
export function missingVariable(
  { texts, line }: ListEntry,
  environment: Environment,
  others: ReadonlySet<string>,
): Finding | undefined {
  for (const [input, text] of texts) {
    const missing = variablesIn(input, text).find((name) => readVariable(environment, name) === '')
    if (missing === undefined) continue
    const problem = `names the environment variable ${missing} (entry of line ${line}), which is missing or blank in this step`
    const accepts = 'the names of variables that the step has, each in a line of its own under env'
    return invalidInput(input, problem, accepts, findAlike(missing, environment, others)[0])
  }
  return undefined
}
