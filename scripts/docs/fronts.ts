import type { Facts } from '../../src/catalogue/facts.ts'
import { type Finding, factsOf, isFinding } from '../../src/catalogue/finding.ts'
import { jira } from '../../src/products/jira/jira.ts'
import { table } from '../../src/report/table.ts'
import { diagnoseAnswer } from '../../src/verdict/diagnose-answer.ts'
import { diagnoseNoAnswer } from '../../src/verdict/diagnose-no-answer.ts'
import { speakerOf } from '../../src/verdict/speaker.ts'
import type { Answer, NoAnswer } from '../../src/wire/answer.ts'
import { type FrontWords, frontWords, type ProxyWords, proxyWords, tlsWords, unnamedWords } from './front-words.ts'

const question = {
  baseUrl: 'https://jira.example.com',
  path: '/rest/api/2/myself',
  scheme: 'Bearer',
  traits: { isJwt: false, jwtExpiredOn: undefined, cloudToken: undefined },
  product: jira,
} as const

/** Every answer by which something before Jira is known: what it says, who it is, what it means, whom to ask. */
export const describeFronts = (): string =>
  table(
    ['HTTP', 'what it says', 'who says so', 'reason', 'which means', 'ask'],
    [
      ...Object.entries(frontWords).flatMap(([by, words]) => words.map((one) => describeFront(one, by))),
      ...unnamedWords.map(({ by, ...one }) => describeFront(one, `(${by})`)),
    ],
  )

function describeFront(words: FrontWords, by: string): string[] {
  const { header, says, status } = words
  const answer = answerOf(words)
  const { finding } = judge(words)
  const shown = header === undefined ? says : `${header}: ${says}`
  return [
    String(status),
    says === '' ? 'nothing at all' : codeOf(shown),
    by,
    linkTo(finding),
    meaningOf(finding),
    speakerOf(answer, question).operator.replace(new URL(question.baseUrl).host, 'the host'),
  ]
}

/** What the check finds in such an answer, and whom it names. */
export function judge(words: FrontWords): { finding: Finding; edge: string | undefined } {
  const answer = answerOf(words)
  const finding = diagnoseAnswer(answer, question, 0)
  if (!isFinding(finding)) throw new Error(`${words.status} ${words.says} is an answer of Jira`)
  return { finding, edge: speakerOf(answer, question).edge }
}

function answerOf({ status, header, says, server }: FrontWords): Answer {
  const headers = [
    ...(server === undefined ? [] : [['server', server] as const]),
    ...(header === undefined ? [] : [[header.toLowerCase(), says] as const]),
    // As Go writes an error.
    ...(says === '404 page not found' ? [['x-content-type-options', 'nosniff'] as const] : []),
  ]
  const body = header === undefined ? says : ''
  return { kind: 'answer', statusCode: status, headers: new Map(headers), body, bodyState: 'complete', durationMs: 0 }
}

/** In the words of the message, where it has any besides its own. */
function meaningOf(found: Finding): string {
  const { status, unreached, challenge, detail, noRoute, firewallOperator }: Facts = factsOf(found)
  if (unreached !== undefined) return unreached
  if (challenge !== undefined) return `it wants ${challenge}`
  if (found.reason === 'tls-client-certificate') return `it wants a client certificate, but ${detail}`
  if (detail !== undefined) return detail
  if (noRoute !== undefined) return 'it may have no route for this host name or scheme'
  if (firewallOperator !== undefined) return 'it most often is a firewall that blocks'
  if (status === '408' || status === '425') return 'it may pass, so it is tried again'
  return MEANINGS[found.reason] ?? ''
}

const MEANINGS: Readonly<Record<string, string>> = {
  'edge-forbidden': 'it blocks the request',
  'edge-unauthorized': 'it wants a login of its own',
  'gateway-error': 'it gets no answer from what is behind it',
  'rate-limited': 'it is its limit, not that of Jira',
  'server-error': 'something in front of Jira may have failed',
  'sso-login': 'it wants a login first',
}

/** What proxies say instead of opening the way. */
export const describeProxies = (): string =>
  table(['CONNECT', 'what it says', 'who says so', 'reason', 'which means'], proxyWords.map(describeProxy))

function describeProxy({ by, status, says, squidError = '', logins = [], port = 443, meaning = '' }: ProxyWords) {
  const proxyAnswer = { statusCode: status, reasonPhrase: says, squidError, loginSchemes: logins, port }
  const found = diagnoseNoAnswer({ ...failed, phase: 'proxy', proxyAnswer }, throughProxy)
  const { connectPort, proxyLogins, proxyWords = '' } = factsOf(found)
  const headers = [
    ...(squidError === '' ? [] : [`X-Squid-Error: ${squidError}`]),
    ...(logins.length === 0 ? [] : [`Proxy-Authenticate: ${logins.join(', ')}`]),
  ]
  const means =
    (connectPort && `it opens the way to port 443 only, perhaps, and not to ${connectPort}`) ??
    (proxyLogins && `no user name and password in its URL can help with ${proxyLogins}`) ??
    / ERR_\w+: (.*)/.exec(proxyWords)?.[1] ??
    meaning
  return [String(status), [says, ...headers].map(codeOf).join(' '), by, linkTo(found), means]
}

/** What the TLS of something before Jira says. */
export const describeTls = (): string =>
  table(
    ['what OpenSSL, curl and Node.js say', 'when', 'reason', 'which means'],
    tlsWords.map(({ says, alert, after }) => {
      const phase = after === undefined ? 'tls' : 'answer'
      const number = alert === undefined ? '' : `SSL alert number ${alert}`
      const message = `error:0A000000:SSL routines:ssl3_read_bytes:${says}:../ssl/record/rec_layer_s3.c:1:${number}`
      const found = diagnoseNoAnswer({ ...failed, code: 'EPROTO', message, phase }, directly)
      const shown = [says, number].filter(Boolean).map(codeOf).join(', ')
      return [shown, after === undefined ? 'in the handshake' : 'after it', linkTo(found), meaningOf(found)]
    }),
  )

const failed: NoAnswer = { kind: 'no-answer', code: '', message: '', phase: 'tls', durationMs: 0 }
const directly = { product: 'Jira', proxy: undefined, clientCertificate: 'none' } as const
const throughProxy = {
  product: 'Jira',
  proxy: { variable: 'HTTPS_PROXY', protocol: 'http:', hostname: 'proxy.example.com', port: 3128 },
  clientCertificate: 'none',
} as const

/** A bar would end the cell of a table. */
const codeOf = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``

const linkTo = ({ reason }: Finding): string => `[\`${reason}\`](reasons.md#${reason})`
