import type { Clock } from '../../base/clock.ts'
import type { Issues } from '../../github/issues.ts'
import { isRefusal, type Refusal } from '../../github/refusal.ts'
import { readOwner } from './owner.ts'
import type { Trouble } from './trouble.ts'

/** What every step needs. */
export interface Work {
  readonly issues: Issues
  readonly clock: Clock
  readonly trouble: Trouble
  /** `OWNER/NAME` */
  readonly repository: string
  readonly label: string
  /** Whether somebody can be assigned; asked once for each. */
  readonly isAssignable: (login: string) => Promise<boolean | Refusal>
  readonly done: Done
}

/** What was done, to be counted. */
export interface Done {
  opened: number
  updated: number
  closed: number
}

/** How somebody can be told. */
export interface Reach {
  /** To be mentioned; undefined where that could ping somebody else, or nobody. */
  readonly mention: string | undefined
  /** To be assigned. */
  readonly login: string | undefined
}

/** @param owner as the list names them */
export async function reach(owner: string, { repository, isAssignable }: Work): Promise<Reach | Refusal> {
  const who = readOwner(owner, repository)
  if (who.kind === 'team') return { mention: who.name, login: undefined }
  if (who.kind === 'words') return { mention: undefined, login: undefined }
  const answer = await isAssignable(who.login)
  if (isRefusal(answer)) return answer
  // A name that cannot be assigned is mistyped, or a stranger's.
  const login = answer ? who.login : undefined
  return { mention: login, login }
}

/** Asks once for each login. */
export function askOnce(issues: Issues): Work['isAssignable'] {
  const answers = new Map<string, boolean>()
  return async (login) => {
    const key = login.toLowerCase()
    const known = answers.get(key) ?? (await issues.isAssignable(login))
    if (!isRefusal(known)) answers.set(key, known)
    return known
  }
}
