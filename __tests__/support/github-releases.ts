/** A stand-in for GitHub's API, as far as releases and tags go, over real sockets; the tags are those of a bare repository. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { BareRepository } from './bare-repository.ts'

interface StoredAsset {
  id: number
  name: string
  bytes: Buffer
}

export interface StoredRelease {
  id: number
  tag_name: string
  name: string
  body: string
  draft: boolean
  prerelease: boolean
  /** What was last asked for, as `true`. */
  make_latest?: string
  assets: StoredAsset[]
}

/** The tokens that it takes: for reading, a job's own with `contents: write`, an App's that may write workflows, too. */
export const tokens = { read: 'read-token', job: 'job-token', app: 'app-token' } as const

export interface StandInReleases {
  url: string
  releases: StoredRelease[]
  /** Every change that was asked for, as `POST /git/refs`, with its token. */
  changes: { change: string; token: string }[]
  /** What happens to a change, counted from 1: it is not done, or done and the answer is lost. */
  trouble: ((number: number) => 'before' | 'after' | undefined) | undefined
  close(): Promise<void>
}

type Reply = readonly [status: number, json?: unknown]

const gone: Reply = [404, { message: 'Not Found' }]
const refused: Reply = [403, { message: 'Resource not accessible by integration' }]
const invalid = (message: string): Reply => [422, { message }]

