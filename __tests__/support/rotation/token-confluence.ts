import { byConfluence, confluenceIdentity, confluenceRejected } from '../answers/confluence.ts'
import type { Reply } from '../reply.ts'
import type { Exchange } from './store-server.ts'
import { answerOfJira } from './token-jira.ts'
import type { TokenStore } from './token-store.ts'

/** What a Confluence answers that keeps tokens: the same plugin has them as in a Jira, at the same paths. */
export function answerOfConfluence(store: TokenStore, exchange: Exchange): Reply {
  const { pathname } = new URL(exchange.path, 'http://confluence.example.com')
  if (pathname.startsWith('/rest/pat/')) {
    const { status = 200, body = '' } = answerOfJira(store, exchange)
    return status === 401 ? confluenceRejected : { ...byConfluence({}), status, body }
  }
  const [, raw = ''] = /^Bearer (.+)$/.exec(exchange.headers.authorization ?? '') ?? []
  const login = store.authenticate(raw)
  if (login === undefined) return confluenceRejected
  const { name } = login.account
  if (pathname === '/rest/api/user/current') {
    return confluenceIdentity({ username: name, displayName: `The account ${name}` })
  }
  return { ...byConfluence({ message: 'HTTP 404 Not Found', 'status-code': 404 }), status: 404 }
}
