import { describe, expect, it } from 'vitest'
import { createPace } from '../../src/asking/pace.ts'
import { type Finding, isFinding } from '../../src/catalogue/finding.ts'
import type { TlsMaterial } from '../../src/inputs/certificates.ts'
import type { JsonAnswer } from '../../src/verdict/question.ts'
import type { Outcome } from '../../src/wire/answer.ts'
import {
  bearerRejected,
  confluenceRejected,
  identity,
  nginxBadGateway,
  nginxForbidden,
  tomcatRateLimited,
} from '../support/answers.ts'
import { answered } from '../verdict/answered.ts'
import { type Asked, createAsking, noAnswer, reasonOf } from './asking.ts'

describe('a failure says how often it was tried', () => {
  const reset = noAnswer('ECONNRESET')
  const attemptsOf = async (wire: Outcome | Outcome[], retries = 2): Promise<unknown> => {
    const reply = await createAsking({ wire, inputs: { retries } }).ask()
    return isFinding(reply) ? reply.common.attempts : 'no failure'
  }

  it.each<[what: string, wire: Outcome | Outcome[], attempts: string]>([
    ['three times', reset, '3'],
    ['twice, where the second time it was another failure', [reset, answered({ status: 404 })], '2'],
  ])('%s', async (_what, wire, attempts) => {
    expect(await attemptsOf(wire)).toBe(attempts)
  })

  it.each<[what: string, wire: Outcome | Outcome[], retries?: number]>([
    ['it was once', answered({ status: 404 })],
    ['it was once, for want of retries', reset, 0],
    ['the token was refused at the first time of asking', [reset, answered(bearerRejected)]],
    ['somebody in front of Jira did so', [reset, answered(nginxForbidden)]],
  ])('but not where %s', async (_what, wire, retries) => {
    expect(await attemptsOf(wire, retries)).toBeUndefined()
  })
})

describe('an answer', () => {
  const read = (diagnosis: JsonAnswer | Finding) =>
    isFinding(diagnosis) ? diagnosis : ({ ...diagnosis, json: 'what the question makes of it' } as const)

  it.each<[string, Outcome]>([
    ['beyond any question', answered(identity())],
    ['by the diagnosis', answered({ body: { name: 'svc-ci' } })],
  ])('is what the question makes of it: %s', async (_, wire) => {
    expect(await createAsking({ wire }).ask({ read })).toMatchObject({ json: 'what the question makes of it' })
  })
})

describe('a failure', () => {
  it('names the address that was asked', async () => {
    expect(await createAsking({ wire: answered({ status: 404 }) }).ask()).toMatchObject({
      common: { askedPath: '/rest/api/2/myself' },
    })
  })

  it('tells the product that answered in place of the one that was asked for the user, and of nothing later', async () => {
    const asking = { wire: answered(confluenceRejected) }
    const other = { otherProduct: 'Confluence', otherInput: '<confluence-url>' }
    expect(await createAsking(asking).ask()).toMatchObject({ common: other })
    expect(await createAsking(asking).ask({ stage: 'permissions' })).not.toMatchObject({ common: other })
  })

  it('stays what it was where others have used up the time of the next attempt', async () => {
    const pace = createPace()
    const { clock, start } = createAsking({ wire: answered(nginxBadGateway), pace })
    const reply = start()
    await clock.advance(100)
    pace.slowDown(clock.monotonicMs(), 60_000, undefined)
    expect(reasonOf(await clock.runUntil(reply))).toBe('gateway-error')
  })
})

