import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import nock from 'nock'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { httpTo, listen, saying } from './listening.ts'

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
