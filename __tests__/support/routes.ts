import type { SeenRequest } from './jira.ts'
import type { Reply } from './reply.ts'

/** One reply for ever, several of which each is given once and the last for ever, or one made for the request. */
export type Answers = Reply | Reply[] | ((request: SeenRequest) => Reply | undefined)

/** The resources that the check may ask for. */
export const resources = {
  myself: '/rest/api/2/myself',
  tokens: '/rest/pat/latest/tokens',
  permissions: '/rest/api/2/mypermissions',
  serverInfo: '/rest/api/2/serverInfo',
  status: '/status',
  currentUser: '/rest/api/user/current',
  properties: '/rest/api/latest/application-properties',
  users: '/rest/api/latest/users',
  recent: '/rest/api/latest/profile/recent/repos',
  accessTokens: '/rest/access-tokens/latest/users/svc-ci',
} as const

/** A `respond` for `startJira` that answers for the named resources; the healthy Jira answers for the others. */
export function routes(table: Partial<Record<keyof typeof resources, Answers>>) {
  const queues = Object.entries(table).map(([name, answers]) => ({
    path: resources[name as keyof typeof resources],
    next: nextOf(answers),
  }))
  return (request: SeenRequest): Reply | undefined => {
    const path = request.path.replace(/\?.*/, '')
    return queues.find((queue) => path.endsWith(queue.path))?.next(request)
  }
}

function nextOf(answers: Answers): (request: SeenRequest) => Reply | undefined {
  if (typeof answers === 'function') return answers
  if (!Array.isArray(answers)) return () => answers
  const left = [...answers]
  return () => (left.length > 1 ? left.shift() : left[0])
}
