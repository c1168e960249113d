import dns, { ADDRCONFIG, type LookupAddress } from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import os from 'node:os'
import nock from 'nock'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createAddresses } from '../../src/wire/addresses.ts'
import { createHandMovedClock } from '../support/clock.ts'
import { startProxy } from '../support/proxy.ts'
import { complete, httpTo, type Listening, listen, saying, silent } from './listening.ts'

beforeAll(() => nock.restore())

type Done = (error: null, addresses: LookupAddress[]) => void

/** A name resolution that knows only this, and counts. */
function resolvingTo(...addresses: string[]) {
  const asked: string[] = []
  const lookUp = async (host: string): Promise<LookupAddress[]> => {
    asked.push(host)
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }
  return { asked, lookUp }
}

describe('the addresses of a host', () => {
  it.each<[what: string, found: string[], toTry: string[]]>([
    ['one', ['192.0.2.1'], ['192.0.2.1']],
    ['one family', ['192.0.2.1', '192.0.2.2'], ['192.0.2.1', '192.0.2.2']],
    [
      'two families, in turn',
      ['2001:db8::1', '2001:db8::2', '2001:db8::3', '192.0.2.1'],
      ['2001:db8::1', '192.0.2.1', '2001:db8::2', '2001:db8::3'],
    ],
    [
      'two families, that of the first before the other',
      ['192.0.2.1', '2001:db8::1', '192.0.2.2'],
      ['192.0.2.1', '2001:db8::1', '192.0.2.2'],
    ],
    [
      'two families, however they are mixed',
      ['192.0.2.1', '2001:db8::1', '2001:db8::2', '192.0.2.2'],
      ['192.0.2.1', '2001:db8::1', '192.0.2.2', '2001:db8::2'],
    ],
    ['each once', ['192.0.2.1', '192.0.2.1', '192.0.2.2'], ['192.0.2.1', '192.0.2.2']],
  ])('%s', async (_what, found, toTry) => {
    expect(await createAddresses('jira.example.com', resolvingTo(...found).lookUp).toTry()).toEqual(toTry)
  })

  it.each(['192.0.2.1', '2001:db8::1'])('which is one itself is not looked up: %s', async (address) => {
    const { lookUp, asked } = resolvingTo('192.0.2.99')
    const addresses = createAddresses(address, lookUp)
    expect(await addresses.toTry()).toEqual([address])
    addresses.prefer(address)
    expect(addresses.forget()).toBe(false)
    expect(await addresses.toTry()).toEqual([address])
    expect(asked).toEqual([])
  })

  it('are that which has served, until it is forgotten', async () => {
    const { lookUp, asked } = resolvingTo('192.0.2.1', '192.0.2.2')
    const addresses = createAddresses('jira.example.com', lookUp)
    expect(addresses.forget()).toBe(false)
    addresses.prefer('192.0.2.2')
    expect(await addresses.toTry()).toEqual(['192.0.2.2'])
    expect(asked).toEqual([])
    expect(addresses.forget()).toBe(true)
    expect(await addresses.toTry()).toEqual(['192.0.2.1', '192.0.2.2'])
    expect(asked).toEqual(['jira.example.com'])
  })

  it("are the system's", async () => {
    const toTry = await createAddresses('localhost').toTry()
    expect(['127.0.0.1', '::1']).toEqual(expect.arrayContaining([...toTry]))
    await expect(createAddresses('host.invalid').toTry()).rejects.toMatchObject({ hostname: 'host.invalid' })
  })
})

it('a literal of IPv6 is not looked up, though it stands in brackets', async () => {
  const { lookUp, asked } = resolvingTo('192.0.2.99')
  const { port, close } = await listen(silent)
  close()
  const http = httpTo(port, createHandMovedClock(), { baseUrl: `http://[::1]:${port}`, lookUp })
  expect(await http.get('/', undefined, 1000)).toMatchObject({ kind: 'no-answer', phase: 'connect' })
  expect(asked).toEqual([])
})

