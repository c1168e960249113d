import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { answeredTo, authenticated, bearerRejected, identity, serverError, tokens } from '../support/answers.ts'
import { goodToken } from '../support/healthy.ts'
import { playInProcess } from '../support/in-process.ts'
import { never, type Reply } from '../support/reply.ts'
import { type Answers, routes } from '../support/routes.ts'
import type { ActionResult } from '../support/runner.ts'
import { type Cost, measure, playAndMeasure } from './cost.ts'
import { startEndless } from './endless.ts'
import { violationsOf } from './invariants.ts'

// S5: memory and time are bounded: 1 MiB a body, the deadline for all. No socket keeps the process alive.

const mebibyte = 1024 * 1024
const compressions: [encoding: string, compress: (body: string | Buffer) => Buffer][] = [
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
]
const soon = new Date(Date.now() + 5 * 86_400_000).toISOString()

/** What an ordinary run takes, to hold the others against. */
let usual: Cost
beforeAll(async () => {
  usual = (await playAndMeasure({})).cost
})

/** A second of the processor, and some mebibytes for the bodies of a few answers and what is made of them. */
function expectBounded(cost: Cost): void {
  expect(cost.cpuMs).toBeLessThan(usual.cpuMs + 1000)
  expect(cost.peakMemoryMiB).toBeLessThan(usual.peakMemoryMiB + 64)
}

const expectNothingWrong = (result: ActionResult, timeoutSeconds = 30): void =>
  expect(violationsOf(result, { secrets: [goodToken], timeoutMs: timeoutSeconds * 1000 })).toEqual([])

/** `text` again and again, up to 1 MiB, which is still read. */
const fillOf = (text: string): string => text.repeat(Math.floor((mebibyte - 200) / Buffer.byteLength(text)))

/** A depth at which JSON can still be read, and no longer be written. */
const deepError = `{"x":"AUTHENTICATED_FAILED","message":${'['.repeat(6000)}${']'.repeat(6000)}}`

describe('a body', () => {
  const bodies: [what: string, reply: Reply, reason: string][] = [
    ['of 100 MiB', { body: Buffer.alloc(100 * mebibyte, 0x20) }, 'response-too-large'],
    ['of 1 MiB and one byte', { body: ' '.repeat(mebibyte + 1) }, 'response-too-large'],
    ['of 1 MiB of blanks', { body: ' '.repeat(mebibyte) }, 'empty-response'],
    ['of 1 MiB of opening brackets', { body: '['.repeat(mebibyte) }, 'invalid-json'],
    ['of lists in lists as an error message', { body: deepError }, 'no-identity'],
    ['of lists in lists as a server error', { status: 500, body: deepError }, 'server-error'],
    ['of lists in lists', { body: '['.repeat(500_000) + ']'.repeat(500_000) }, 'no-identity'],
    ['of objects in objects', { body: '{"a":'.repeat(150_000) + 1 + '}'.repeat(150_000) }, 'no-identity'],
    ['of a number with a million digits', { body: `{"id":${'9'.repeat(1_000_000)}}` }, 'no-identity'],
    ['of a huge exponent', { body: `{"id":1e${'9'.repeat(1_000_000)}}` }, 'no-identity'],
    ['of eighty thousand keys', { body: `{${Array.from({ length: 80_000 }, (_, i) => `"k${i}":1`)}}` }, 'no-identity'],
    ['of the same key again and again', { body: `{${fillOf('"name":1,')}"name":1}` }, 'no-identity'],
    ['of very many escapes', { body: `{"name":"${'\\u0000'.repeat(150_000)}"}` }, 'no-identity'],
    ...compressions.flatMap(([encoding, compress]): [string, Reply, string][] => {
      const headers = { 'Content-Encoding': encoding }
      const { body } = identity()
      return [
        [
          `that is compressed with ${encoding}`,
          { ...identity(), headers: { ...identity().headers, ...headers }, body: compress(JSON.stringify(body)) },
          'authenticated',
        ],
        [
          `that is 256 MiB, compressed with ${encoding}`,
          { headers, body: compress(Buffer.alloc(256 * mebibyte)) },
          'response-too-large',
        ],
        [
          `that is not compressed with ${encoding}`,
          { headers, body: Buffer.alloc(mebibyte, 0xff) },
          'malformed-response',
        ],
      ]
    }),
    ['of bytes that are no text', { body: Buffer.alloc(mebibyte, 0xff) }, 'invalid-json'],
    ['of zeros', { body: Buffer.alloc(mebibyte) }, 'invalid-json'],
  ]

  it.concurrent.for(bodies)('%s', async ([, reply, reason]) => {
    const { result, cost } = await playAndMeasure({ respond: routes({ myself: reply }) }, { retries: '0' })
    expect(result.outputs['reason']).toBe(reason)
    expectNothingWrong(result)
    expectBounded(cost)
  })
})

