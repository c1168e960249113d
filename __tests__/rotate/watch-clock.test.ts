import { expect, it } from 'vitest'
import { watchClock } from '../../src/rotate/watch-clock.ts'
import type { Outcome } from '../../src/wire/answer.ts'
import type { Http, HttpRequest } from '../../src/wire/http.ts'
import { createHandMovedClock } from '../support/clock.ts'
import { trace } from '../support/trace.ts'
import { answered } from '../verdict/answered.ts'
import { nowMs } from './seen.ts'

/** Takes a second for each request. */
async function ask(came: Outcome) {
  const outcome = { ...came, trace }
  const clock = createHandMovedClock(nowMs)
  const told: (readonly [string, number])[] = []
  const requests: (readonly [HttpRequest, number])[] = []
  const send: Http['send'] = async (request, timeoutMs) => {
    requests.push([request, timeoutMs])
    clock.setDate(nowMs + 1_000)
    return outcome
  }
  const http: Http = { send, get: () => Promise.reject(new Error('nobody was to ask so')), requestCount: 7 }
  const watched = watchClock(http, clock, {
    onRequest: (atMs) => told.push(['request', atMs - nowMs]),
    onOffset: (offsetMs) => told.push(['offset', offsetMs]),
  })
  const given = await watched.get('/a', 'Bearer x', 5_000)
  expect(given).toBe(outcome)
  expect(requests).toEqual([[{ method: 'GET', path: '/a', authorization: 'Bearer x' }, 5_000]])
  expect(watched.requestCount).toBe(7)
  return told
}

const dated = (date?: string) => answered({ headers: date === undefined ? {} : { Date: date } })

const noAnswer: Outcome = { kind: 'no-answer', code: 'ECONNRESET', message: '', phase: 'answer', durationMs: 0 }

it.each([
  ['ahead', dated('Sun, 22 Nov 2026 12:01:00 GMT'), 59_000],
  ['behind', dated('Sun, 22 Nov 2026 11:59:00 GMT'), -61_000],
])('the clock of a server is seen to be %s, when its answer is there', async (_, outcome, offsetMs) => {
  expect(await ask(outcome)).toEqual([
    ['request', 0],
    ['offset', offsetMs],
  ])
})

it.each([
  ['an answer without a date', dated()],
  ['a date that is none', dated('yesterday')],
  ['no answer', noAnswer],
])('nothing is seen of the clock where there is %s', async (_, outcome) => {
  expect(await ask(outcome)).toEqual([['request', 0]])
})
