import {
  basicRejected,
  bearerRejected,
  identity,
  loginPage,
  loginRedirect,
  permissions,
  projectNotFound,
  serverInfo,
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

/** What Jira answers when all is well: the identity to the right token, and to the wrong one the refusal. */
export function healthyAnswer(request: SeenRequest, contextPath: string): Reply {
  const { pathname, searchParams } = new URL(request.path, 'http://jira.example.com')
  if (!pathname.startsWith(`${contextPath}/`)) return tomcatNotFound
  const credentials = readCredentials(request.headers.authorization)

  switch (pathname.slice(contextPath.length)) {
    case '/rest/api/2/myself':
      return credentials === 'good' ? identity() : refusals[credentials]
    case '/rest/pat/latest/tokens':
      return credentials === 'good' ? tokens([{ name: 'ci', daysLeft: 80 }]) : refusals[credentials]
    case '/rest/api/2/mypermissions': {
      if (credentials === 'bad Basic') return basicRejected
      const project = searchParams.get('projectKey')
      if (project !== null && !visibleProjects.includes(project)) return projectNotFound(project)
      return permissions()
    }
    case '/rest/api/2/serverInfo':
      return credentials === 'good' ? serverInfo('10.3.6') : refusals[credentials]
    case '/status':
      return status('RUNNING')
    case '/login.jsp':
      return loginPage
    default:
      return loginRedirect(pathname)
  }
}

type Credentials = 'good' | 'none' | 'bad Bearer' | 'bad Basic'

const refusals: Record<Exclude<Credentials, 'good'>, Reply> = {
  none: bearerRejected,
  'bad Bearer': bearerRejected,
  'bad Basic': basicRejected,
}

function readCredentials(authorization: string | undefined): Credentials {
  if (authorization === undefined) return 'none'
  const basic = `Basic ${Buffer.from(`svc-ci:${goodToken}`).toString('base64')}`
  if (authorization === `Bearer ${goodToken}` || authorization === basic) return 'good'
  return authorization.startsWith('Basic ') ? 'bad Basic' : 'bad Bearer'
}