describe('a field of nearly 1 MiB', () => {
  const fields = ['name', 'key', 'displayName', 'emailAddress', 'timeZone', 'locale', 'accountId', 'self']
  const texts: [string, string][] = [
    ['letters', 'x'],
    ['at signs', 'a@'],
    ['percent signs', '%41'],
    ['entities', '&#65;'],
    ['entities that have no end', '&amp;amp;'],
    ['escapes', '\\u0041'],
    ['backslashes', '\\'],
    ['colons', ':'],
    ['number signs', '#['],
    ['colours', '\u001b[0'],
    ['joiners', '\u200d'],
    ['what is not seen', '\u200b'],
    ['combining marks', 'e\u0301'],
    ['emoji', '🙂'],
    ['the first half of the token', goodToken.slice(0, 22)],
    ['the token', goodToken],
  ]

  it.concurrent.for(fields)('%s', async (field) => {
    // The header would name somebody else than such a body.
    const respond = routes({
      myself: answeredTo(undefined, identity({ [field]: `jane@${'x'.repeat(1_000_000)}` })),
      tokens: answeredTo(undefined, tokens([])),
    })
    const { result, cost } = await playAndMeasure({ respond })
    expect(result.outputs['result']).toBe('usable')
    expectNothingWrong(result)
    expectBounded(cost)
  })

  it.concurrent.for(texts)('of %s', async ([, unit]) => {
    const text = unit.repeat(Math.floor(900_000 / JSON.stringify(unit).length))
    const { result, cost } = await playAndMeasure({ respond: routes({ myself: identity({ displayName: text }) }) })
    expect(result.outputs['result']).toMatch(/usable|unknown/)
    expectNothingWrong(result)
    expectBounded(cost)
  })
})

describe('a list', () => {
  const hundredThousand = `[${'{"id":1},'.repeat(100_000)}{"id":1}]`
  const thousand = authenticated(
    Array.from({ length: 1000 }, (_, id) => ({ id, name: `${id} ${'n'.repeat(800)}`, expiringAt: soon })),
  )
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`P${i}`, { havePermission: true }]))
  const lists: [string, Parameters<typeof routes>[0]][] = [
    ['in lists', { tokens: { body: deepError }, permissions: { status: 404, body: deepError } }],
    ['of a hundred thousand tokens', { tokens: { body: hundredThousand } }],
    ['of a thousand tokens with long names', { tokens: thousand }],
    [
      'of a thousand tokens, of a user with a long address',
      { tokens: thousand, myself: identity({ emailAddress: `j@${'x'.repeat(10_000)}` }) },
    ],
    ['of twenty thousand permissions', { permissions: authenticated({ permissions: many }) }],
    [
      'of fifty thousand error messages',
      { permissions: { status: 400, body: { errorMessages: Array(50_000).fill('A.B:C D') } } },
    ],
  ]

  it.concurrent('of many tokens with names of letters that become eighteen', async () => {
    const names = Array.from({ length: 34 }, (_, id) => ({ id, name: '\uFDFA'.repeat(10_000), expiringAt: soon }))
    const jira = { respond: routes({ myself: identity(), tokens: authenticated(names) }) }
    const { result, cost } = await playAndMeasure(jira, { token: 'Ab3xY9' })
    expect(result.outputs['reason']).toBe('authenticated')
    expectBounded(cost)
  })

  it.concurrent('of permissions, large for each of many projects, is forgotten once it is read', async () => {
    const held = { BROWSE_PROJECTS: { havePermission: true } }
    const large = authenticated({ permissions: held, padding: 'é'.repeat(mebibyte / 2 - 200) })
    const projects = Array.from({ length: 300 }, (_, index) => `P${index}`).join()
    const { result, cost } = await playAndMeasure({ respond: routes({ permissions: large }) }, { projects })
    expect(result.outputs['reason']).toBe('authenticated')
    // Three hundred of them would be three hundred mebibytes and more.
    expect(cost.peakMemoryMiB).toBeLessThan(usual.peakMemoryMiB + 250)
  })

  it.concurrent.for(lists)('%s', async ([, table]) => {
    const { result, cost } = await playAndMeasure({ respond: routes(table) }, { projects: 'OPS' })
    expectNothingWrong(result)
    expectBounded(cost)
  })
})

