/** The client of GitHub's API without its wire: asks the stand-in in this process, so that thousands of runs take no time. */
import type { Clock } from '../../../src/base/clock.ts'
import type { GitHub, GitHubRequest } from '../../../src/github/api.ts'
import { type GitHubOutcome, toGitHubOutcome } from '../../../src/github/outcome.ts'
import { retry } from '../../../src/github/retry.ts'
import { parseRetryAfter } from '../../../src/wire/retry-after.ts'
import type { StandInGitHub } from '../../support/github-issues.ts'
import type { Reply } from '../../support/reply.ts'

export function directGitHub(standIn: StandInGitHub, clock: Clock): GitHub {
  const once = async ({ method, path, body }: GitHubRequest): Promise<GitHubOutcome> => {
    // What is handed over is a copy, as over a wire.
    const reply = await standIn.answer({ method, url: path, body: body && structuredClone(body) })
    return toOutcome(reply, clock.now())
  }
  return {
    requestCount: 0,
    send: (request, timeoutMs) =>
      request.method === 'GET' ? retry(() => once(request), clock, timeoutMs) : once(request),
  }
}

function toOutcome({ status = 200, headers = {}, body, reset, cutAfterBytes }: Reply, nowMs: number): GitHubOutcome {
  if (reset) {
    return toGitHubOutcome(
      { kind: 'no-answer', code: 'ECONNRESET', message: '', phase: 'answer', durationMs: 1 },
      nowMs,
    )
  }
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)
  const sent = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))
  const retryAfter = parseRetryAfter(sent.get('retry-after'))
  const bodyState = cutAfterBytes === undefined ? 'complete' : 'cut'
  const shown = text.slice(0, cutAfterBytes)
  const answer = { kind: 'answer', statusCode: status, headers: sent, body: shown, bodyState, durationMs: 1 } as const
  return toGitHubOutcome({ ...answer, ...(retryAfter && { retryAfter }) }, nowMs)
}
