import { describe, expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import { readProxy } from '../../src/inputs/proxy.ts'

const jira = new URL('https://jira.example.com/jira')
const plainJira = new URL('http://jira.example.com/jira')
const proxy = 'http://proxy.example.com:3128'

const read = (url: URL, environment: Record<string, string>) => readProxy(url, environment)

describe('which variable counts', () => {
  it.each([
    ['https_proxy for https', jira, { https_proxy: proxy }, 'https_proxy'],
    ['HTTPS_PROXY too', jira, { HTTPS_PROXY: proxy }, 'HTTPS_PROXY'],
    ['the lower case first', jira, { HTTPS_PROXY: 'http://other.example.com', https_proxy: proxy }, 'https_proxy'],
    ['an empty one not', jira, { https_proxy: '', HTTPS_PROXY: proxy }, 'HTTPS_PROXY'],
    ['http_proxy for http', plainJira, { http_proxy: proxy }, 'http_proxy'],
    ['HTTP_PROXY too', plainJira, { HTTP_PROXY: proxy }, 'HTTP_PROXY'],
  ])('%s', (_, url, environment, variable) => {
    expect(read(url, environment)).toEqual({
      variable,
      protocol: 'http:',
      hostname: 'proxy.example.com',
      port: 3128,
    })
  })

  it.each([
    ['none', jira, {}],
    ['an empty one', jira, { https_proxy: '', HTTPS_PROXY: '' }],
    ['http_proxy for https', jira, { http_proxy: proxy, HTTP_PROXY: proxy }],
    ['https_proxy for http', plainJira, { https_proxy: proxy, HTTPS_PROXY: proxy }],
    ['ALL_PROXY', jira, { ALL_PROXY: proxy, all_proxy: proxy }],
  ])('no proxy: %s', (_, url, environment) => {
    expect(read(url, environment)).toBeUndefined()
  })

  it.each(['http://localhost:8080', 'https://127.0.0.1', 'http://[::1]:8080'])('never for loopback (%s)', (url) => {
    expect(read(new URL(url), { https_proxy: proxy, http_proxy: proxy })).toBeUndefined()
  })
})

describe('how a proxy is written', () => {
  const at = (protocol: string, hostname: string, port: number, credentials?: object) => ({
    variable: 'https_proxy',
    protocol,
    hostname,
    port,
    ...(credentials && { credentials }),
  })

  it.each([
    ['http://proxy.example.com:3128', at('http:', 'proxy.example.com', 3128)],
    ['http://proxy.example.com:3128/', at('http:', 'proxy.example.com', 3128)],
    [' http://proxy.example.com:3128\n', at('http:', 'proxy.example.com', 3128)],
    ['HTTP://PROXY.EXAMPLE.COM:3128', at('http:', 'proxy.example.com', 3128)],
    ['http://proxy.example.com', at('http:', 'proxy.example.com', 80)],
    ['https://proxy.example.com', at('https:', 'proxy.example.com', 443)],
    ['https://proxy.example.com:80', at('https:', 'proxy.example.com', 80)],
    ['proxy.example.com:3128', at('http:', 'proxy.example.com', 3128)],
    ['http://socks.example.com:3128', at('http:', 'socks.example.com', 3128)],
    ['proxy.example.com', at('http:', 'proxy.example.com', 80)],
    ['localhost:3128', at('http:', 'localhost', 3128)],
    ['10.0.0.1:3128', at('http:', '10.0.0.1', 3128)],
    ['http://[2001:db8::1]:3128', at('http:', '2001:db8::1', 3128)],
    ['[2001:db8::1]:3128', at('http:', '2001:db8::1', 3128)],
    [
      'http://svc-ci:hunter2@proxy.example.com:3128',
      at('http:', 'proxy.example.com', 3128, { username: 'svc-ci', password: 'hunter2' }),
    ],
    [
      'svc-ci:hunter2@proxy.example.com:3128',
      at('http:', 'proxy.example.com', 3128, { username: 'svc-ci', password: 'hunter2' }),
    ],
    [
      'http://svc%40ci:p%40ss%2Fw%C3%B6rd@proxy.example.com',
      at('http:', 'proxy.example.com', 80, { username: 'svc@ci', password: 'p@ss/wörd' }),
    ],
    ['http://svc-ci@proxy.example.com', at('http:', 'proxy.example.com', 80, { username: 'svc-ci', password: '' })],
    [
      'http://svc-ci:p@ss@proxy.example.com',
      at('http:', 'proxy.example.com', 80, { username: 'svc-ci', password: 'p@ss' }),
    ],
    [
      'svc-ci:p@ss:word@proxy.example.com:3128',
      at('http:', 'proxy.example.com', 3128, { username: 'svc-ci', password: 'p@ss:word' }),
    ],
    ['http://:hunter2@proxy.example.com', at('http:', 'proxy.example.com', 80, { username: '', password: 'hunter2' })],
  ])('%j', (value, expected) => {
    expect(read(jira, { https_proxy: value })).toEqual(expected)
  })

  const invalid = (problem: string) =>
    finding('input-invalid', {
      input: 'HTTPS_PROXY',
      problem,
      accepts: 'http://HOST:PORT or https://HOST:PORT',
      sparedHost: 'jira.example.com',
    })
  const unreadable = 'cannot be read as the address of an HTTP proxy'
  const unencoded = `${unreadable}: special characters of its user name and password have to be percent-encoded (%40 for “@”, %2F for “/”, %25 for “%”)`
  const socks = 'names a SOCKS proxy, and only HTTP proxies (with CONNECT) can be used'

  it.each([
    ['socks5://proxy.example.com:1080', socks],
    ['SOCKS4a://proxy.example.com', socks],
    ['my-socks proxy.example.com', unreadable],
    ['socks5h://svc-ci:hunter2@proxy.example.com:1080', socks],
    ['socks://proxy.example.com:1080', socks],
    ['http://socks proxy.example.com', unreadable],
    ['http:svc-ci/hunter2://x/y@proxy.example.com', unencoded],
    ['   ', 'holds nothing but white space'],
    ['ftp://proxy.example.com', unreadable],
    ['http://', unreadable],
    ['http:proxy.example.com', unreadable],
    ['http:/proxy.example.com', unreadable],
    ['://', unreadable],
    ['http://proxy example.com', unreadable],
    ['proxy.example.com:port', unreadable],
    ['proxy.example.com:99999', unreadable],
    ['http://proxy.example.com:3128\thttp://other.example.com', unreadable],
    ['http://svc-ci:%zz@proxy.example.com', unencoded],
    ['http://%zz:hunter2@proxy.example.com', unencoded],
    ['http://svc-ci:100%@proxy.example.com', unencoded],
    // What precedes the slash would pass for host and port.
    ['http://svc-ci:12/34@proxy.example.com', unencoded],
    ['http://svc-ci:hun/ter2@proxy.example.com', unencoded],
    ['http://svc-ci:p@12/34@proxy.example.com', unencoded],
    ['http://svc-ci:12?34@proxy.example.com', unencoded],
    ['http://svc-ci:12#34@proxy.example.com', unencoded],
    ['svc-ci:hun/ter2@proxy.example.com', unencoded],
    ['http://CORP\\svc-ci:hunter2@proxy.example.com', unencoded],
    // A variable that was not replaced.
    ['${PROXY}', unreadable],
    ['http://${PROXY}:3128', unreadable],
  ])('%j is told, and its value is not quoted', (value, problem) => {
    expect(read(jira, { HTTPS_PROXY: value })).toEqual(invalid(problem))
  })
})

describe('no_proxy', () => {
  it.each([
    ['*', jira],
    ['jira.example.com', jira],
    ['JIRA.EXAMPLE.COM', jira],
    ['example.com', jira],
    ['.example.com', jira],
    ['other.example.com, example.com', jira],
    ['other.example.com,example.com', jira],
    ['other.example.com example.com', jira],
    [' ,, jira.example.com', jira],
    ['jira.example.com:443', jira],
    ['example.com:443', jira],
    ['jira.example.com:80', plainJira],
    ['jira.example.com:8443', new URL('https://jira.example.com:8443')],
    ['10.0.0.1', new URL('https://10.0.0.1')],
  ])('%j spares %s', (list, url) => {
    const environment = { https_proxy: proxy, http_proxy: proxy }
    expect(read(url, { ...environment, no_proxy: list })).toBeUndefined()
    expect(read(url, { ...environment, NO_PROXY: list })).toBeUndefined()
    expect(read(url, { ...environment, NO_PROXY: list, no_proxy: '' })).toBeUndefined()
  })

  it.each([
    ['', jira],
    ['other.example.com', jira],
    ['xample.com', jira],
    ['jira', jira],
    ['.jira.example.com', jira],
    ['jira.example.com:8443', jira],
    ['jira.example.com:80', jira],
    ['jira.example.com:443', plainJira],
    ['jira.example.com.', jira],
    ['**', jira],
    [', ,', new URL('https://jira.example.com.')],
    ['http://jira.example.com', jira],
  ])('%j does not spare %s', (list, url) => {
    expect(read(url, { https_proxy: proxy, http_proxy: proxy, no_proxy: list })).toMatchObject({ port: 3128 })
  })

  it('the lower case counts first', () => {
    const environment = { https_proxy: proxy, no_proxy: 'other.example.com', NO_PROXY: 'jira.example.com' }
    expect(read(jira, environment)).toMatchObject({ port: 3128 })
  })

  it('a proxy that is not used is not judged', () => {
    expect(read(jira, { https_proxy: 'socks5://proxy.example.com', no_proxy: 'jira.example.com' })).toBeUndefined()
  })
})
