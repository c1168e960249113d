import {
  answeredTo,
  authenticated,
  bearerRejected,
  identity,
  jiraHeaders,
  serverInfo,
  status,
} from '../answers/jira.ts'
import { jiraDate, neverExpires } from '../answers/tokens.ts'
import type { Reply } from '../reply.ts'
import type { Exchange } from './store-server.ts'
import type { Account, Refused, Token, TokenStore } from './token-store.ts'

/** What a Jira answers that keeps tokens: who somebody is, and what they do with their tokens. Nothing else is there. */
export function answerOfJira(store: TokenStore, { method, path, headers, body }: Exchange): Reply {
  const { pathname } = new URL(path, 'http://jira.example.com')
  if (pathname === '/status') return status('RUNNING')
  const [, raw = ''] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? []
  const login = store.authenticate(raw)
  if (login === undefined) return bearerRejected
  const { account } = login

  if (pathname === '/rest/api/2/myself' && method === 'GET') return describeAccount(account)
  if (pathname === '/rest/api/2/serverInfo' && method === 'GET')
    return answeredTo(account.name, serverInfo('10.3.6', 'user'))
  if (pathname === '/rest/pat/latest/tokens') {
    if (method === 'GET') return answeredTo(account.name, authenticated(store.list(account).map(describeListed)))
    if (method === 'POST') return create(store, account, headers['content-type'], body)
  }
  const [, id] = /^\/rest\/pat\/latest\/tokens\/(\d+)$/.exec(pathname) ?? []
  if (id !== undefined && method === 'DELETE') {
    const refused = store.remove(account, Number(id))
    return refused === undefined ? { status: 204, headers: jiraHeaders } : refusal(refused)
  }
  return { ...authenticated({ message: 'HTTP 404 Not Found', 'status-code': 404 }), status: 404 }
}

const describeAccount = ({ key, name }: Account): Reply =>
  answeredTo(name, identity({ key, name, emailAddress: `${name}@example.com`, displayName: `The account ${name}` }))

function create(store: TokenStore, account: Account, contentType: string | undefined, body: string): Reply {
  if (!/^application\/json\b/i.test(contentType ?? '')) return { status: 415, headers: jiraHeaders }
  const { creationRefused, createdStatus } = store.policy
  if (creationRefused === 302) return { status: 302, headers: { ...jiraHeaders, Location: '/login.jsp' } }
  if (creationRefused === 401) return bearerRejected
  if (creationRefused !== undefined) return { status: creationRefused, headers: jiraHeaders, body: {} }
  const { name, expirationDuration } = parse(body)
  const made = store.create(account, name, expirationDuration)
  if ('exception' in made) return refusal(made)
  const reply = authenticated({ ...describe(made), rawToken: made.raw })
  return answeredTo(account.name, { ...reply, status: createdStatus })
}

function parse(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body)
  } catch {
    return {}
  }
}

const refusal = ({ status, exception, error }: Refused): Reply => ({
  status,
  headers: jiraHeaders,
  body: { exception, error },
})

const describe = ({ id, name, createdAtMs, expiringAtMs }: Token): object => ({
  id,
  name,
  createdAt: jiraDate(createdAtMs),
  expiringAt: expiringAtMs === undefined ? neverExpires : jiraDate(expiringAtMs),
})

const describeListed = (token: Token & { lastAccessedAtMs: number | undefined }): object => ({
  ...describe(token),
  ...(token.lastAccessedAtMs !== undefined && { lastAccessedAt: jiraDate(token.lastAccessedAtMs) }),
})
