import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as answers from '../support/answers.ts'
import { playInProcess } from '../support/in-process.ts'
import { writtenBy } from '../support/leaks.ts'
import type { Reply } from '../support/reply.ts'
import { exposuresOf } from './exposure.ts'
import { violationsOf } from './invariants.ts'
import { mangle } from './mangle.ts'
import { hostileProducts, standIn } from './products.ts'
import { createRandom } from './random.ts'
import { spellings } from './spellings.ts'
import { hostileTexts } from './texts.ts'
import { startWatch, type Watch } from './watch.ts'

// S1 to S5 for the products beside Jira: what is their own, above all the proof.

let watch: Watch
beforeAll(async () => {
  watch = await startWatch()
})
afterAll(() => watch.close())

describe.each(hostileProducts)('$product', (hostile) => {
  const { token, inputs, first, saying, healthy } = hostile
  const bounds = { secrets: [token], timeoutMs: 30_000 }
  const once = { retries: '0', ...inputs }

  it.concurrent.for(spellings)('S1: the token said back, $name', async ({ spell }) => {
    const { result } = await playInProcess(standIn(hostile, saying(spell(token))), once)
    expect(exposuresOf([token], writtenBy(result))).toEqual([])
    expect(result.outputs['reason']).toMatch(/\w/)
  })

  it.concurrent.for([
    'X-AUSERNAME',
    'X-AUSERID',
    'X-Seraph-LoginReason',
    'Server',
    'WWW-Authenticate',
    'Age',
    'X-Cache',
  ])('S1: the token said back in %s', async (name) => {
    const reply = healthy[first] ?? {}
    const echo: Reply = { ...reply, headers: { ...reply.headers, [name]: token } }
    for (const one of [echo, { ...echo, status: 401 }, { ...echo, status: 503 }]) {
      const { result } = await playInProcess(standIn(hostile, { [first]: one }), once)
      expect(exposuresOf([token], writtenBy(result))).toEqual([])
      expect(violationsOf(result, bounds)).toEqual([])
    }
  })

  it.concurrent.for([301, 302, 303, 307, 308])('S2: a redirect with %i is not followed', async (status) => {
    const location = `http://127.0.0.1:${watch.port}/`
    for (const name of Object.keys(healthy)) {
      const { result } = await playInProcess(
        standIn(hostile, { [name]: { status, headers: { Location: location } } }),
        once,
      )
      expect(result.outputs['reason']).toMatch(/\w/)
    }
    expect(watch.visits).toBe(0)
  })

  it('S2: the token goes with no question after a failure', async () => {
    const { setting } = await playInProcess(
      standIn(hostile, { [first]: { status: 503, headers: { 'X-AUSERNAME': 'a' } } }),
      once,
    )
    const sent = setting.jira?.requests.map(({ path, headers }) => [path, headers.authorization])
    expect(sent?.at(-1)).toEqual(['/status', undefined])
  })

  it.concurrent.for(hostileTexts)('S3: %j', async (text) => {
    const { result } = await playInProcess(standIn(hostile, saying(text)), once)
    expect(result.outputs).toMatchObject({ result: 'usable', username: 'svc-ci' })
    expect(violationsOf(result, bounds)).toEqual([])
  })

  const notProofs: [string, Reply][] = [
    ['nothing', {}],
    ['an empty object', { body: {} }],
    ['a list', { body: [] }],
    ['null', { body: 'null' }],
    ['a text', { body: '"svc-ci"' }],
    ['the identity of a Jira', { ...answers.identity(), headers: {} }],
    ['a stranger’s JSON', { body: { name: 'svc-ci', displayName: 'x', version: 1, type: 'user', userKey: 1 } }],
    ['a page', { body: '<!DOCTYPE html><html><title>x</title></html>' }],
    ['bytes', { body: Uint8Array.of(0, 255, 1, 254) }],
    ...[201, 204, 206, 302, 304, 400, 401, 403, 404, 405, 418, 429, 500, 503].map((status): [string, Reply] => [
      `its own words with ${status}`,
      { ...healthy[first], status },
    ]),
    ['its own words, cut', { ...healthy[first], cutAfterBytes: 20 }],
  ]

  it.concurrent.for(notProofs)('S4: %s is no proof', async ([, reply]) => {
    const { result } = await playInProcess(standIn(hostile, { [first]: reply }), { ...once, 'timeout-seconds': '5' })
    expect(result.outputs['result']).not.toBe('usable')
    expect(result.exitCode).toBe(1)
    expect(violationsOf(result, bounds)).toEqual([])
  })

  const seeds = Array.from({ length: 60 }, (_, index) => 30_260_000 + index)

  it.concurrent.for(seeds)('S1 to S5: answers mangled at random, seed %i', async (seed) => {
    const random = createRandom(seed)
    const others = Object.values(healthy)
    const poison = { texts: [token, ...hostileTexts], others: [healthy[first] ?? {}, ...others] } as const
    const replies = Object.fromEntries(
      Object.entries(healthy).map(([name, reply]) => [
        name,
        random.chance(0.5) ? mangle(random.chance(0.1) ? random.pick(poison.others) : reply, random, poison) : reply,
      ]),
    )
    const { result } = await playInProcess(standIn(hostile, replies), { ...once, 'timeout-seconds': '3' })
    expect(violationsOf(result, { ...bounds, timeoutMs: 3000 })).toEqual([])
    const open = result.report?.gates.filter(({ holds }) => holds !== true) ?? []
    expect(result.outputs['result'] === 'usable' ? open : []).toEqual([])
  })
})

describe('bitbucket', () => {
  const [, bitbucket] = hostileProducts
  if (bitbucket === undefined) throw new Error('it is the second')

  it('S5: a list of tokens without an end is given up', async () => {
    let start = 0
    const { result, setting } = await playInProcess(
      {
        product: 'bitbucket',
        respond: ({ path }) =>
          path.includes('/access-tokens/')
            ? answers.page([answers.bitbucketToken({ id: '161803398874', name: 'x', daysLeft: 5 })], {
                isLastPage: false,
                nextPageStart: ++start,
              })
            : undefined,
      },
      { retries: '0' },
    )
    expect(result.outputs).toMatchObject({ result: 'usable', 'expiry-status': 'unknown' })
    expect(setting.jira?.requests.length).toBeLessThanOrEqual(12)
  })

  it('S5: a list that goes round in circles is given up', async () => {
    const round = answers.page([], { isLastPage: false, nextPageStart: 0 })
    const { result } = await playInProcess(standIn(bitbucket, { accessTokens: round }), { retries: '0' })
    expect(result.outputs).toMatchObject({ result: 'usable', 'expiry-status': 'unknown' })
  })

  it.each([
    ['of nobody', { 'X-AUSERNAME': 'anonymous' }],
    ['of another user', { 'X-AUSERNAME': 'jdoe' }],
    ['of a part of the name', { 'X-AUSERNAME': 'svc' }],
    ['of another number', { 'X-AUSERNAME': 'svc-ci', 'X-AUSERID': '7' }],
    ['of several numbers', { 'X-AUSERNAME': 'svc-ci', 'X-AUSERID': '101, 7' }],
  ])('S4: the header %s is no proof', async (_, headers) => {
    const properties = { ...answers.properties, headers }
    const { result } = await playInProcess(standIn(bitbucket, { properties }), { retries: '0' })
    expect(result.outputs).toMatchObject({ reason: 'no-identity', category: 'not-bitbucket' })
    expect(result.exitCode).toBe(1)
  })
})
