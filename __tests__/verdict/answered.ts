import { jira } from '../../src/products/jira/jira.ts'
import type { SentRequest } from '../../src/verdict/sent-request.ts'
import type { Answer } from '../../src/wire/answer.ts'
import { parseRetryAfter } from '../../src/wire/retry-after.ts'
import type { Reply } from '../support/reply.ts'

/** Who is asking a Jira with a context path, by a personal access token. */
export const question: SentRequest = {
  baseUrl: 'https://jira.example.com/jira',
  path: '/rest/api/2/myself',
  scheme: 'Bearer',
  traits: { isJwt: false, jwtExpiredOn: undefined, cloudToken: undefined },
  product: jira,
}

/** A reply of the stand-in Jira as the wire hands it on: read to its end, header names in lower case. */
export function answered(reply: Reply = {}, changes: Partial<Answer> = {}): Answer {
  const { status = 200, headers = {}, body = '' } = reply
  const given = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))
  const retryAfter = parseRetryAfter(given.get('retry-after'))
  return {
    kind: 'answer',
    statusCode: status,
    headers: new Map(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')] as const),
    ),
    ...(retryAfter && { retryAfter }),
    body: typeof body === 'string' ? body : JSON.stringify(body),
    bodyState: 'complete',
    durationMs: 0,
    ...changes,
  }
}
