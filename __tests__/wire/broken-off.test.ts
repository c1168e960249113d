import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'
import nock from 'nock'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { readBody } from '../../src/wire/body.ts'
import { complete, delivery, httpTo, listen, saying } from './listening.ts'

beforeAll(() => nock.restore())

const CHANNEL = 'http.client.response.finish'

/** Does this with every answer that begins, until the test is over. */
function atAnswer(act: (message: IncomingMessage) => void): void {
  const onMessage = (event: unknown): void => {
    if (isEvent(event)) act(event.response)
  }
  subscribe(CHANNEL, onMessage)
  onTestFinished(() => {
    unsubscribe(CHANNEL, onMessage)
  })
}

function isEvent(event: unknown): event is { response: IncomingMessage } {
  return typeof event === 'object' && event !== null && 'response' in event
}

// Node reports an error with most answers that are cut, but not with all.
it('a body that is broken off without an error is cut all the same', async () => {
  atAnswer((message) => setImmediate(() => message.destroy()))
  const { port } = await listen(saying('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}'))
  const answer = await httpTo(port).get('/', undefined, 1000)
  expect(answer).toMatchObject({ kind: 'answer', statusCode: 200, body: '{}', bodyState: 'cut' })
})

it('a body that is broken off by a reset is cut, and does not break the rules of HTTP', async () => {
  const { port } = await listen((socket) =>
    socket.on('data', async () => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}')
      await delivery()
      socket.resetAndDestroy()
    }),
  )
  const answer = await httpTo(port).get('/', undefined, 1000)
  expect(answer).toMatchObject({ kind: 'answer', body: '{}', bodyState: 'cut' })
  expect(answer).not.toHaveProperty('bodyError')
})

it('a body ends once, in the way in which it has ended first, and then nothing more is read', async () => {
  const message = Object.assign(new PassThrough(), { complete: false })
  const ends: string[] = []
  readBody(message as unknown as IncomingMessage, {}, 4, ({ bytes, state }) => ends.push(`${state}: ${bytes}`))
  message.write('{}')
  message.write('{} ')
  await once(message, 'close')
  expect(ends).toEqual(['too-large: {}'])
})

it('the client’s own timer for idle connections leaves the time of a request alone', async () => {
  const idleMs: (number | undefined)[] = []
  atAnswer(({ socket }) => idleMs.push(socket.timeout))
  const { port } = await listen(saying(complete))
  await httpTo(port).get('/', undefined, 240_000)
  expect(idleMs).toEqual([241_000])
})
