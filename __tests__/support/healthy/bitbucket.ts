import {
  bitbucketNotFound,
  bitbucketPathNotFound,
  bitbucketProject,
  bitbucketRepository,
  bitbucketStatus,
  bitbucketToken,
  bitbucketUser,
  byBitbucket,
  notPermitted,
  page,
  properties,
  propertiesForNobody,
  tomcatNotFound,
} from '../answers.ts'
import type { Installation } from '../healthy.ts'
import type { SeenRequest } from '../jira.ts'
import type { Reply } from '../reply.ts'

/** The number in a token, which is that of its entry in the list. */
export const tokenNumber = '271828182845'

/** An HTTP access token in Bitbucket's own form: a mark, and base64 of twelve digits, a colon and twenty bytes. */
export const goodBitbucketToken = `BBDC-${Buffer.from(`${tokenNumber}:a stand-in >>>???>>>`).toString('base64')}`

/** A token of the same form that the stand-in does not know. */
export const badBitbucketToken = `BBDC-${Buffer.from('314159265358:a revoked ~~~>>>>???').toString('base64')}`

/** The repositories that `svc-ci` can see, by their projects. */
const visible: Readonly<Record<string, readonly string[]>> = { OPS: ['web', 'api'], APP: [], '~svc-ci': ['notes'] }

/** What `svc-ci` may do in each of them. */
const held = ['PROJECT_READ', 'REPO_READ', 'REPO_WRITE']

/**
 * What Bitbucket answers when all is well. What is open to everybody is so with a wrong token too; whatever else is
 * asked without the right one is not permitted.
 */
export function healthyBitbucket(request: SeenRequest, { contextPath = '' }: Installation = {}): Reply {
  const { pathname, searchParams } = new URL(request.path, 'http://bitbucket.example.com')
  if (!pathname.startsWith(`${contextPath}/`)) return tomcatNotFound
  const resource = decodeURIComponent(pathname.slice(contextPath.length))
  const isUser = request.headers.authorization === `Bearer ${goodBitbucketToken}`
  if (resource === '/status') return bitbucketStatus('RUNNING')
  if (resource === '/rest/api/latest/application-properties') return isUser ? properties : propertiesForNobody
  if (!isUser) return notPermitted
  const named = (one: { name: string }): boolean => one.name.includes(searchParams.get('name') ?? '')
  const isHeld = held.includes(searchParams.get('permission') ?? 'REPO_READ')
  switch (resource) {
    case '/rest/api/latest/users': {
      const users = [bitbucketUser({ name: 'svc-ci-old', id: 7, slug: 'svc-ci-old' }), bitbucketUser()]
      return page(users.filter(({ name }) => name.includes(searchParams.get('filter') ?? '')))
    }
    case '/rest/api/latest/profile/recent/repos':
      return page([])
    case '/rest/access-tokens/latest/users/svc-ci':
      return page([bitbucketToken({ id: tokenNumber, name: 'ci', daysLeft: 80 })])
    case '/rest/api/latest/projects':
      return page(isHeld ? Object.keys(visible).map(bitbucketProject).filter(named) : [])
    case '/rest/api/latest/repos': {
      const key = searchParams.get('projectkey') ?? ''
      return page(isHeld ? (visible[key] ?? []).map((slug) => bitbucketRepository(key, slug)).filter(named) : [])
    }
  }
  const [, key, slug] = /^\/rest\/api\/latest\/projects\/([^/]+)(?:\/repos\/([^/]+))?$/.exec(resource) ?? []
  if (key === undefined) return bitbucketPathNotFound
  if (visible[key] === undefined) return bitbucketNotFound('Project', key)
  if (slug === undefined) return byBitbucket(bitbucketProject(key))
  return visible[key].includes(slug)
    ? byBitbucket(bitbucketRepository(key, slug))
    : bitbucketNotFound('Repository', `${key}/${slug}`)
}
