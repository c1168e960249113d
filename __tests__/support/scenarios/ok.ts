import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { answeredTo, cloudIdentity, identity, jiraUnavailable, tokens } from '../answers.ts'
import { certificates } from '../certificates.ts'
import { goodToken } from '../healthy.ts'
import { startJira } from '../jira.ts'
import { startProxy } from '../proxy.ts'
import type { Reply } from '../reply.ts'
import { resolving } from '../resolver.ts'
import { routes } from '../routes.ts'
import { type Scenario, scenario, withJira } from './scenario.ts'

const reason = 'authenticated'
const asks: Scenario['asks'] = ['identity', 'tokens']

export const ok: Scenario[] = [
  scenario('authenticated', {
    title: 'The token is good: Jira says whose it is',
    asks,
    statusCode: '200',
    outputs: {
      username: 'svc-ci',
      'user-key': 'JIRAUSER10000',
      'display-name': 'CI Service',
      email: 'svc-ci@example.com',
      'time-zone': 'Europe/Berlin',
      locale: 'en_US',
      'account-id': '',
      'expiry-status': 'ok',
      'token-name': 'ci',
      'token-days-left': '80',
      'missing-permissions': '',
    },
    setUp: withJira(),
  }),
  scenario('context-path', {
    title: 'Jira lives below /jira',
    reason,
    asks,
    setUp: withJira({ contextPath: '/jira' }),
  }),
  scenario('version-8', { title: 'A Jira 8.20', reason, asks, setUp: withJira({ version: '8.20.30' }) }),
  scenario('version-9', { title: 'A Jira 9.12', reason, asks, setUp: withJira({ version: '9.12.15' }) }),
  scenario('ipv6', { title: 'Jira is given by an IPv6 address', reason, asks, setUp: withJira({ host: '::1' }) }),
  scenario('basic', {
    title: 'User name and token, for the instances that want both',
    reason,
    asks: ['identity'],
    outputs: { username: 'svc-ci', 'expiry-status': 'not-checked', 'token-expires-at': '' },
    setUp: withJira({}, { username: 'svc-ci' }),
  }),
  scenario('cloud', {
    title: 'Jira Cloud: an account id, no user name',
    reason,
    asks: ['identity'],
    outputs: { 'account-id': '712020:00000000-0000-4000-8000-000000000001', username: '', 'user-key': '' },
    setUp: withJira({ respond: routes({ myself: cloudIdentity }) }, { username: 'svc-ci@example.com' }),
  }),
  scenario('terse-identity', {
    title: 'An old Jira that says little about its user',
    reason,
    asks,
    outputs: { username: 'svc-ci', 'user-key': 'svc-ci', email: '', 'time-zone': '', locale: '' },
    setUp: withJira({
      respond: routes({
        myself: identity({
          key: 'svc-ci',
          emailAddress: undefined,
          timeZone: undefined,
          locale: undefined,
          deleted: undefined,
        }),
      }),
    }),
  }),
  scenario('name-is-email', {
    title: 'The user name is an e-mail address, which no text shows',
    reason,
    asks,
    outputs: { username: 'svc-ci@example.com', email: 'svc-ci@example.com' },
    setUp: withJira({
      respond: routes({
        myself: answeredTo('svc-ci%40example.com', identity({ name: 'svc-ci@example.com' })),
        tokens: answeredTo('svc-ci%40example.com', tokens([{ name: 'ci', daysLeft: 80 }])),
      }),
    }),
  }),
  scenario('healed', {
    title: 'Jira is away for a moment, and back at the second attempt',
    reason,
    asks: ['identity', 'identity', 'tokens'],
    // Made anew for each run: once it is back, a Jira stays.
    setUp: () => withJira({ respond: routes({ myself: [jiraUnavailable, identity()] }) })(),
  }),
  scenario('dead-connection', {
    title: 'The connection that was kept is closed just when the next question comes',
    reason,
    asks: ['identity', 'tokens', 'tokens'],
    outputs: { 'expiry-status': 'ok' },
    setUp: async () => {
      const deaths: Reply[] = [{ reset: true }]
      return withJira({ respond: routes({ tokens: () => deaths.pop() }) }, { retries: '0' })()
    },
  }),
  scenario('compressed', {
    title: 'The answer is compressed, though nobody asked for it',
    reason,
    asks,
    setUp: async () => {
      const { headers, body } = identity()
      const compressed = { ...headers, 'Content-Encoding': 'br', 'Content-Type': 'application/json' }
      const myself = { headers: compressed, body: brotliCompressSync(JSON.stringify(body)) }
      return withJira({ respond: routes({ myself }) })()
    },
  }),
  scenario('far-away', {
    title: 'Jira is so far away that 250 ms do not suffice to connect, and its other address is dead',
    reason,
    asks,
    setUp: async () => {
      const jira = await startJira()
      return {
        inputs: { 'jira-url': `http://jira.example.com:${jira.port}`, token: goodToken, 'allow-http': 'true' },
        nodeArgs: resolving(
          { 'jira.example.com': ['127.0.0.1', '127.0.0.2'] },
          { '127.0.0.1': 600, '127.0.0.2': Number.POSITIVE_INFINITY },
        ),
        jira,
        close: jira.close,
      }
    },
  }),
  scenario('gates', {
    title: 'The right user, all projects and all permissions',
    reason,
    asks: ['identity', 'permissions OPS', 'permissions WEB', 'tokens'],
    outputs: { 'missing-permissions': '[]' },
    setUp: withJira(
      {},
      { 'expected-user': 'svc-ci', projects: 'OPS, WEB', permissions: 'BROWSE_PROJECTS, CREATE_ISSUES' },
    ),
  }),
  scenario('global-permissions', {
    title: 'Permissions without a project are global ones',
    reason,
    asks: ['identity', 'permissions', 'tokens'],
    setUp: withJira({}, { permissions: 'CREATE_SHARED_OBJECTS' }),
  }),
  scenario('private-ca', {
    title: 'A private CA, given as ca-certificate',
    reason,
    asks,
    setUp: async () => {
      const { root, serverWithChain } = await certificates()
      return withJira({ tls: serverWithChain }, { 'ca-certificate': root.cert })()
    },
  }),
  scenario('intermediate-ca', {
    title:
      'An intermediate CA, given as ca-certificate without its root, of a server that sends its own certificate alone',
    reason,
    asks,
    setUp: async () => {
      const { intermediate, serverWithoutChain } = await certificates()
      return withJira({ tls: serverWithoutChain }, { 'ca-certificate': intermediate.cert })()
    },
  }),
  scenario('system-ca', {
    title: 'A private CA that only the operating system knows',
    reason,
    asks,
    setUp: async () => {
      const { root, serverWithChain } = await certificates()
      const directory = await mkdtemp(join(tmpdir(), 'jira-pat-check-'))
      const sslCertFile = join(directory, 'ca.pem')
      await writeFile(sslCertFile, root.cert)
      const setting = await withJira({ tls: serverWithChain }, {}, { env: { SSL_CERT_FILE: sslCertFile } })()
      const close = async () => {
        await setting.close?.()
        await rm(directory, { recursive: true })
      }
      return { ...setting, close }
    },
  }),
  scenario('mutual-tls', {
    title: 'Jira wants a client certificate, and gets it',
    reason,
    asks,
    setUp: async () => {
      const { root, server, client } = await certificates()
      const tls = { ...server, ca: root.cert, requestCert: true }
      const inputs = { 'ca-certificate': root.cert, 'client-certificate': client.cert, 'client-key': client.key }
      return withJira({ tls }, inputs)()
    },
  }),
  scenario('proxy', {
    title: 'Through a proxy with a password, to a private CA and mutual TLS',
    reason,
    asks,
    setUp: async () => {
      const { root, server, client } = await certificates()
      const jira = await startJira({ tls: { ...server, ca: root.cert, requestCert: true } })
      const proxy = await startProxy({ hosts: { 'jira.example.com': jira.port }, credentials: 'svc-ci:p@ss:w0rd' })
      return {
        inputs: {
          'jira-url': 'https://jira.example.com',
          token: goodToken,
          'ca-certificate': root.cert,
          'client-certificate': client.cert,
          'client-key': client.key,
        },
        env: { HTTPS_PROXY: proxy.url.replace('//', '//svc-ci:p%40ss%3Aw0rd@') },
        secrets: ['p@ss:w0rd', 'p%40ss%3Aw0rd', Buffer.from('svc-ci:p@ss:w0rd').toString('base64')],
        jira,
        proxy,
        close: async () => {
          await Promise.all([jira.close(), proxy.close()])
        },
      }
    },
  }),
]
