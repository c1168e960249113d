import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { identity, nginxNotFound } from '../answers.ts'
import { goodToken } from '../healthy.ts'
import { never, type Reply } from '../reply.ts'
import { type Resolved, resolving } from '../resolver.ts'
import { routes } from '../routes.ts'
import { type Scenario, scenario, withInputs, withJira } from './scenario.ts'

const url = 'https://jira.example.com'

/** One attempt and little time: the faults that pass are not waited for. */
const oneAttempt = { retries: '0', 'timeout-seconds': '1' }
const answering = (myself: Reply) => withJira({ respond: routes({ myself }) }, oneAttempt)

const resolvingTo = (resolved: Resolved) =>
  withInputs(
    { 'jira-url': url, token: goodToken, ...oneAttempt },
    { nodeArgs: resolving({ 'jira.example.com': resolved }) },
  )

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

const asks: Scenario['asks'] = ['identity']

export const connection: Scenario[] = [
  scenario('dns-not-found', {
    title: 'The host name does not exist',
    statusCode: '',
    mentions: ['jira.example.com'],
    setUp: resolvingTo('ENOTFOUND'),
  }),
  scenario('dns-unavailable', {
    title: 'The name server does not answer for now',
    statusCode: '',
    mentions: ['jira.example.com'],
    setUp: resolvingTo('EAI_AGAIN'),
  }),
  scenario('network-unreachable', {
    title: 'No route leads to the network of Jira',
    statusCode: '',
    setUp: resolvingTo('ENETUNREACH'),
  }),
  scenario('connection-refused', {
    title: 'Nothing listens at that port',
    statusCode: '',
    setUp: async () =>
      withInputs({ 'jira-url': `http://127.0.0.1:${await closedPort()}`, token: goodToken, ...oneAttempt })(),
  }),
  scenario('connection-refused-localhost', {
    title: 'Nothing listens, at several addresses of one name',
    reason: 'connection-refused',
    setUp: async () =>
      withInputs({ 'jira-url': `http://localhost:${await closedPort()}`, token: goodToken, ...oneAttempt })(),
  }),
  scenario('connection-reset', {
    title: 'The connection is reset before an answer',
    asks,
    statusCode: '',
    setUp: answering({ reset: true }),
  }),
  scenario('connection-closed', {
    title: 'The connection is closed without an answer',
    reason: 'connection-reset',
    asks,
    setUp: answering({ raw: '' }),
  }),
  scenario('timeout', {
    title: 'Jira takes the connection and never answers',
    asks,
    statusCode: '',
    setUp: answering({ after: never }),
  }),
  scenario('timeout-dripping', {
    title: 'The answer drips in, for ever',
    reason: 'timeout',
    asks,
    setUp: answering({ body: ' '.repeat(100_000), dripEveryMs: 20 }),
  }),
  scenario('timeout-unfinished', {
    title: 'The answer comes, and its end does not',
    reason: 'timeout',
    asks,
    setUp: answering({ ...identity(), unfinished: true }),
  }),
  scenario('not-http', {
    title: 'What listens there speaks another protocol',
    asks,
    statusCode: '',
    setUp: answering({ raw: 'SSH-2.0-OpenSSH_9.6\r\n' }),
  }),
  scenario('malformed-response', {
    title: 'The answer has both a length and chunks, which is how answers are smuggled',
    asks,
    statusCode: '',
    mentions: ['Content-Length', 'Transfer-Encoding'],
    setUp: answering({
      raw: 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
    }),
  }),
  scenario('malformed-header', {
    title: 'A control character stands in a header of the answer',
    reason: 'malformed-response',
    asks,
    statusCode: '',
    mentions: ['X-Served-By'],
    setUp: answering({ raw: 'HTTP/1.1 200 OK\r\nX-Served-By: node\x01\r\nContent-Length: 2\r\n\r\n{}' }),
  }),
  scenario('malformed-compression', {
    title: 'The answer says that it is compressed, and is not',
    reason: 'malformed-response',
    asks,
    statusCode: '200',
    mentions: ['Content-Encoding'],
    setUp: answering({ ...identity(), headers: { 'Content-Encoding': 'gzip' } }),
  }),
  scenario('response-cut', {
    title: 'The connection breaks in the middle of the answer',
    asks,
    setUp: answering({ ...identity(), cutAfterBytes: 60 }),
  }),
  scenario('response-too-large', {
    title: 'An answer of more than 1 MiB',
    asks,
    setUp: answering({ headers: { 'Content-Type': 'application/json' }, body: ' '.repeat(2 * 1024 * 1024) }),
  }),
  scenario('not-found-cut', {
    title: 'A 404 is a 404, even when its body is cut',
    reason: 'not-found',
    asks,
    statusCode: '404',
    setUp: answering({ ...nginxNotFound, cutAfterBytes: 10 }),
  }),
]