describe('several questions at once', () => {
  const ask = (projects: string[], wire: (asked: Asked) => Outcome) => {
    const asking = createAsking({ wire, takesMs: 50 })
    const questions = projects.map((path) => asking.start({ path, stage: 'permissions' }))
    return { ...asking, replies: () => asking.clock.runUntil(Promise.all(questions)) }
  }
  const paths = Array.from({ length: 20 }, (_, index) => `/${index + 1}`)
  /** This once for the first path, and then what is held. */
  const onceAtFirst = (outcome: Outcome) => {
    let isOver = false
    return ({ path }: Asked): Outcome => {
      if (isOver || path !== '/1') return answered(identity())
      isOver = true
      return outcome
    }
  }

  it('go on at their pace where a gateway fails once', async () => {
    const { asked, replies, mostAtOnce } = ask(paths, onceAtFirst(answered(nginxBadGateway)))
    await replies()
    expect(mostAtOnce()).toBe(8)
    expect(asked.map(({ path, atMs }) => [path, atMs])).toEqual([
      ...paths.slice(0, 8).map((path) => [path, 0]),
      ...paths.slice(8, 16).map((path) => [path, 50]),
      ...paths.slice(16).map((path) => [path, 100]),
      ['/1', 300],
    ])
  })

  it('wait for one that is asked again, which goes first', async () => {
    const { asked, replies } = ask(paths, onceAtFirst(answered(tomcatRateLimited(1))))
    await replies()
    const later = asked.filter(({ atMs }) => atMs >= 1000)
    expect(later[0]).toMatchObject({ path: '/9', atMs: 1050 })
    expect(later[1]).toMatchObject({ path: '/1', atMs: 2050 })
  })

  it('lose no attempt where the server wants a pause and answers others meanwhile', async () => {
    const limited = answered(tomcatRateLimited(0))
    const wire = [limited, limited, answered(identity())]
    const asking = createAsking({
      wire: ({ path }) => (path === '/limited' ? (wire.shift() ?? limited) : answered(identity())),
      takesMs: ({ path }) => (path === '/limited' ? 100 : 50),
      inputs: { retries: 1 },
    })
    const questions = ['/limited', '/answered'].map((path) => asking.start({ path, stage: 'permissions' }))
    expect((await asking.clock.runUntil(Promise.all(questions))).map(reasonOf)).toEqual([undefined, undefined])
    expect(asking.log.map(({ attempt }) => attempt)).toEqual(['1 of 2', '1 of 2'])
  })

  it.each([[['/limited', '/reset']], [['/reset', '/limited']]])(
    'lose an attempt where the server wants a pause and answers nobody meanwhile: %j',
    async (order) => {
      const limited = answered(tomcatRateLimited(0))
      const { log, replies } = ask(order, ({ path }) => (path === '/limited' ? limited : noAnswer('ECONNRESET')))
      await replies()
      const attempts = log.filter(({ reason }) => reason === 'rate-limited').map(({ attempt }) => attempt)
      expect(attempts.slice(0, 2)).toEqual(['1 of 3', '2 of 3'])
    },
  )
})

it('says that no client certificate was given where the server wants one', async () => {
  const wanted = noAnswer('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', { phase: 'answer' })
  expect(await createAsking({ wire: wanted }).ask()).toMatchObject({
    reason: 'tls-client-certificate',
    facts: { detail: 'none was given' },
  })
})

describe('a reset where a client certificate was given', () => {
  const client = { certificate: 'certificate', key: 'key' }
  const reset = noAnswer('ECONNRESET', { phase: 'tls' })
  const reasonOfReset = async (baseUrl: string, tls: TlsMaterial, before: Outcome[] = []): Promise<unknown> => {
    const inputs = { baseUrl, tls, retries: 0 }
    const asking = createAsking({ wire: [...before, reset], inputs })
    let reply: JsonAnswer | object = {}
    for (let question = 0; question <= before.length; question++) reply = await asking.ask()
    return isFinding(reply) ? reasonOf(reply) : 'no failure'
  }

  it('is put down to that certificate, until the server has answered once', async () => {
    const tls = { extraCa: [], client }
    expect(await reasonOfReset('https://jira.example.com', tls)).toBe('tls-client-certificate')
    expect(await reasonOfReset('https://jira.example.com', tls, [answered(identity())])).toBe('connection-reset')
  })

  it('is not put down to it where none is sent', async () => {
    expect(await reasonOfReset('https://jira.example.com', { extraCa: [] })).toBe('connection-reset')
    expect(await reasonOfReset('http://127.0.0.1', { extraCa: [], client })).toBe('connection-reset')
  })
})
