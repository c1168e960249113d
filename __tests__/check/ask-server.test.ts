import { expect, it } from 'vitest'
import { askServer, concludeUnasked } from '../../src/check/ask-server.ts'
import { jira } from '../../src/products/jira/jira.ts'
import type { Http } from '../../src/wire/http.ts'
import { anyFinding } from '../support/any-finding.ts'
import { createHandMovedClock } from '../support/clock.ts'
import { inputsOf, nowMs } from '../verdict/asked-for.ts'

it('a server is asked about one token, whether anybody wants to know what is being asked or not', async () => {
  const clock = createHandMovedClock()
  const asked: string[] = []
  const http: Http = {
    requestCount: 0,
    get: async (path) => {
      asked.push(path)
      return {
        kind: 'no-answer',
        code: 'ENOTFOUND',
        message: 'getaddrinfo ENOTFOUND jira.example.com',
        phase: 'lookup',
        durationMs: 1,
        trace: { route: 'direct', connection: 'new', tlsVersion: undefined, bodyBytes: 0, requestCount: 1 },
      }
    },
    send: () => Promise.reject(new Error('not used')),
  }
  const options = {
    product: jira,
    http,
    clock,
    deadlineMs: 30_000,
    random: () => 0,
    isToken: () => false,
    onFailedAttempt: () => {},
  }
  const stages: string[] = []
  const expected = { finding: { reason: 'dns-not-found' }, stage: 'authentication', identity: null }
  expect(await askServer(inputsOf(), options)).toMatchObject(expected)
  expect(await askServer(inputsOf(), { ...options, onStage: (stage) => stages.push(stage) })).toMatchObject(expected)
  expect(asked).toEqual(['/rest/api/2/myself', '/rest/api/2/myself'])
  expect(stages).toEqual(['authentication'])
})

it('a token that was not asked about has the verdict that would have come of it', () => {
  const failure = anyFinding('dns-not-found', { host: 'jira.example.com' })
  expect(concludeUnasked(inputsOf(), jira, failure, nowMs)).toMatchObject({
    finding: { reason: 'dns-not-found' },
    stage: 'authentication',
    identity: null,
  })
})
