import type { Reply } from '../reply.ts'
import type { Secret, SecretStore, Shelf } from './secret-store.ts'
import type { Exchange } from './store-server.ts'

const KEY_ID = '568250167242549743'

/**
 * What GitHub's API answers about Actions secrets, and nothing else of it.
 *
 * @see https://docs.github.com/en/rest/actions/secrets
 */
export function answerOfGitHub(store: SecretStore, exchange: Exchange): Reply {
  const { method, headers, body } = exchange
  const { pathname, searchParams } = new URL(exchange.path, 'http://api.github.example.com')
  if (!/^(?:Bearer|token) /i.test(headers.authorization ?? '')) return failed(401, 'Requires authentication')
  if (headers.authorization?.replace(/^\S+ /, '') !== store.token) return failed(401, 'Bad credentials')
  if (headers['user-agent'] === undefined) return failed(403, 'Please make sure your request has a User-Agent header')
  // On a GitHub Enterprise Server the API lives below a path.
  const place = findPlace(store, pathname.replace(/^\/api\/v3\//, '/'))
  if (place === undefined) return failed(404, 'Not Found')
  const { shelf, rest } = place
  if (store.closed.has(shelf)) return failed(403, 'Resource not accessible by integration')

  if (rest === undefined) {
    const all = store.all().filter((secret) => secret.shelf === shelf)
    const described = page(all, exchange, searchParams)
    if (method !== 'GET') return failed(404, 'Not Found')
    return { ...described, body: { total_count: all.length, secrets: described.items.map(describe) } }
  }
  if (rest === 'public-key') {
    if (method !== 'GET') return failed(404, 'Not Found')
    return { body: { key_id: KEY_ID, key: store.box.publicKey } }
  }
  const [name = '', below] = rest.split('/')
  const secret = store.get(shelf, name)
  if (below === 'repositories' && method === 'GET' && secret?.visibility === 'selected') {
    const selected = secret.selected ?? []
    const described = page(selected, exchange, searchParams)
    const repositories = described.items.map((id) => ({ id, name: `repository-${id}` }))
    return { ...described, body: { total_count: selected.length, repositories } }
  }
  if (below !== undefined) return failed(secret === undefined ? 404 : 409, 'Not Found')
  if (method === 'PUT') return put(store, shelf, name, body)
  if (secret === undefined) return failed(404, 'Not Found')
  if (method === 'GET') return { body: describe(secret) }
  if (method !== 'DELETE') return failed(404, 'Not Found')
  store.remove(shelf, name)
  return { status: 204 }
}

function findPlace(store: SecretStore, path: string): { shelf: Shelf; rest: string | undefined } | undefined {
  const repository = `/repos/${store.owner}/${store.repository}/`
  const [, ofRepository] = /^actions\/secrets(?:\/(.+))?$/.exec(startingWith(repository, path) ?? '') ?? []
  if (path === `${repository}actions/secrets` || ofRepository !== undefined)
    return { shelf: 'repository', rest: ofRepository }
  const ofEnvironment = /^environments\/([^/]+)\/secrets(?:\/(.+))?$/.exec(startingWith(repository, path) ?? '')
  if (ofEnvironment) {
    const name = decodeURIComponent(ofEnvironment[1] ?? '')
    return store.environments.includes(name) ? { shelf: `environment ${name}`, rest: ofEnvironment[2] } : undefined
  }
  const ofOrganization = /^actions\/secrets(?:\/(.+))?$/.exec(startingWith(`/orgs/${store.owner}/`, path) ?? '')
  return ofOrganization ? { shelf: 'organization', rest: ofOrganization[1] } : undefined
}

const startingWith = (start: string, path: string): string | undefined =>
  path.startsWith(start) ? path.slice(start.length) : undefined

function put(store: SecretStore, shelf: Shelf, name: string, body: string): Reply {
  if (!/^[A-Z_][A-Z0-9_]*$/i.test(name) || /^GITHUB_/i.test(name)) return failed(422, 'Secret names can only contain …')
  const { encrypted_value, key_id, visibility, selected_repository_ids } = parse(body)
  if (key_id !== KEY_ID || typeof encrypted_value !== 'string') return failed(422, 'Bad request')
  const value = store.box.open(encrypted_value)
  if (value === undefined) return failed(422, 'Bad request - secret is not sealed with the public key')
  if (shelf !== 'organization') return written(store.put({ shelf, name, value }))
  if (visibility !== 'all' && visibility !== 'private' && visibility !== 'selected')
    return failed(422, 'visibility is required')
  // Who does not name the repositories again takes the secret away from them.
  const ids = Array.isArray(selected_repository_ids) ? selected_repository_ids.map(Number) : []
  const selected = visibility === 'selected' ? ids : undefined
  return written(store.put({ shelf, name, value, visibility, selected }))
}

const written = (isNew: boolean): Reply => (isNew ? { status: 201, body: {} } : { status: 204 })

function parse(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body)
  } catch {
    return {}
  }
}

const describe = ({ shelf, name, createdAtMs, updatedAtMs, visibility }: Secret): object => ({
  name,
  created_at: gitHubDate(createdAtMs),
  updated_at: gitHubDate(updatedAtMs),
  ...(shelf === 'organization' && { visibility }),
  ...(visibility === 'selected' && {
    selected_repositories_url: `https://api.github.com/orgs/octo-org/actions/secrets/${name}/repositories`,
  }),
})

const gitHubDate = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')

/** GitHub gives thirty of a list, a hundred at most, and says in a header that there are more. */
function page<Item>(all: readonly Item[], { headers, path }: Exchange, query: URLSearchParams) {
  const size = Math.min(100, Number(query.get('per_page') ?? 30))
  const number = Number(query.get('page') ?? 1)
  const items = all.slice((number - 1) * size, number * size)
  const next = `http://${headers.host}${path.replace(/\?.*/, '')}?per_page=${size}&page=${number + 1}`
  return { items, headers: number * size < all.length ? { Link: `<${next}>; rel="next"` } : {} }
}

const failed = (status: number, message: string): Reply => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ message, documentation_url: 'https://docs.github.com/rest', status: String(status) }),
})
