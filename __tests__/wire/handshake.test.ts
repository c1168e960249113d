import { once } from 'node:events'
import { connect } from 'node:net'
import { createSecureContext } from 'node:tls'
import nock from 'nock'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { diagnoseNoAnswer } from '../../src/verdict/diagnose-no-answer.ts'
import { shakeHands } from '../../src/wire/handshake.ts'
import { certificates } from '../support/certificates.ts'
import { createHandMovedClock } from '../support/clock.ts'
import { type FailingServer, startAlerting, startWithoutSecureRenegotiation } from '../support/handshakes.ts'
import { httpTo, listen } from './listening.ts'

beforeAll(() => nock.restore())

it.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'a server that hangs up right after the handshake (%s) is not waited for',
  async (version) => {
    const { server, root } = await certificates()
    const tls = { ...server, minVersion: version, maxVersion: version }
    const { port } = await listen((socket) => socket.end(), tls)
    const changes = { baseUrl: `https://127.0.0.1:${port}`, tls: { extraCa: [root.cert] } }
    const outcome = await httpTo(port, createHandMovedClock(), changes).get('/', undefined, 7000)
    expect(outcome).toMatchObject({
      kind: 'no-answer',
      code: 'ECONNRESET',
      phase: 'answer',
      trace: { tlsVersion: version },
    })
  },
)

it.each<[what: string, start: () => Promise<FailingServer>, reason: string, words: RegExp]>([
  ['alert 40', () => startAlerting(40), 'tls-protocol', /^the server aborted the handshake \(alert 40\)/],
  ['alert 70', () => startAlerting(70), 'tls-protocol', /^there is no TLS version/],
  ['alert 80', () => startAlerting(80), 'tls-protocol', /have no certificate for this host name$/],
  ['alert 112', () => startAlerting(112), 'tls-protocol', /^the server has no certificate for this host name$/],
  ['alert 116', () => startAlerting(116), 'tls-client-certificate', /^none was given$/],
  ['alert 120', () => startAlerting(120), 'tls-protocol', /^the server speaks HTTP\/2 only/],
  ['no secure renegotiation', startWithoutSecureRenegotiation, 'tls-protocol', /\(RFC 5746\)/],
])('%s has words of its own', async (_what, start, reason, words) => {
  const { port, close } = await start()
  onTestFinished(close)
  const http = httpTo(port, createHandMovedClock(), { baseUrl: `https://localhost:${port}` })
  const outcome = await http.get('/', undefined, 7000)
  if (outcome.kind === 'answer') throw new Error('there was an answer')
  expect(outcome.phase).toBe('tls')
  const found = diagnoseNoAnswer(outcome, { product: 'Jira', proxy: undefined, clientCertificate: 'none' })
  expect(found).toMatchObject({ reason, facts: { detail: expect.stringMatching(words) } })
})

it('is over when its connection is given up, though nobody has said no', async () => {
  const { port } = await listen(() => {})
  const socket = connect({ port, host: '127.0.0.1' })
  await once(socket, 'connect')
  const shaking = shakeHands(socket, 'jira.example.com', createSecureContext())
  socket.destroy()
  await expect(shaking).rejects.toBeUndefined()
})
