import type { Facts } from '../catalogue/entry.ts'
import type { NoteCode } from '../catalogue/notes.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Expiry } from './expiry.ts'
import { expiryFacts } from './expiry-words.ts'
import type { AskedPermission } from './permissions.ts'

/** Something to say beside the verdict. */
export interface Note {
  readonly code: NoteCode
  /** A warning is an annotation of its own; otherwise it is a line in the log. */
  readonly isWarning: boolean
  readonly facts: Facts
}

/** Says which permissions are held, where all that were asked for are. */
export function notePermissions(asked: readonly AskedPermission[]): readonly Note[] {
  if (asked.length === 0 || asked.some(({ holding }) => holding !== 'held')) return []
  const byPermission = Map.groupBy(asked, ({ permission }) => permission)
  const held = Array.from(byPermission, ([permission, places]) => {
    const projects = places.flatMap(({ project }) => project ?? [])
    return projects.length === 0 ? permission : `${permission} in ${projects.join(', ')}`
  })
  return [{ code: 'permissions-held', isWarning: false, facts: { held } }]
}

/**
 * What to say about the expiry, beside the verdict.
 * @param isRefusal whether the verdict itself is that the token expires, so that it need not be told twice
 */
export function noteExpiry(expiry: Expiry, inputs: Inputs, isRefusal: boolean): readonly Note[] {
  const { status, warns, fails, problem } = expiry
  const facts = expiryFacts(expiry, inputs)
  const isRisk = warns || fails
  switch (status) {
    case 'not-checked':
      return noteUnchecked(inputs)
    case 'unknown': {
      const wasAskedFor = inputs.tokenName !== '' || inputs.expiryFailDays !== undefined
      return [{ code: 'expiry-unknown', isWarning: wasAskedFor, facts: { ...facts, problem } }]
    }
    case 'never':
      return [{ code: 'expiry-never', isWarning: false, facts }]
    case 'ambiguous':
      return [{ code: isRisk ? 'expiry-ambiguous-near' : 'expiry-ambiguous', isWarning: isRisk, facts }]
    case 'ok':
      return [{ code: 'expiry-ok', isWarning: false, facts }]
    default:
      return isRefusal ? [] : [{ code: status === 'expired' ? 'expiry-past' : 'expiry-near', isWarning: true, facts }]
  }
}

/** Not a word where it was to be checked and something else went wrong before. */
function noteUnchecked({ expiryFailDays, checkExpiry, credentials }: Inputs): readonly Note[] {
  if (expiryFailDays === undefined || checkExpiry) return []
  const problem =
    credentials.scheme === 'Basic'
      ? 'username is set, and only a personal access token has an expiry that can be read'
      : 'check-expiry is false'
  return [{ code: 'expiry-not-checked', isWarning: true, facts: { problem } }]
}
