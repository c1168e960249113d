import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { identity, jiraUnavailable, nginxBadGateway, serverError } from '../support/answers.ts'
import { goodToken } from '../support/healthy.ts'
import { startJira } from '../support/jira.ts'
import { play, playAgainst } from '../support/play.ts'
import { startProxy } from '../support/proxy.ts'
import { never, type Reply } from '../support/reply.ts'
import { routes } from '../support/routes.ts'
import type { ActionResult } from '../support/runner.ts'
import { withInputs } from '../support/scenarios/scenario.ts'
import type { Setting } from '../support/scenarios.ts'

const timeoutSeconds = 1

/** A second to end in, and the time that Node takes to start on a busy machine. */
const slackMs = 1000 + 2000

/** A server that accepts every connection and says this, a character at a time, or nothing. */
async function listen(text = ''): Promise<{ port: number; close: () => Promise<void> }> {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    const characters = [...text]
    const drip = setInterval(() => socket.write(characters.shift() ?? ''), 50)
    socket.on('error', () => {}).on('close', () => clearInterval(drip))
    socket.resume()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

const elsewhere = 'https://jira.example.com'

const silences: [where: string, reason: string, setUp: () => Promise<Setting>][] = [
  [
    'in the TLS handshake',
    'timeout',
    async () => {
      const { port, close } = await listen()
      return { inputs: { 'jira-url': `https://127.0.0.1:${port}` }, close }
    },
  ],
  [
    'in the TLS handshake behind a proxy',
    'timeout',
    async () => {
      const server = await listen()
      const proxy = await startProxy({ hosts: { 'jira.example.com': server.port } })
      const close = async () => void (await Promise.all([server.close(), proxy.close()]))
      return { inputs: { 'jira-url': elsewhere }, env: { https_proxy: proxy.url }, close }
    },
  ],
  [
    'in the TLS handshake with a proxy',
    'timeout',
    async () => {
      const { port, close } = await listen()
      return { inputs: { 'jira-url': elsewhere }, env: { https_proxy: `https://127.0.0.1:${port}` }, close }
    },
  ],
  [
    'in an answer of the proxy that drips',
    'timeout',
    async () => {
      const { port, close } = await listen(`HTTP/1.1 200 OK\r\nX-A: ${'x'.repeat(1000)}`)
      return { inputs: { 'jira-url': elsewhere }, env: { https_proxy: `http://127.0.0.1:${port}` }, close }
    },
  ],
  [
    'in a page of the login that drips',
    'sso-login',
    async () => {
      const reply = { status: 302, headers: { Location: '/login.jsp' }, body: 'x'.repeat(1000), dripEveryMs: 50 }
      const jira = await startJira({ respond: routes({ myself: reply }) })
      return { inputs: { 'jira-url': jira.url }, close: jira.close }
    },
  ],
  [
    'about the permissions',
    'timeout',
    async () => {
      const jira = await startJira({ respond: routes({ permissions: { after: never } }) })
      return { inputs: { 'jira-url': jira.url, projects: 'OPS, WEB' }, close: jira.close }
    },
  ],
  [
    'in the second look',
    'server-error',
    async () => {
      const jira = await startJira({
        respond: routes({ myself: jiraUnavailable, status: { ...identity(), unfinished: true } }),
      })
      return { inputs: { 'jira-url': jira.url, retries: '0' }, close: jira.close }
    },
  ],
]

describe('within a second of the deadline the process has ended, with its verdict, where there is silence', () => {
  it.concurrent.for(silences)('%s', async ([, reason, setUp]) => {
    const { result } = await play({
      setUp: async () => {
        const setting = await setUp()
        return { ...setting, inputs: { token: goodToken, 'timeout-seconds': `${timeoutSeconds}`, ...setting.inputs } }
      },
    })
    expect(result.outputs).toMatchObject({ result: 'unknown', reason })
    expect(result.exitCode).toBe(1)
    expect(result.annotations).toHaveLength(1)
    expect(result.durationMs).toBeLessThan(timeoutSeconds * 1000 + slackMs)
  })
})

/** By its own clock the check keeps the limit within a second; Node may take longer to start and end on a busy machine. */
function expectToEndWithin(limitMs: number, { report, durationMs }: ActionResult): void {
  expect(report?.durationMs).toBeLessThan(limitMs + 1000)
  expect(durationMs).toBeLessThan(limitMs + 3000)
}

describe('the deadline', () => {
  const oneSecond = { 'timeout-seconds': '1' }
  const silences: [what: string, reply: Reply][] = [
    ['no answer', { after: never }],
    ['headers that drip', { raw: `HTTP/1.1 200 OK\r\nX-Padding: ${' '.repeat(9000)}\r\n\r\n`, dripEveryMs: 20 }],
    ['a body that drips', { body: ' '.repeat(9000), dripEveryMs: 20 }],
    ['a body without an end', { ...identity(), unfinished: true }],
  ]

  it.concurrent.for(silences)('holds for %s', async ([, reply]) => {
    const { result } = await playAgainst({ respond: routes({ myself: reply }) }, oneSecond)
    expect(result.outputs).toMatchObject({ reason: 'timeout' })
    expect(result.exitCode).toBe(1)
    expectToEndWithin(1000, result)
  })

  it.concurrent('holds for an answer that changes the protocol', async () => {
    const switching = { raw: 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n' }
    const { result } = await playAgainst({ respond: routes({ myself: switching }) }, oneSecond)
    expect(result.outputs).toMatchObject({ result: 'unknown' })
    expectToEndWithin(1000, result)
  })

  it.concurrent('holds for a proxy that never answers', async () => {
    const proxy = await startProxy({ silent: true })
    const inputs = { 'jira-url': 'https://jira.example.com', token: goodToken, ...oneSecond }
    const { result } = await play({ setUp: withInputs(inputs, { env: { https_proxy: proxy.url } }) })
    await proxy.close()
    expect(result.outputs).toMatchObject({ result: 'unknown', category: 'connection' })
    expectToEndWithin(1000, result)
  })

  it.concurrent('holds between attempts, where the last fault is the reason', async () => {
    const { result } = await playAgainst(
      { respond: routes({ myself: nginxBadGateway }) },
      { retries: '10', 'timeout-seconds': '2' },
    )
    expect(result.outputs).toMatchObject({ reason: 'gateway-error' })
    expectToEndWithin(2000, result)
  })

  it.concurrent('leaves room for a second look, and holds for it too', async () => {
    const { setting, result } = await playAgainst(
      { respond: routes({ myself: serverError, status: { after: never } }) },
      { 'timeout-seconds': '2' },
    )
    expect(result.outputs).toMatchObject({ reason: 'server-error' })
    expect(setting.jira?.requests).toHaveLength(2)
    expectToEndWithin(2000, result)
  })

  it.concurrent('holds for the expiry, which then is unknown', async () => {
    const { result } = await playAgainst({ respond: routes({ tokens: { after: never } }) }, oneSecond)
    expect(result.outputs).toMatchObject({ reason: 'authenticated', 'expiry-status': 'unknown' })
    expect(result.exitCode).toBe(0)
    expectToEndWithin(1000, result)
  })
})
