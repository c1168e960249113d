import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { awsUnavailable, bearerRejected, identity } from '../support/answers.ts'
import { certificates } from '../support/certificates.ts'
import { goodToken } from '../support/healthy.ts'
import { playInProcess } from '../support/in-process.ts'
import { startJira } from '../support/jira.ts'
import { playAgainst } from '../support/play.ts'
import { startProxy } from '../support/proxy.ts'
import { questionOf } from '../support/questions.ts'
import type { Reply } from '../support/reply.ts'
import { type Answers, routes } from '../support/routes.ts'
import { runAction } from '../support/runner.ts'
import { startWatch, type Watch } from './watch.ts'

// S2: the token goes to the origin of jira-url only, never on a redirect, never as http unless allowed.

let watch: Watch
beforeAll(async () => {
  watch = await startWatch()
})
afterAll(() => watch.close())

/** Every way to say “over there”. */
const elsewhere: Record<string, (port: number) => string> = {
  'another port': (port) => `http://127.0.0.1:${port}/rest/api/2/myself`,
  'another host': (port) => `http://localhost:${port}/rest/api/2/myself`,
  'another host, with a user': (port) => `http://127.0.0.1@localhost:${port}/rest/api/2/myself`,
  'another scheme': (port) => `https://127.0.0.1:${port}/rest/api/2/myself`,
  'the same scheme, left out': (port) => `//127.0.0.1:${port}/rest/api/2/myself`,
  backslashes: (port) => `\\\\127.0.0.1:${port}\\rest\\api\\2\\myself`,
  'a number for the address': (port) => `http://2130706433:${port}/rest/api/2/myself`,
  'an address in upper case': (port) => `HTTP://LOCALHOST:${port}/rest/api/2/myself`,
  ftp: (port) => `ftp://127.0.0.1:${port}/`,
  'a web socket': (port) => `ws://127.0.0.1:${port}/`,
  'a blank before it': (port) => ` http://127.0.0.1:${port}/`,
  'several places': (port) => `http://127.0.0.1:${port}/, http://localhost:${port}/`,
}

const statuses = [201, 300, 301, 302, 303, 304, 305, 306, 307, 308, 399]

describe('a redirect is not followed', () => {
  const cases = [
    ...Object.keys(elsewhere).map((where) => ({ where, status: 302 })),
    ...statuses.map((status) => ({ where: 'another port', status })),
  ]

  it.concurrent.for(cases)('$status to $where', async ({ where, status }) => {
    const location = elsewhere[where]?.(watch.port) ?? ''
    const { result, setting } = await playInProcess({
      respond: routes({ myself: { status, headers: { Location: location } } }),
    })
    expect(result.outputs['result']).toBe('unknown')
    expect(setting.jira?.requests.map(questionOf)).toEqual(['identity'])
    expect(watch.visits).toBe(0)
  })

  it.concurrent('to the same origin', async () => {
    const { result, setting } = await playInProcess({
      respond: (request) =>
        request.path.startsWith('/jira') ? identity() : { status: 307, headers: { Location: `/jira${request.path}` } },
    })
    expect(result.outputs['reason']).toBe('redirected')
    expect(setting.jira?.requests).toHaveLength(1)
  })

  const later: [what: string, question: string, Parameters<typeof routes>[0]][] = [
    ['the list of tokens', 'tokens', { tokens: redirect }],
    ['the permissions', 'permissions OPS', { permissions: redirect }],
    ['the version, after a 401', 'serverInfo', { myself: bearerRejected, serverInfo: redirect }],
    ['the state, after a 503', 'status', { myself: awsUnavailable, status: redirect }],
  ]

  it.concurrent.for(later)('in the answer about %s', async ([, question, table]) => {
    const { setting } = await playInProcess({ respond: routes(table) }, { projects: 'OPS', retries: '0' })
    expect(setting.jira?.requests.map(questionOf).at(-1)).toBe(question)
    expect(watch.visits).toBe(0)
  })
})

function redirect(): Reply {
  return { status: 307, headers: { Location: `http://127.0.0.1:${watch.port}/` } }
}