describe('text made to be slow to search', () => {
  it.concurrent('takes less than a second, whatever it is', async () => {
    const module = JSON.stringify(new URL('./slow-text.ts', import.meta.url))
    const script = `import { slowestDiagnosis } from ${module}
      process.stdout.write(JSON.stringify(slowestDiagnosis(${mebibyte}, 15_000)))`
    // In a process of its own, since a search that does not end could not be ended otherwise.
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      timeout: 110_000,
    })
    const slowest = JSON.parse(stdout)
    expect(slowest.cpuMs, `searching 1 MiB of ${slowest.unit}`).toBeLessThan(1000)
  }, 120_000)

  const pages: [string, Reply][] = [
    ['a page of comments', { headers: { 'Content-Type': 'text/html' }, body: `${'<!---->'.repeat(100)}x` }],
    ['a page of inputs', { headers: { 'Content-Type': 'text/html' }, body: fillOf('<input ') }],
    ['a page of links', { headers: { 'Content-Type': 'text/html' }, body: fillOf("location='x' ") }],
    ['a redirect to a long place', { status: 302, headers: { Location: `/${'/login.'.repeat(2000)}` } }],
    ['a challenge of commas', { status: 401, headers: { 'WWW-Authenticate': ', OAuth '.repeat(1800) } }],
  ]

  it.concurrent.for(pages)('%s', async ([, reply]) => {
    const { result, cost } = await playAndMeasure({ respond: routes({ myself: reply }) }, { retries: '0' })
    expectNothingWrong(result)
    expectBounded(cost)
  })
})

