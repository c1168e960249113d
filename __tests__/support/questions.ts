import type { SeenRequest } from './jira.ts'
import { resources } from './routes.ts'

/** The second looks, which are made without the token. */
export const followUps = ['serverInfo', 'status']

/**
 * What a request is about: `identity`, `tokens`, `permissions OPS`, `serverInfo`, `status`; in Confluence `space OPS`; in
 * Bitbucket `user`, `recent`, `project OPS`, `repository OPS/web`, `REPO_WRITE in OPS`; or else its path.
 */
export function questionOf(request: SeenRequest): string {
  const { pathname, searchParams } = new URL(request.path, 'http://jira.example.com')
  if (pathname.endsWith(resources.myself)) return 'identity'
  if (pathname.endsWith(resources.tokens)) return 'tokens'
  if (pathname.endsWith(resources.serverInfo)) return 'serverInfo'
  if (pathname.endsWith(resources.status)) return 'status'
  if (!pathname.endsWith(resources.permissions)) return questionOfOthers(decodeURIComponent(pathname), searchParams)
  const project = searchParams.get('projectKey')
  return project === null ? 'permissions' : `permissions ${project}`
}

function questionOfOthers(pathname: string, searchParams: URLSearchParams): string {
  if (pathname.endsWith(resources.currentUser) || pathname.endsWith(resources.properties)) return 'identity'
  if (pathname.endsWith(resources.users)) return 'user'
  if (pathname.endsWith(resources.recent)) return 'recent'
  if (pathname.includes('/rest/access-tokens/latest/users/')) return 'tokens'
  const [, space] = /\/rest\/api\/space\/([^/]+)$/.exec(pathname) ?? []
  if (space !== undefined) return `space ${space}`
  const [, project, repository] = /\/rest\/api\/latest\/projects\/([^/]+)(?:\/repos\/([^/]+))?$/.exec(pathname) ?? []
  if (repository !== undefined) return `repository ${project}/${repository}`
  if (project !== undefined) return `project ${project}`
  const permission = searchParams.get('permission')
  return permission === null
    ? pathname
    : `${permission} in ${searchParams.get('projectkey') ?? searchParams.get('name')}`
}

/** What was asked with the token, in the order of arrival. */
export const questionsOf = (requests: SeenRequest[]): string[] =>
  requests.map(questionOf).filter((question) => !followUps.includes(question))

/** What was asked besides, to tell one failure from another. */
export const followUpsOf = (requests: SeenRequest[]): SeenRequest[] =>
  requests.filter((request) => followUps.includes(questionOf(request)))