describe('nothing else sends it anywhere', () => {
  const html = (head: string): string => `<!DOCTYPE html><html><head>${head}</head><body></body></html>`
  const lures: [string, (url: string) => Answers][] = [
    ['a Refresh header', (url) => ({ ...identity(), headers: { Refresh: `0; url=${url}` } })],
    ['a refresh in a page', (url) => ({ body: html(`<meta http-equiv="refresh" content="0; url=${url}">`) })],
    ['a script', (url) => ({ body: html(`<script>location = "${url}"</script>`) })],
    ['a link to load ahead', (url) => ({ ...identity(), headers: { Link: `<${url}>; rel=preload` } })],
    [
      'another address of the service',
      (url) => ({ ...identity(), headers: { 'Alt-Svc': `h2="${url.slice(7, -1)}"` } }),
    ],
    ['the location of the content', (url) => ({ ...identity(), headers: { 'Content-Location': url } })],
    ['an upgrade', (url) => ({ status: 426, headers: { Upgrade: 'h2c', Connection: 'Upgrade', Location: url } })],
    ['a base of its own', (url) => ({ ...identity({ self: url, avatarUrls: { '48x48': url } }) })],
    ['a challenge', (url) => ({ status: 401, headers: { 'WWW-Authenticate': `Negotiate, Basic realm="${url}"` } })],
    [
      'early hints',
      (url) => ({
        raw: `HTTP/1.1 103 Early Hints\r\nLink: <${url}>; rel=preconnect\r\n\r\nHTTP/1.1 302 Found\r\nLocation: ${url}\r\nContent-Length: 0\r\n\r\n`,
      }),
    ],
  ]

  it.concurrent.for(lures)('not %s', async ([, lure]) => {
    const respond = routes({ myself: lure(`http://127.0.0.1:${watch.port}/`) })
    const { setting } = await playInProcess({ respond }, { retries: '0' })
    expect(setting.jira?.requests.map(questionOf)[0]).toBe('identity')
    expect(watch.visits).toBe(0)
  })
})

describe('the token is sent', () => {
  it.concurrent('to the three resources that need it, and with no second look', async () => {
    const tooOld = { myself: bearerRejected, serverInfo: bearerRejected }
    const { setting } = await playAgainst({ respond: routes(tooOld) })
    const withToken = setting.jira?.requests.filter(({ headers }) => JSON.stringify(headers).includes(goodToken))
    expect(withToken?.map(questionOf)).toEqual(['identity'])
    expect(setting.jira?.requests.map(questionOf)).toEqual(['identity', 'serverInfo'])
  })

  it.concurrent('in the header alone, not in a URL', async () => {
    const { setting } = await playAgainst({}, { projects: 'OPS' })
    expect(setting.jira?.requests.map(({ path }) => path).join()).not.toContain(goodToken)
  })

  it.concurrent('never as http, unless that is allowed', async () => {
    const env = { http_proxy: `http://127.0.0.1:${watch.port}` }
    const { result } = await playAgainst({}, { 'jira-url': 'http://jira.example.com' }, { env })
    expect(result.outputs['reason']).toBe('url-insecure')
    expect(watch.visits).toBe(0)
  })

  it.concurrent('to no server that is not verified', async () => {
    const { selfSigned } = await certificates()
    const { result, setting } = await playAgainst({ tls: selfSigned })
    expect(result.outputs['reason']).toBe('tls-untrusted')
    expect(setting.jira?.requests).toEqual([])
  })

  it.concurrent('to nobody where verification is switched off', async () => {
    const { selfSigned } = await certificates()
    const { result, setting } = await playAgainst(
      { tls: selfSigned },
      {},
      { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } },
    )
    expect(result.outputs['reason']).toBe('tls-verification-off')
    expect(setting.jira?.connections).toBe(0)
  })

  it.concurrent('to no proxy', async () => {
    const jira = await startJira()
    const proxy = await startProxy({ hosts: { 'jira.example.com': jira.port } })
    const { outputs } = await runAction({
      inputs: { 'jira-url': 'http://jira.example.com', 'allow-http': 'true', token: goodToken },
      env: { http_proxy: proxy.url },
    })
    await Promise.all([jira.close(), proxy.close()])
    expect(outputs['result']).toBe('usable')
    expect(new Set(proxy.requests.map(({ method }) => method))).toEqual(new Set(['CONNECT']))
    expect(JSON.stringify(proxy.requests)).not.toContain(goodToken)
  })
})
