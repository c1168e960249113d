import type { SeenRequest } from './jira.ts'
import { resources } from './routes.ts'

/** The second looks, which are made without the token. */
export const followUps = ['serverInfo', 'status']

/** What a request is about: `identity`, `tokens`, `permissions OPS`, `serverInfo`, `status`, or else its path. */
export function questionOf(request: SeenRequest): string {
  const { pathname, searchParams } = new URL(request.path, 'http://jira.example.com')
  if (pathname.endsWith(resources.myself)) return 'identity'
  if (pathname.endsWith(resources.tokens)) return 'tokens'
  if (pathname.endsWith(resources.serverInfo)) return 'serverInfo'
  if (pathname.endsWith(resources.status)) return 'status'
  if (!pathname.endsWith(resources.permissions)) return pathname
  const project = searchParams.get('projectKey')
  return project === null ? 'permissions' : `permissions ${project}`
}

/** What was asked with the token, in the order of arrival. */
export const questionsOf = (requests: SeenRequest[]): string[] =>
  requests.map(questionOf).filter((question) => !followUps.includes(question))

/** What was asked besides, to tell one failure from another. */
export const followUpsOf = (requests: SeenRequest[]): SeenRequest[] =>
  requests.filter((request) => followUps.includes(questionOf(request)))
