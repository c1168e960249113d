import { STATUS_CODES } from 'node:http'
import type { Reply } from '../support/reply.ts'
import type { Random } from './random.ts'

/** An answer before it goes on the wire, in parts that can be exchanged. */
export interface Draft {
  status: number
  reason: string
  headers: [name: string, value: string][]
  body: Buffer
}

/** What hostile or broken servers put where something else belongs. */
export interface Poison {
  texts: readonly [string, ...string[]]
  /** Other answers, of which parts are taken. */
  others: readonly [Reply, ...Reply[]]
}

export function draftOf({ status = 200, reason, headers = {}, body }: Reply): Draft {
  const isText = typeof body === 'string' || body instanceof Uint8Array
  const bytes = Buffer.from(body === undefined || body === null ? '' : isText ? body : JSON.stringify(body))
  const list = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? ''].flat().map((one): [string, string] => [name, String(one)]),
  )
  return { status, reason: reason ?? STATUS_CODES[status] ?? '', headers: list, body: bytes }
}

/** The answer in parts is changed here and there, put together, and its bytes are changed here and there. */
export function mangle(reply: Reply, random: Random, poison: Poison): Reply {
  const draft = draftOf(reply)
  for (let left = random.below(4); left > 0; left -= 1) random.pick(changes)(draft, random, poison)
  let bytes = assemble(draft, random)
  for (let left = random.chance(0.4) ? 1 + random.below(3) : 0; left > 0; left -= 1) {
    bytes = random.pick(damages)(bytes, random, poison)
  }
  return { raw: bytes, ...(random.chance(0.03) && { reset: true }), ...(random.chance(0.03) && { dripEveryMs: 3 }) }
}

type Change = (draft: Draft, random: Random, poison: Poison) => void

const changes: [Change, ...Change[]] = [
  (draft, random) => {
    draft.status = random.pick([
      ...([200, 200, 201, 204, 206, 300, 301, 302, 304, 307, 400, 401, 403, 404, 405, 407, 418, 429] as const),
      ...([500, 502, 503, 504, 511, 599, 100 + random.below(900)] as const),
    ])
  },
  (draft, random, { others }) => {
    draft.body = draftOf(random.pick(others)).body
  },
  (draft, random, { others }) => {
    draft.headers.push(...draftOf(random.pick(others)).headers)
  },
  (draft, random) => {
    draft.headers.splice(random.below(draft.headers.length + 1), 1 + random.below(3))
  },
  (draft, random, { texts }) => {
    const header = draft.headers[random.below(draft.headers.length)]
    if (header) header[1] = random.pick(texts)
  },
  (draft, random, { texts }) => {
    const name = random.pick([
      ...(['Location', 'Retry-After', 'X-Seraph-LoginReason', 'X-AUSERNAME', 'WWW-Authenticate', 'Server'] as const),
      ...(['X-Authentication-Denied-Reason', 'X-RateLimit-Remaining', 'Set-Cookie', 'Content-Type'] as const),
      ...(['Content-Length', 'Transfer-Encoding', 'Content-Encoding', 'Connection', 'Upgrade'] as const),
    ])
    const value = random.pick(['', '0', '-1', 'chunked', 'gzip', 'close', '1e9', 'AUTHENTICATED_FAILED', ...texts])
    draft.headers.push([name, value])
  },
  (draft, random, { texts }) => {
    draft.reason = random.pick(texts)
  },
  ...Array.from({ length: 4 }, (): Change => mangleJson),
]

/** Another value, often of another type, in one place of the JSON. */
function mangleJson(draft: Draft, random: Random, { texts }: Poison): void {
  const places: [holder: Record<string, unknown>, key: string][] = []
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const key of Object.keys(value)) {
      places.push([value as Record<string, unknown>, key])
      collect((value as Record<string, unknown>)[key])
    }
  }
  const json = parseJson(draft.body.toString())
  collect(json)
  // The first keys are those that matter, and of some answers there are hundreds.
  const place = places[random.below(random.chance(0.7) ? Math.min(places.length, 16) : places.length)]
  if (place === undefined) return
  const [holder, key] = place
  const odd = [null, true, false, 0, -1, 1e308, [], {}, [[]], [{}], '', ' ', 'anonymous', '9999-12-31', '2026-02-30']
  const value = random.pick([undefined, ...odd, holder, ...texts, random.pick(texts).repeat(50)])
  if (value === holder) holder[key] = { ...holder }
  else if (value === undefined) delete holder[key]
  else holder[key] = value
  draft.body = Buffer.from(JSON.stringify(json))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Framing = 'length' | 'chunks' | 'end' | 'none' | 'wrong'

function assemble({ status, reason, headers, body }: Draft, random: Random): Buffer {
  const isFramed = headers.some(([name]) => /^(?:content-length|transfer-encoding)$/i.test(name))
  const framing = random.pick<Framing>(['length', 'length', 'length', 'length', 'chunks', 'end', 'none', 'wrong'])
  const chunks = Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')])
  const framingHeaders: Record<Framing, string[]> = {
    length: [`Content-Length: ${body.length}`],
    chunks: ['Transfer-Encoding: chunked'],
    end: ['Connection: close'],
    none: [],
    wrong: [`Content-Length: ${random.below(2 * body.length + 2)}`],
  }
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(isFramed ? [] : framingHeaders[framing]),
  ]
  return Buffer.concat([
    Buffer.from(`${head.join('\r\n')}\r\n\r\n`),
    framing === 'chunks' && !isFramed && body.length > 0 ? chunks : body,
  ])
}

type Damage = (bytes: Buffer, random: Random, poison: Poison) => Buffer

const damages: [Damage, ...Damage[]] = [
  (bytes, random) => {
    const flipped = Buffer.from(bytes)
    const at = random.below(bytes.length)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8))
    return flipped
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, random) => {
    const at = random.below(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(20))])
  },
  (bytes, random, { texts }) => {
    const at = random.below(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(texts)), bytes.subarray(at)])
  },
  (bytes, random) => {
    const from = random.below(bytes.length + 1)
    const piece = bytes.subarray(from, from + random.below(200))
    return Buffer.concat([bytes, piece, bytes])
  },
  (bytes) => Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n'), bytes]),
]