export async function startReleases(repository: BareRepository): Promise<StandInReleases> {
  const releases: StoredRelease[] = []
  let lastId = 0
  let url = ''

  const shown = ({ assets, ...release }: StoredRelease) => ({
    ...release,
    upload_url: `${url}/upload/${release.id}/assets{?name,label}`,
    assets: assets.map(({ id, name, bytes }) => {
      const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
      return { id, name, digest, state: bytes.length === 0 ? 'starter' : 'uploaded' }
    }),
  })
  /** All refs that begin so, as GitHub shows them. */
  const refsBelow = (start: string) =>
    repository
      .git('for-each-ref', '--format=%(refname) %(objectname) %(objecttype)')
      .split('\n')
      .map((line) => line.split(' '))
      .map(([ref = '', sha = '', type = '']) => ({ ref, object: { sha, type } }))
      .filter(({ ref }) => ref.startsWith(`refs/${start}`))
  const shaOf = (name: string) => refsBelow(name).find(({ ref }) => ref === `refs/${name}`)?.object.sha

  /** GitHub's rule, as far as it is known: workflow files that no branch has are new to it. */
  const hasKnownWorkflows = (sha: string): boolean => {
    const workflowsOf = (commit: string): string => repository.git('ls-tree', '-r', commit, '.github/workflows')
    const branches = repository.git('for-each-ref', '--format=%(objectname)', 'refs/heads').split('\n')
    return branches.some((tip) => workflowsOf(tip) === workflowsOf(sha))
  }
  const isLocked = (ref: string): boolean =>
    releases.some(({ tag_name, draft }) => !draft && ref === `tags/${tag_name}`)

  const setRef = (ref: string, sha: string, token: string): Reply => {
    if (token !== tokens.app && !hasKnownWorkflows(sha)) return refused
    if (isLocked(ref)) return invalid('Cannot update this protected ref.')
    repository.git('update-ref', `refs/${ref}`, sha)
    return [200, { ref: `refs/${ref}` }]
  }

  const read = (path: string, query: URLSearchParams): Reply => {
    const [, kind = '', rest = ''] = /^\/(git\/(?:ref|tags|matching-refs)|releases)\/?(.*)$/.exec(path) ?? []
    switch (kind) {
      case 'git/ref': {
        const found = refsBelow(rest).find(({ ref }) => ref === `refs/${rest}`)
        return found === undefined ? gone : [200, found]
      }
      case 'git/tags':
        return [200, { sha: rest, object: { sha: repository.git('rev-parse', `${rest}^{}`), type: 'commit' } }]
      case 'git/matching-refs':
        return [200, refsBelow(rest)]
      default: {
        if (rest !== '') {
          const found = releases.find(({ id }) => String(id) === rest)
          return found === undefined ? gone : [200, shown(found)]
        }
        const [page, size] = [Number(query.get('page')), Number(query.get('per_page'))]
        return [200, releases.slice((page - 1) * size, page * size).map(shown)]
      }
    }
  }

  const change = (method: string, path: string, query: URLSearchParams, bytes: Buffer, token: string): Reply => {
    const [, uploadId] = /^\/upload\/(\d+)\/assets$/.exec(path) ?? []
    if (uploadId !== undefined) {
      const release = releases.find(({ id }) => String(id) === uploadId)
      if (release === undefined) return gone
      if (!release.draft) return invalid('Cannot upload assets to an immutable release.')
      const name = query.get('name') ?? ''
      if (release.assets.some((asset) => asset.name === name)) return invalid('already_exists')
      lastId += 1
      release.assets.push({ id: lastId, name, bytes })
      return [201, {}]
    }
    const body = bytes.length === 0 ? {} : JSON.parse(String(bytes))
    const [, refPath] = /^\/git\/refs\/(.*)$/.exec(path) ?? []
    if (path === '/git/refs') {
      const ref = String(body.ref).replace('refs/', '')
      if (shaOf(ref) !== undefined) return invalid('Reference already exists')
      const [status, json] = setRef(ref, body.sha, token)
      return [status === 200 ? 201 : status, json]
    }
    if (refPath !== undefined) {
      if (shaOf(refPath) === undefined) return invalid('Reference does not exist')
      if (method === 'PATCH') return setRef(refPath, body.sha, token)
      repository.git('update-ref', '-d', `refs/${refPath}`)
      return [204]
    }
    if (path === '/releases') {
      lastId += 1
      const release = {
        id: lastId,
        tag_name: '',
        name: '',
        body: '',
        draft: false,
        prerelease: false,
        ...body,
        assets: [],
      }
      releases.unshift(release)
      return [201, shown(release)]
    }
    const [, assetId] = /^\/releases\/assets\/(\d+)$/.exec(path) ?? []
    if (assetId !== undefined) {
      const release = releases.find(({ assets }) => assets.some(({ id }) => String(id) === assetId))
      if (release === undefined) return gone
      if (!release.draft) return invalid('Cannot delete assets of an immutable release.')
      release.assets = release.assets.filter(({ id }) => String(id) !== assetId)
      return [204]
    }
    const release = releases.find(({ id }) => path === `/releases/${id}`)
    if (release === undefined) return gone
    Object.assign(release, body)
    return [200, shown(release)]
  }

  const standIn: StandInReleases = {
    url: '',
    releases,
    changes: [],
    trouble: undefined,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
    const token = String(request.headers.authorization).replace('Bearer ', '')
    const path = pathname.replace('/repos/jira-pat-check/jira-pat-check', '')
    const bytes = await buffer(request)
    const method = request.method ?? ''
    const [, downloaded] = /^\/releases\/assets\/(\d+)$/.exec(path) ?? []
    if (method === 'GET' && downloaded !== undefined) {
      const asset = releases.flatMap(({ assets }) => assets).find(({ id }) => String(id) === downloaded)
      response.writeHead(asset === undefined ? 404 : 200).end(asset?.bytes)
      return
    }
    const answer = ([status, json]: Reply): void => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(json && JSON.stringify(json))
    }
    if (method === 'GET') {
      answer(read(path, searchParams))
      return
    }
    standIn.changes.push({ change: `${method} ${path.replace(/\d+/, 'ID')}`, token })
    const trouble = standIn.trouble?.(standIn.changes.length)
    if (token !== tokens.job && token !== tokens.app) answer(refused)
    else if (trouble === 'before') answer([502, { message: 'Server Error' }])
    else {
      const reply = change(method, path, searchParams, bytes, token)
      answer(trouble === 'after' ? [502, { message: 'Server Error' }] : reply)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  standIn.url = url
  return standIn
}
