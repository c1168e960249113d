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
  /** By names in lower case; none without a wire. */
  headers: Readonly<Record<string, string | string[] | undefined>>
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
  /** Takes one request, and does what it asks for. */
  answer(request: { method: string; url: string; body: unknown; headers?: SeenApiRequest['headers'] }): Promise<Reply>
  close(): Promise<void>
}

/** Starts it on a free loopback port. */
export async function startGitHubIssues(options: GitHubIssuesOptions = {}): Promise<StandInGitHub> {
  const server = createServer(async (incoming, response) => {
    const sent = await text(incoming).catch(() => '')
    const { method = '', url = '', headers } = incoming
    const isKnown = headers.authorization === `Bearer ${standIn.token}`
    const asked = { method, url, headers, body: sent === '' ? undefined : JSON.parse(sent) }
    await sendReply(response, isKnown ? await standIn.answer(asked) : message(401, 'Bad credentials'))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const standIn = createGitHubIssues(options, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return Object.assign(standIn, {
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  })
}

/** The same without a socket, for thousands of runs. */
export function createGitHubIssues(options: GitHubIssuesOptions = {}, url = 'http://github.invalid'): StandInGitHub {
  const { token = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a' } = options
  const requests: SeenApiRequest[] = []
  const repository = new Repository(options)
  const standIn: StandInGitHub = {
    url,
    token,
    repository,
    requests,
    options,
    async answer({ method, url: asked, body, headers = {} }) {
      const { pathname: path, searchParams: query } = new URL(asked, url)
      const request = { method, path, query, body, headers, number: requests.length + 1 }
      requests.push(request)
      await standIn.options.before?.(request)
      const trouble = standIn.options.trouble?.(request)
      const reply = trouble?.when === 'before' ? undefined : repository.respond(request)
      await standIn.options.after?.(request)
      return trouble?.reply ?? reply ?? {}
    },
    close: () => Promise.resolve(),
  }
  return standIn
}
