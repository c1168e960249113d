import {
  confluenceIdentity,
  confluenceNotFound,
  confluenceRejected,
  confluenceTokens,
  space,
  spaceNotFound,
  status,
  tomcatNotFound,
} from '../answers.ts'
import type { Installation } from '../healthy.ts'
import { goodToken } from '../healthy.ts'
import type { SeenRequest } from '../jira.ts'
import type { Reply } from '../reply.ts'

/** The spaces that `svc-ci` can see. */
const visibleSpaces = ['OPS', 'WEB', '~svc-ci']

/** What Confluence answers when all is well, and nobody may read it who is not logged in. */
export function healthyConfluence(request: SeenRequest, { contextPath = '' }: Installation = {}): Reply {
  const { pathname } = new URL(request.path, 'http://confluence.example.com')
  if (!pathname.startsWith(`${contextPath}/`)) return tomcatNotFound
  const resource = decodeURIComponent(pathname.slice(contextPath.length))
  if (resource === '/status') return status('RUNNING')
  const { authorization } = request.headers
  const basic = `Basic ${Buffer.from(`svc-ci:${goodToken}`).toString('base64')}`
  if (authorization !== `Bearer ${goodToken}` && authorization !== basic) return confluenceRejected
  if (resource === '/rest/api/user/current') return confluenceIdentity()
  if (resource === '/rest/pat/latest/tokens') return confluenceTokens([{ name: 'ci', daysLeft: 80 }])
  const [, key] = /^\/rest\/api\/space\/([^/]+)$/.exec(resource) ?? []
  if (key === undefined) return confluenceNotFound
  return visibleSpaces.includes(key) ? space(key) : spaceNotFound(key)
}
