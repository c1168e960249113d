import { jira } from '../../src/products/jira/jira.ts'
import { diagnoseAnswer } from '../../src/verdict/diagnose-answer.ts'

/** What a search for something can begin to match, and has to give up, again and again. */
const units = [
  ...[
    '<!---->',
    '<!-- -->',
    '<!--',
    '--><!--',
    '<?xml >',
    '<?xml ?>',
    '<!DOCTYPE ',
    '<html',
    '<h1',
    '<h1> ',
    '<button>   ',
  ],
  ...['<input ', '<input type', '<input name = ', '<meta ', '<meta url', '<meta url= ', '<form ', '<form action='],
  ...['<title', '<title>', '<title >', '<title>log', 'location=', "location='", "location.replace('", "location='/x'"],
  ...[
    '<form action="/x">',
    '<meta url=/x>',
    '{[',
    '[',
    '{"a":',
    '"',
    '\\',
    ' ',
    '\n',
    '\t',
    '%',
    '&',
    ':',
    '#',
    '.',
    '-',
  ],
  ...['OAuth realm', ', OAuth ', 'OAuth  ', ',', 'AUTHENTICATED_FAILE', 'CAPTCHA_', 'Failed to parse ', 'Incapsula '],
  ...['https://login.', '/login.', '/login', 'sso-', 'login-url=', 'NSC', '1', '1.', 'Mon, ', '('],
]

const headerNames = [
  ...['location', 'www-authenticate', 'x-authentication-denied-reason', 'x-seraph-loginreason', 'x-ausername'],
  ...['retry-after', 'x-ratelimit-reset', 'set-cookie', 'server', 'content-type'],
]

const question = {
  baseUrl: 'https://jira.example.com',
  path: '/rest/api/2/myself',
  scheme: 'Bearer',
  traits: { isJwt: false, jwtExpiredOn: undefined, cloudToken: undefined },
  product: jira,
} as const

/** Judges texts of that length for a while, and tells which one took the processor longest. */
export function slowestDiagnosis(
  bodyLength: number,
  headerLength: number,
): { unit: string; statusCode: number; cpuMs: number } {
  let slowest = { unit: '', statusCode: 0, cpuMs: 0 }
  for (const unit of units) {
    const fill = (length: number): string => unit.repeat(Math.floor(length / unit.length))
    const headers = new Map(headerNames.map((name) => [name, `${fill(headerLength)}x`]))
    for (const statusCode of [200, 302, 401, 403, 429, 500]) {
      // Headers and body one after the other, since one may keep the other from being searched.
      for (const answer of [
        { headers, body: '' },
        { headers: new Map<string, string>(), body: `${fill(bodyLength)}x` },
      ]) {
        const start = process.cpuUsage()
        diagnoseAnswer({ kind: 'answer', bodyState: 'complete', durationMs: 0, statusCode, ...answer }, question, 0)
        const { user, system } = process.cpuUsage(start)
        const cpuMs = (user + system) / 1000
        if (cpuMs > slowest.cpuMs) slowest = { unit, statusCode, cpuMs }
      }
    }
  }
  return slowest
}
