import { once } from 'node:events'
import { type ClientRequest, get } from 'node:http'
import { Socket } from 'node:net'
import nock from 'nock'
import { beforeAll, describe, expect, it } from 'vitest'
import { ServerAgent } from '../../src/wire/agent.ts'
import type { Attempt } from '../../src/wire/attempt.ts'
import type { Connector } from '../../src/wire/connector.ts'
import { createLifetime } from '../../src/wire/lifetime.ts'

beforeAll(() => nock.restore())

/** The error of a request for which this connection is opened. */
async function errorWith(open: Connector['open']): Promise<unknown> {
  const attempt: Attempt = { phase: 'answer', connection: 'reused', lifetime: createLifetime() }
  const request = get({ host: 'jira.example.com', agent: new ServerAgent('http:', { open }, true), attempt })
  const [error] = await once(request, 'error', { signal: AbortSignal.timeout(5000) })
  return error
}

describe('a connection that is dead before it is used is an error at once, since Node would wait for an answer on it', () => {
  it('with its own error', async () => {
    const error = Object.assign(new Error('reset by peer'), { code: 'ECONNRESET' })
    const socket = new Socket().on('error', () => {})
    expect(await errorWith(async () => socket.destroy(error))).toBe(error)
  })

  it('without one', async () => {
    const error = await errorWith(async () => new Socket().destroy())
    expect(error).toMatchObject({ code: 'ECONNRESET', message: 'socket hang up' })
  })
})

describe.each(['data', 'end'])('where %s comes on a connection', (event) => {
  const agent = new ServerAgent('http:', { open: () => Promise.reject(new Error('not asked')) }, true)

  it('that is idle, it is closed', () => {
    const socket = new Socket()
    expect(agent.keepSocketAlive(socket)).toBe(true)
    socket.emit(event)
    expect(socket.destroyed).toBe(true)
  })

  it('that is in use again, it is not, however often it was idle', () => {
    const socket = new Socket()
    for (const _ of [1, 2]) {
      agent.keepSocketAlive(socket)
      agent.reuseSocket(socket, {} as ClientRequest)
    }
    socket.emit(event)
    expect(socket.destroyed).toBe(false)
  })
})

describe('a connection that cannot be opened', () => {
  it('is an error of the request', async () => {
    const error = new Error('no')
    expect(await errorWith(() => Promise.reject(error))).toBe(error)
  })

  it('is one too where something else was thrown', async () => {
    expect(await errorWith(() => Promise.reject('no'))).toEqual(new Error('no'))
  })
})

it('a request that is not under way is a mistake of ours', () => {
  const agent = new ServerAgent('http:', { open: () => Promise.reject(new Error('not asked')) }, true)
  expect(() => get({ host: 'jira.example.com', agent })).toThrow('a request without an attempt')
})
