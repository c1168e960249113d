/** A stand-in for GitHub's API, as far as issues go: over real sockets, with nothing but Node. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type ApiRequest, message, Repository, type RepositoryOptions } from './github-repository.ts'
import { type Reply, sendReply } from './reply.ts'

/** A request as it came in, counted from 1. */
export interface SeenApiRequest extends ApiRequest {
  number: number
}

/** What goes wrong with a request: instead of being done, or after it was. */
export interface Trouble {
  when: 'before' | 'after'
  reply: Reply
}

export interface GitHubIssuesOptions extends RepositoryOptions {
  /** The one token that is taken. */
  token?: string
  /** What goes wrong, if anything does. */
  trouble?: ((request: SeenApiRequest) => Trouble | undefined) | undefined
  /** Called, and waited for, before a request is looked at. */
  before?: (request: SeenApiRequest) => unknown
  /** The same, after it was done and before it is answered. */
  after?: (request: SeenApiRequest) => unknown
}

export interface StandInGitHub {
  /** For `GITHUB_API_URL`. */
  url: string
  token: string
  repository: Repository
  requests: SeenApiRequest[]
  /** May be changed from night to night. */
  options: GitHubIssuesOptions
  close(): Promise<void>
}

/** Starts it on a free loopback port. */
export async function startGitHubIssues(options: GitHubIssuesOptions = {}): Promise<StandInGitHub> {
  const { token = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a' } = options
  const requests: SeenApiRequest[] = []
  const repository = new Repository(options)
  const server = createServer(async (incoming, response) => {
    const sent = await text(incoming).catch(() => '')
    const url = new URL(incoming.url ?? '', 'http://localhost')
    const body = sent === '' ? undefined : JSON.parse(sent)
    const method = incoming.method ?? ''
    const request = { method, path: url.pathname, query: url.searchParams, body, number: requests.length + 1 }
    requests.push(request)
    await standIn.options.before?.(request)
    if (incoming.headers.authorization !== `Bearer ${token}`) {
      await sendReply(response, message(401, 'Bad credentials'))
      return
    }
    const trouble = standIn.options.trouble?.(request)
    const reply = trouble?.when === 'before' ? undefined : repository.respond(request)
    await standIn.options.after?.(request)
    await sendReply(response, trouble?.reply ?? reply ?? {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const standIn: StandInGitHub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    repository,
    requests,
    options,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  return standIn
}
