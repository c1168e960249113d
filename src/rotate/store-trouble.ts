import { describePermission } from '../github/permission.ts'
import type { Place } from '../github/place.ts'
import type { SecretOutcome } from '../github/secret-outcome.ts'
import type { StoreTrouble } from './store.ts'

/** The input of actions/create-github-app-token that asks for what a place needs. */
const PERMISSION_INPUTS: Readonly<Record<Place['kind'], string>> = {
  repository: 'permission-secrets',
  environment: 'permission-environments',
  organization: 'permission-organization-secrets',
}

/** What a request about a place says where it did not succeed. */
export function toTrouble(
  at: number,
  place: Place,
  outcome: Exclude<SecretOutcome<unknown>, { kind: 'done' }>,
): StoreTrouble {
  const trouble = { kind: 'trouble', at } as const
  switch (outcome.kind) {
    case 'refused': {
      const { statusCode, movedTo } = outcome
      const isForbidden = [401, 403, 404].includes(statusCode)
      const permission = isForbidden
        ? `${describePermission(place.kind)}; with actions/create-github-app-token, ${PERMISSION_INPUTS[place.kind]}: write`
        : undefined
      const detail =
        statusCode === 401 ? 'answered HTTP 401, as if <github-token> were no good,' : `answered HTTP ${statusCode}`
      const newPlace = movedTo === undefined ? undefined : 'as GitHub shows it'
      return {
        ...trouble,
        why: 'refused',
        detail,
        permission: newPlace === undefined ? permission : undefined,
        newPlace,
      }
    }
    case 'limited':
      return {
        ...trouble,
        why: 'unanswered',
        detail: `asks to wait ${Math.ceil(outcome.waitMs / 1000)} s (HTTP ${outcome.statusCode}, its limit for requests)`,
      }
    case 'not-sent':
      return { ...trouble, why: 'unanswered', detail: `could not be reached (${outcome.code || 'no code'})` }
    case 'in-doubt': {
      const { statusCode, code } = outcome
      const detail = statusCode === undefined ? `gave no answer (${code || 'no code'})` : `answered HTTP ${statusCode}`
      return { ...trouble, why: 'unanswered', detail }
    }
  }
}

/** Whether GitHub says that there is no such secret, or no right to see it. */
export function isMissing(outcome: SecretOutcome<unknown>): outcome is SecretOutcome<never> & { kind: 'refused' } {
  return outcome.kind === 'refused' && outcome.statusCode === 404
}