it.each<[platform: NodeJS.Platform, hints: number]>([
  ['linux', ADDRCONFIG],
  ['darwin', ADDRCONFIG],
  ['win32', 0],
])('the system is asked as Node itself asks it, on %s for addresses of the kinds %i', async (platform, hints) => {
  const lookup = vi.spyOn(dns, 'lookup').mockImplementation(((_host: string, _options: object, done: Done) => {
    done(null, [{ address: '192.0.2.1', family: 4 }])
  }) as unknown as typeof dns.lookup)
  vi.spyOn(os, 'platform').mockReturnValue(platform)
  syncBuiltinESMExports()
  onTestFinished(() => {
    vi.restoreAllMocks()
    syncBuiltinESMExports()
  })
  expect(await createAddresses('jira.example.com').toTry()).toEqual(['192.0.2.1'])
  expect(lookup).toHaveBeenCalledExactlyOnceWith('jira.example.com', { all: true, hints }, expect.any(Function))
})

describe('a host with several addresses', () => {
  /** Nothing listens at the second of them. */
  const twoAddresses = () => resolvingTo('::1', '127.0.0.1')
  const answers = (): Promise<Listening> => listen(saying(complete))

  it('is reached at the one that takes the connection', async () => {
    const { port } = await answers()
    const { lookUp } = twoAddresses()
    const http = httpTo(port, createHandMovedClock(), { baseUrl: `http://jira.example.com:${port}`, lookUp })
    expect(await http.get('/', undefined, 1000)).toMatchObject({ kind: 'answer', statusCode: 200 })
  })

  it('is looked up once, while that goes well', async () => {
    const { port, sockets } = await listen((socket) => socket.on('data', () => socket.end(complete)))
    const { lookUp, asked } = twoAddresses()
    const http = httpTo(port, createHandMovedClock(), { baseUrl: `http://jira.example.com:${port}`, lookUp })
    for (const path of ['/a', '/b']) expect(await http.get(path, undefined, 1000)).toMatchObject({ kind: 'answer' })
    expect(sockets).toHaveLength(2)
    expect(asked).toEqual(['jira.example.com'])
  })

  it('is looked up again after a request without an answer', async () => {
    const { port } = await listen((socket) => socket.on('data', () => socket.resetAndDestroy()))
    const { lookUp, asked } = twoAddresses()
    const http = httpTo(port, createHandMovedClock(), { baseUrl: `http://jira.example.com:${port}`, lookUp })
    for (const path of ['/a', '/b']) expect(await http.get(path, undefined, 1000)).toMatchObject({ code: 'ECONNRESET' })
    expect(asked).toEqual(['jira.example.com', 'jira.example.com'])
  })

  it('is looked up again, within the same request, where the one that has served is gone', async () => {
    const server = await listen((socket) => socket.on('data', () => socket.end(complete)))
    const { lookUp, asked } = twoAddresses()
    const baseUrl = `http://jira.example.com:${server.port}`
    const http = httpTo(server.port, createHandMovedClock(), { baseUrl, lookUp })
    expect(await http.get('/a', undefined, 1000)).toMatchObject({ kind: 'answer' })
    server.close()
    expect(await http.get('/b', undefined, 1000)).toMatchObject({ code: 'ECONNREFUSED', phase: 'connect' })
    expect(asked).toEqual(['jira.example.com', 'jira.example.com'])
  })

  it('may be a proxy', async () => {
    const { port } = await answers()
    const through = await startProxy({ hosts: { 'jira.example.com': port } })
    onTestFinished(() => through.close())
    const { lookUp, asked } = twoAddresses()
    const baseUrl = 'http://jira.example.com'
    const proxy = {
      variable: 'http_proxy',
      protocol: 'http:',
      hostname: 'proxy.example.com',
      port: through.port,
    } as const
    const http = httpTo(port, createHandMovedClock(), { baseUrl, proxy, lookUp })
    expect(await http.get('/', undefined, 1000)).toMatchObject({ kind: 'answer', statusCode: 200 })
    expect(asked).toEqual(['proxy.example.com'])
  })

  it('that is unknown is told as such, and put down to the proxy where it is one', async () => {
    const lookUp = () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }))
    const baseUrl = 'http://jira.example.com'
    const proxy = { variable: 'http_proxy', protocol: 'http:', hostname: 'proxy.example.com', port: 3128 } as const
    const direct = httpTo(0, createHandMovedClock(), { baseUrl, lookUp })
    expect(await direct.get('/', undefined, 1000)).toMatchObject({ code: 'ENOTFOUND', phase: 'lookup' })
    const proxied = httpTo(0, createHandMovedClock(), { baseUrl, lookUp, proxy })
    expect(await proxied.get('/', undefined, 1000)).toMatchObject({ code: 'ENOTFOUND', phase: 'proxy' })
  })
})
