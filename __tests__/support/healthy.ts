import {
  basicRejected,
  bearerRejected,
  bearerRejectedEnvelope,
  identity,
  loginPage,
  loginRedirect,
  noProjects,
  permissions,
  project,
  projectNotFound,
  projects,
  restNotFound,
  serverInfo,
  session,
  status,
  tokens,
  tomcatNotFound,
} from './answers.ts'
import type { SeenRequest } from './jira.ts'
import type { Reply } from './reply.ts'

/** A personal access token in Jira's own form: base64 of twelve digits, a colon and twenty bytes. */
export const goodToken = Buffer.from('271828182845:a stand-in >>>???>>>').toString('base64')

/** A token of the same form that the stand-in Jira does not know. */
export const badToken = Buffer.from('314159265358:a revoked ~~~>>>>???').toString('base64')

/** The projects that `svc-ci` can see. */
export const visibleProjects = ['OPS', 'WEB', 'APP']

/** What a Jira is. */
export interface Installation {
  /** Where it lives below the root, such as `/jira`. */
  contextPath?: string
  /** Its release: until 10, serverInfo is open to everybody, and an unknown path has other words. */
  version?: string
}

/**
 * What Jira answers when all is well: the identity to the right token, and to the wrong one the refusal. A REST path
 * that there is not is a 404 for who is logged in, and the way to the login for everybody else.
 */
export function healthyAnswer(
  request: SeenRequest,
  { contextPath = '', version = '10.3.6' }: Installation = {},
): Reply {
  const { pathname, searchParams } = new URL(request.path, 'http://jira.example.com')
  if (!pathname.startsWith(`${contextPath}/`)) return tomcatNotFound
  const credentials = readCredentials(request.headers.authorization, version)
  const resource = resourceOf(pathname.slice(contextPath.length))
  const forUser = (answer: () => Reply): Reply => (credentials === 'good' ? answer() : refusals[credentials])

  switch (resource) {
    case '/rest/api/2/myself':
      return forUser(identity)
    case '/rest/pat/latest/tokens':
      return forUser(() => tokens([{ name: 'ci', daysLeft: 80 }]))
    case '/rest/api/2/mypermissions': {
      if (credentials === 'bad Basic') return basicRejected
      const project = searchParams.get('projectKey')
      if (project !== null && !visibleProjects.includes(project)) return projectNotFound(project)
      return permissions()
    }
    case '/rest/api/2/project':
      if (credentials === 'none' || credentials === 'bad Bearer')
        return isOpen(version) ? noProjects : refusals[credentials]
      return forUser(() => projects(visibleProjects))
    case '/rest/api/2/serverInfo':
      if (credentials === 'none' || credentials === 'bad Bearer')
        return isOpen(version) ? serverInfo(version) : refusals[credentials]
      return forUser(() => serverInfo(version, 'user'))
    case '/rest/auth/latest/session':
      return credentials === 'bad Bearer' || credentials === 'none' ? bearerRejectedEnvelope : forUser(() => session)
    case '/status':
      return status('RUNNING')
    case '/login.jsp':
      return loginPage
    default: {
      const [, key] = /^\/rest\/api\/2\/project\/(\w+)$/.exec(resource) ?? []
      if (key !== undefined) return forUser(() => (visibleProjects.includes(key) ? project(key) : projectNotFound(key)))
      if (credentials !== 'good' || !pathname.startsWith(`${contextPath}/rest/`)) return loginRedirect(pathname)
      return restNotFound(`http://${request.headers.host}${request.path}`, version)
    }
  }
}

/** Until Jira 10, what tells nothing about anybody is open to everybody, and a wrong Bearer is nobody. */
const isOpen = (version: string): boolean => Number.parseInt(version, 10) < 10

/** `latest` is another name for the one version that there is; which one the check itself asks for is the one here. */
const resourceOf = (path: string): string =>
  path
    .replace(/^\/rest\/api\/latest\//, '/rest/api/2/')
    .replace(/^\/rest\/pat\/1\.0\//, '/rest/pat/latest/')
    .replace(/^\/rest\/auth\/1\//, '/rest/auth/latest/')

/** Personal access tokens came with Jira 8.14. */
const knowsTokens = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 8 || (major === 8 && minor >= 14)
}

type Credentials = 'good' | 'none' | 'bad Bearer' | 'bad Basic'

const refusals: Record<Exclude<Credentials, 'good'>, Reply> = {
  none: bearerRejected,
  'bad Bearer': bearerRejected,
  'bad Basic': basicRejected,
}

function readCredentials(authorization: string | undefined, version: string): Credentials {
  if (authorization === undefined) return 'none'
  if (authorization.startsWith('Bearer ') && !knowsTokens(version)) return 'bad Bearer'
  const basic = `Basic ${Buffer.from(`svc-ci:${goodToken}`).toString('base64')}`
  if (authorization === `Bearer ${goodToken}` || authorization === basic) return 'good'
  return authorization.startsWith('Basic ') ? 'bad Basic' : 'bad Bearer'
}
