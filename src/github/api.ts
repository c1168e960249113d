import type { Clock } from '../base/clock.ts'
import { createHttp, type Http, type HttpOptions, type HttpRequest } from '../wire/http.ts'
import { type GitHubOutcome, toGitHubOutcome } from './outcome.ts'
import { retry } from './retry.ts'

/** A request to GitHub's REST API. */
export type GitHubRequest = Pick<HttpRequest, 'method' | 'path' | 'body'>

/** GitHub's REST API, with one token. */
export interface GitHub {
  /**
   * Makes a request. A GET is made again after what may pass by itself, as long as there is time; whatever changes
   * something is made once, and no more.
   * @param timeoutMs for all of it, the pauses between attempts included
   * @returns what came of it; never rejects for anything that the network or GitHub does. No redirect is followed
   */
  send(request: GitHubRequest, timeoutMs: number): Promise<GitHubOutcome>
  /** How many requests were made. */
  readonly requestCount: number
}

/** How GitHub is reached. No certificate that an input names has a part in it: those are for another server. */
export interface GitHubOptions
  extends Pick<HttpOptions, 'baseUrl' | 'proxy' | 'userAgent' | 'readSystemCa' | 'lookUp'> {
  readonly token: string
  /** Puts something around the requests, such as a log of them. */
  readonly around?: (http: Http) => Http
}

/** A page of a hundred issues, with the longest bodies there can be, is less than half of it. */
const MAX_BODY_BYTES = 16 * 1024 * 1024

/** Source: https://docs.github.com/en/rest/about-the-rest-api/api-versions */
const HEADERS = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' }

/**
 * Makes the way to GitHub's REST API. Nothing is sent before the first request. The token goes with each one as Bearer,
 * and to that base URL alone; of an answer up to 16 MiB are read.
 * @param clock keeps the time, and dates an answer that has no date of its own
 */
export function createGitHub({ token, around = (http) => http, ...options }: GitHubOptions, clock: Clock): GitHub {
  const http = around(createHttp({ ...options, tls: { extraCa: [] }, maxBodyBytes: MAX_BODY_BYTES }, clock))
  const once = async (request: GitHubRequest, timeoutMs: number): Promise<GitHubOutcome> => {
    const authorized = { ...request, authorization: `Bearer ${token}`, headers: HEADERS }
    const outcome = await http.send(authorized, Math.max(0, timeoutMs))
    return toGitHubOutcome(outcome, clock.now())
  }
  return {
    get requestCount() {
      return http.requestCount
    },
    send(request, timeoutMs) {
      if (request.method !== 'GET') return once(request, timeoutMs)
      return retry((attemptMs) => once(request, attemptMs), clock, timeoutMs)
    },
  }
}
