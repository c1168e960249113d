import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { createGitHub, type GitHub, type GitHubOptions } from '../../src/github/api.ts'
import { createFastClock } from '../support/clock.ts'
import { type Reply, sendReply } from '../support/reply.ts'

/** A request as it came in. */
export interface Seen {
  method: string
  /** Path and query, as they were sent. */
  path: string
  headers: IncomingHttpHeaders
  /** Undefined where there was none. */
  body: unknown
}

export interface Served {
  url: string
  /** Every request so far. */
  seen: Seen[]
  github: GitHub
}

/** The token of every request. */
export const token = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a'

/** Serves GitHub's API on a free loopback port until the test is over. */
export async function serveGitHub(
  respond: (request: Seen, number: number) => Reply,
  changes: Partial<GitHubOptions> = {},
): Promise<Served> {
  const seen: Seen[] = []
  const server = createServer(async (message, response) => {
    const body = await text(message)
    const { method = '', url: path = '', headers } = message
    const request = { method, path, headers, body: body === '' ? undefined : JSON.parse(body) }
    seen.push(request)
    await sendReply(response, respond(request, seen.length))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, seen, github: githubAt(url, changes) }
}

/** GitHub's API at an address, on a clock that runs fast. */
export const githubAt = (baseUrl: string, changes: Partial<GitHubOptions> = {}): GitHub =>
  createGitHub(
    { baseUrl, proxy: undefined, token, userAgent: 'jira-pat-check/1.2.3', readSystemCa: () => [], ...changes },
    createFastClock(),
  )
