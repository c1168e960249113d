import nock from 'nock'
import { beforeAll, expect, it } from 'vitest'
import { certificates } from '../support/certificates.ts'
import { createHandMovedClock } from '../support/clock.ts'
import { httpTo, listen } from './listening.ts'

beforeAll(() => nock.restore())

it.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'a server that hangs up right after the handshake (%s) is not waited for',
  async (version) => {
    const { server, root } = await certificates()
    const tls = { ...server, minVersion: version, maxVersion: version }
    const { port } = await listen((socket) => socket.end(), tls)
    const changes = { jiraUrl: `https://127.0.0.1:${port}`, tls: { extraCa: [root.cert] } }
    const outcome = await httpTo(port, createHandMovedClock(), changes).get('/', undefined, 7000)
    expect(outcome).toMatchObject({ kind: 'no-answer', code: 'ECONNRESET', phase: 'answer' })
  },
)
