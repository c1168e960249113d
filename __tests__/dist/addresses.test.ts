import { describe, expect, it } from 'vitest'
import { loginRedirect, movedTo, welcomePage } from '../support/answers.ts'
import { certificates } from '../support/certificates.ts'
import { goodToken } from '../support/healthy.ts'
import { startJira } from '../support/jira.ts'
import { play, playAgainst } from '../support/play.ts'
import { startProxy } from '../support/proxy.ts'
import { resolving } from '../support/resolver.ts'
import { routes } from '../support/routes.ts'

describe('the base URL', () => {
  it.concurrent.for(['', '/', '///'])('may end in %j', async (end) => {
    const jira = await startJira()
    const { result } = await play({
      setUp: async () => ({ inputs: { 'jira-url': `${jira.url}${end}`, token: goodToken }, jira, close: jira.close }),
    })
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
    expect(result.report?.baseUrl).toBe(jira.url)
    expect(jira.requests.map((request) => request.path)).toContain('/rest/api/2/myself')
  })

  it.concurrent('keeps its context path, for every question', async () => {
    const { setting, result } = await playAgainst({ contextPath: '/tools/jira' }, { projects: 'OPS' })
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
    for (const { path } of setting.jira?.requests ?? []) expect(path).toMatch(/^\/tools\/jira\/rest\//)
  })

  it.concurrent('without the context path leads nowhere, and the message says so', async () => {
    const { result } = await play({
      setUp: async () => {
        const jira = await startJira({ contextPath: '/jira' })
        const inputs = { 'jira-url': jira.url.replace('/jira', ''), token: goodToken }
        return { inputs, jira, close: jira.close }
      },
    })
    expect(result.outputs).toMatchObject({ reason: 'not-found' })
    expect(result.outputs['message']).toMatch(/context path/)
  })

  it.concurrent('may be an IPv6 address, with TLS too', async () => {
    const { server, root } = await certificates()
    const { setting, result } = await playAgainst({ host: '::1', tls: server }, { 'ca-certificate': root.cert })
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
    expect(setting.jira?.requests[0]?.headers.host).toBe(`[::1]:${setting.jira?.port}`)
  })

  it.concurrent('may be localhost by http without allow-http', async () => {
    const jira = await startJira()
    const inputs = { 'jira-url': jira.url.replace('127.0.0.1', 'localhost'), token: goodToken }
    const { result } = await play({ setUp: async () => ({ inputs, jira, close: jira.close }) })
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
  })

  it.concurrent('may be http elsewhere with allow-http', async () => {
    const jira = await startJira()
    const inputs = { 'jira-url': `http://jira.example.com:${jira.port}`, token: goodToken, 'allow-http': 'true' }
    const nodeArgs = resolving({ 'jira.example.com': '127.0.0.1' })
    const { result } = await play({ setUp: async () => ({ inputs, nodeArgs, jira, close: jira.close }) })
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
  })
})

describe('the token', () => {
  it.concurrent.for([
    ['another port', (port: number) => `http://127.0.0.1:${port}/rest/api/2/myself`],
    ['another host', (port: number) => `http://localhost:${port}/rest/api/2/myself`],
    ['another protocol-relative host', (port: number) => `//127.0.0.1:${port}/rest/api/2/myself`],
  ] as const)('does not follow a redirect to %s', async ([, location]) => {
    const elsewhere = await startJira()
    const { setting, result } = await playAgainst({ respond: routes({ myself: movedTo(location(elsewhere.port)) }) })
    await elsewhere.close()
    expect(result.outputs).toMatchObject({ reason: 'redirected' })
    expect(elsewhere.connections).toBe(0)
    expect(setting.jira?.requests).toHaveLength(1)
  })

  it.concurrent('does not follow a redirect on the same host', async () => {
    const { setting } = await playAgainst({ respond: routes({ myself: loginRedirect('/rest/api/2/myself') }) })
    expect(setting.jira?.requests.map((request) => request.path)).toEqual(['/rest/api/2/myself'])
  })

  it.concurrent('goes as a Bearer to the three resources, and nowhere else', async () => {
    const { setting } = await playAgainst({}, { projects: 'OPS' })
    const seen = setting.jira?.requests.map(({ path, headers }) => [path.replace(/\?.*/, ''), headers.authorization])
    expect(seen?.toSorted()).toEqual([
      ['/rest/api/2/mypermissions', `Bearer ${goodToken}`],
      ['/rest/api/2/myself', `Bearer ${goodToken}`],
      ['/rest/pat/latest/tokens', `Bearer ${goodToken}`],
    ])
  })

  it.concurrent('goes as Basic with a user name', async () => {
    const { setting } = await playAgainst({}, { username: 'svc-ci' })
    const basic = `Basic ${Buffer.from(`svc-ci:${goodToken}`).toString('base64')}`
    expect(setting.jira?.requests.map(({ headers }) => headers.authorization)).toEqual([basic])
  })
})

describe('the proxy', () => {
  it.concurrent.for(['https_proxy', 'HTTPS_PROXY'])('is taken from %s', async (variable) => {
    const { server, root } = await certificates()
    const { setting, result } = await throughProxy({ tls: server }, variable, { 'ca-certificate': root.cert })
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
    expect(setting.proxy?.requests.map(({ method, target }) => `${method} ${target}`)).toContain(
      'CONNECT jira.example.com:443',
    )
  })

  it.concurrent.for(['http_proxy', 'HTTP_PROXY'])('is taken from %s for http, by CONNECT too', async (variable) => {
    const { setting, result } = await throughProxy({}, variable, {
      'jira-url': 'http://jira.example.com',
      'allow-http': 'true',
    })
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
    expect(new Set(setting.proxy?.requests.map(({ method }) => method))).toEqual(new Set(['CONNECT']))
  })

  it.concurrent('may be written without a scheme', async () => {
    const { server, root } = await certificates()
    const { result } = await throughProxy({ tls: server }, 'https_proxy', { 'ca-certificate': root.cert }, (url) =>
      url.replace('http://', ''),
    )
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
  })

  it.concurrent.for(['jira.example.com', '.example.com', '*'])('is left out for no_proxy=%s', async (noProxy) => {
    const jira = await startJira({ respond: () => welcomePage })
    const proxy = await startProxy({ hosts: { 'jira.example.com': jira.port } })
    const { result } = await play({
      setUp: async () => ({
        inputs: { 'jira-url': `http://jira.example.com:${jira.port}`, token: goodToken, 'allow-http': 'true' },
        env: { http_proxy: proxy.url, no_proxy: noProxy },
        nodeArgs: resolving({ 'jira.example.com': '127.0.0.1' }),
        close: async () => {
          await Promise.all([jira.close(), proxy.close()])
        },
      }),
    })
    expect(result.outputs).toMatchObject({ reason: 'html-page' })
    expect(proxy.requests).toEqual([])
  })
})

async function throughProxy(
  options: Parameters<typeof startJira>[0],
  variable: string,
  inputs: Record<string, string>,
  respell = (url: string) => url,
) {
  const jira = await startJira(options)
  const proxy = await startProxy({ hosts: { 'jira.example.com': jira.port } })
  return play({
    setUp: async () => ({
      inputs: { 'jira-url': 'https://jira.example.com', token: goodToken, ...inputs },
      env: { [variable]: respell(proxy.url) },
      jira,
      proxy,
      close: async () => {
        await Promise.all([jira.close(), proxy.close()])
      },
    }),
  })
}
