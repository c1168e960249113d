import type { Place } from '../github/place.ts'
import type { ApiRoute } from '../github/read-api.ts'
import type { Repository } from '../github/repository.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Plan } from './plan.ts'

/** Where the new token goes. */
export type Target =
  | {
      readonly kind: 'places'
      readonly places: readonly [Place, ...Place[]]
      readonly repository: Repository
      readonly route: ApiRoute
      readonly githubToken: string
    }
  | { readonly kind: 'command'; readonly storeCommand: string; readonly readCommand: string }

/** Everything that a rotation needs to know, read and found sound. */
export interface RotateInputs extends Plan {
  /** How Jira is reached and who is asking, as in the check. */
  readonly jira: Inputs
  readonly target: Target
  /** Of the family's names. */
  readonly prefix: string
  readonly isDryRun: boolean
  /** Whether this is a re-run, which has the secret of the first attempt: 2 and more. */
  readonly attempt: number
}
