import { type ListedToken, tokens } from './answers/tokens.ts'
import { answeredTo, identity } from './answers.ts'
import type { SeenRequest } from './jira.ts'
import type { Reply } from './reply.ts'
import { resources } from './routes.ts'

/** A user of a stand-in Jira whose token it knows, and what the list of that user's tokens says. */
export interface Account {
  user: string
  displayName?: string
  listed: ListedToken[]
}

/** A token in Jira's own form that belongs to nobody else. */
export const tokenOf = (name: string): string =>
  Buffer.from(`161803398874:${name.padEnd(20, '~').slice(0, 20)}`).toString('base64')

/**
 * A `respond` for `startJira` that knows several tokens, each of a user of its own; to any other it answers as it would.
 *
 * @param accounts by their tokens
 */
export function answersTo(accounts: ReadonlyMap<string, Account>) {
  return ({ path, headers }: Pick<SeenRequest, 'path' | 'headers'>): Reply | undefined => {
    const account = accounts.get((headers.authorization ?? '').replace(/^Bearer /, ''))
    if (account === undefined) return undefined
    const { user, displayName = user, listed } = account
    const { pathname } = new URL(path, 'http://jira.example.com')
    if (pathname.endsWith(resources.myself)) {
      const emailAddress = `${user}@example.com`
      return answeredTo(user, identity({ name: user, key: `JIRAUSER-${user}`, displayName, emailAddress }))
    }
    return pathname.endsWith(resources.tokens) ? answeredTo(user, tokens(listed)) : undefined
  }
}