describe('a server that does not come to an end', () => {
  const timeoutSeconds = 1

  const head = 'HTTP/1.1 200 OK\r\n'
  const json = `${head}Content-Type: application/json\r\n`
  const chunked = `${json}Transfer-Encoding: chunked\r\n\r\n`
  const endless: [what: string, beginning: string, again: string, everyMs?: number][] = [
    ['a body', `${json}\r\n`, 'x'],
    ['a body that is said to be short', `${json}Content-Length: 2\r\n\r\n`, '{}'],
    ['a body that is said to be endless', `${json}Content-Length: 9007199254740991\r\n\r\n`, ' '],
    ['chunks', chunked, '1\r\n \r\n'],
    ['the extension of a chunk', `${chunked}1;`, 'x'],
    ['the size of a chunk', chunked, '0'],
    ['trailers', `${chunked}0\r\n`, 'X-Trailer: x\r\n'],
    ['headers', head, 'X-Header: x\r\n'],
    ['one header', `${head}X-Header: `, 'x'],
    ['a status line', 'HTTP/1.1 200 ', 'x'],
    ['blank lines', '', '\r\n'],
    ['answers that are not final', '', 'HTTP/1.1 100 Continue\r\n\r\n'],
    ['early hints', '', 'HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n'],
    ['answers', '', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'],
    ['a dripping body', `${json}Content-Length: 100000\r\n\r\n`, ' ', 20],
    ['dripping headers', head, 'X: y\r\n', 20],
    ['a dripping status line', '', 'H', 20],
    ['dripping early hints', '', 'HTTP/1.1 103 Early Hints\r\n\r\n', 20],
    ['an upgrade', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n', 'x', 20],
    ['nothing at all', '', '', 60_000],
  ]

  it.concurrent.for(endless)('%s', async ([, beginning, again, everyMs]) => {
    const server = await startEndless(beginning, again, everyMs)
    const { result, cost } = await measure({
      inputs: { 'jira-url': server.url, token: goodToken, retries: '0', 'timeout-seconds': String(timeoutSeconds) },
    })
    server.close()
    expect(result.outputs['result']).toBe('unknown')
    // On a busy machine a flood holds up the timers too.
    expectNothingWrong(result, timeoutSeconds + 3)
    // What is thrown away at once still fills the heap until it is tidied up.
    expect(cost.peakMemoryMiB).toBeLessThan(usual.peakMemoryMiB + 112)
  })

  it.concurrent('in the second look', async () => {
    const dripping: Reply = { body: ' '.repeat(10_000), dripEveryMs: 20 }
    const table: Partial<Record<'myself' | 'serverInfo' | 'status', Answers>> = {
      serverInfo: dripping,
      status: dripping,
    }
    const [refusal, error] = await Promise.all([
      playInProcess({ respond: routes({ myself: bearerRejected, ...table }) }),
      playInProcess({ respond: routes({ myself: serverError, ...table }) }),
    ])
    expect(refusal.result.outputs['reason']).toBe('token-rejected')
    expect(error.result.outputs['reason']).toBe('server-error')
    for (const { result } of [refusal, error]) expectNothingWrong(result, 5)
  })

  it.concurrent('after all that was asked', async () => {
    const { result } = await playInProcess(
      {
        respond: routes({ tokens: { ...authenticated([]), unfinished: true } }),
      },
      { 'timeout-seconds': String(timeoutSeconds) },
    )
    expect(result.outputs).toMatchObject({ result: 'usable', 'expiry-status': 'unknown' })
    expectNothingWrong(result, timeoutSeconds)
  })

  it.concurrent('of fifty projects none of which gets an answer', async () => {
    const projects = Array.from({ length: 50 }, (_, index) => `P${index}`).join()
    const { result } = await playInProcess(
      { respond: routes({ permissions: { after: never } }) },
      { projects, 'timeout-seconds': String(timeoutSeconds), retries: '0' },
    )
    expect(result.outputs).toMatchObject({ reason: 'timeout', stage: 'permissions' })
    expectNothingWrong(result, timeoutSeconds)
  })
})

describe('an answer with two lengths, or none that can be read, is not believed', () => {
  const body = JSON.stringify({ name: 'svc-ci' })
  const framings: [what: string, headers: string[], body?: string][] = [
    [
      'a length and chunks',
      [`Content-Length: ${body.length}`, 'Transfer-Encoding: chunked'],
      `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    ],
    ['two lengths', [`Content-Length: ${body.length}`, 'Content-Length: 1']],
    ['two lengths in one', [`Content-Length: ${body.length}, 1`]],
    ['a negative length', ['Content-Length: -1']],
    ['a length in hexadecimal', ['Content-Length: 0x11']],
    ['a length with a sign', [`Content-Length: +${body.length}`]],
    ['a length beyond all numbers', [`Content-Length: ${'9'.repeat(30)}`]],
    ['a length that is too long', [`Content-Length: ${body.length + 1}`]],
    ['chunks that are none', ['Transfer-Encoding: chunked'], body],
    ['a chunk that is longer than it says', ['Transfer-Encoding: chunked'], `2\r\n${body}\r\n0\r\n\r\n`],
    ['chunks without an end', ['Transfer-Encoding: chunked'], `${body.length.toString(16)}\r\n${body}\r\n`],
    ['a header that is folded', ['X-Folded: x', ' Content-Length: 1', `Content-Length: ${body.length + 5}`]],
    ['a blank before the colon', [`Content-Length : ${body.length}`]],
    ['a header without a name', [`: ${body.length}`, 'Content-Length: 1000']],
  ]

  it.concurrent.for(framings)('%s', async ([, headers, sent = body]) => {
    const raw = `HTTP/1.1 200 OK\r\n${headers.join('\r\n')}\r\n\r\n${sent}`
    const { result } = await playInProcess({ respond: routes({ myself: { raw } }) }, { retries: '0' })
    expect(result.outputs['result']).toBe('unknown')
    expectNothingWrong(result)
  })

  it.concurrent('and what comes after an answer is not taken for the next', async () => {
    const smuggled = `HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]`
    const raw = `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}${smuggled}${smuggled}`
    const { result, setting } = await playInProcess({ respond: routes({ myself: { raw } }) }, { retries: '0' })
    expectNothingWrong(result)
    // Whatever is made of it: the list of tokens comes from an answer to the question for it.
    if (result.outputs['result'] === 'usable') expect(setting.jira?.requests).toHaveLength(2)
    expect(['ok', 'unknown', 'not-checked']).toContain(result.outputs['expiry-status'])
  })
})
