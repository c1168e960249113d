import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import nock from 'nock'
import { beforeAll, describe, expect, it } from 'vitest'
import type { TracedOutcome } from '../../src/wire/answer.ts'
import { decode } from '../../src/wire/decode.ts'
import { createHandMovedClock } from '../support/clock.ts'
import { delivery, httpTo, listen } from './listening.ts'

beforeAll(() => nock.restore())

const mebibyte = 1024 * 1024
const text = JSON.stringify({ name: 'svc-ci', displayName: 'Jürgen 🦊' })

interface Saying {
  encoding: string
  body: Uint8Array | string
  /** What the header says; the true length by default. */
  length?: number
  status?: number
}

/** What comes of an answer with this body, as it stands. */
async function hear({ encoding, body, length, status = 200 }: Saying): Promise<TracedOutcome> {
  const bytes = Buffer.from(body)
  const head = `HTTP/1.1 ${status} Any\r\nContent-Encoding: ${encoding}\r\nContent-Length: ${length ?? bytes.length}\r\n\r\n`
  const { port } = await listen((socket) =>
    socket.on('data', () => socket.end(Buffer.concat([Buffer.from(head), bytes]))),
  )
  return httpTo(port).get('/', undefined, 1000)
}

const compressions: [encoding: string, compress: (text: string | Buffer) => Buffer][] = [
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['GZip ', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
]

describe.each(compressions)('a body that is compressed with %s though nobody asked for it', (encoding, compress) => {
  it('is read all the same', async () => {
    const body = compress(text)
    expect(await hear({ encoding, body })).toMatchObject({
      kind: 'answer',
      body: text,
      bodyState: 'complete',
      trace: { bodyBytes: body.length },
    })
  })

  it('may have one mebibyte, and not a byte more, and costs no more than that', async () => {
    expect(await hear({ encoding, body: compress(Buffer.alloc(mebibyte)) })).toMatchObject({ bodyState: 'complete' })
    for (const bytes of [mebibyte + 1, 100 * mebibyte]) {
      const outcome = await hear({ encoding, body: compress(Buffer.alloc(bytes)) })
      expect(outcome).toMatchObject({ kind: 'answer', body: '', bodyState: 'too-large' })
      expect(outcome).not.toHaveProperty('bodyError')
    }
  })

  it('is malformed where it is not what it says', async () => {
    const broken = compress(text.repeat(50))
    broken.fill(0xff, 12)
    for (const body of ['{"name":"svc-ci"}', broken, compress(text).subarray(0, -5)]) {
      expect(await hear({ encoding, body })).toMatchObject({
        kind: 'answer',
        statusCode: 200,
        bodyState: 'malformed',
        bodyError: { code: expect.stringMatching(/^(?:Z_|ERR_)/) },
      })
    }
  })

  it('is cut where it is cut, and as much of it is read as there is', async () => {
    const long = text.repeat(1000)
    const body = compress(long)
    const outcome = await hear({ encoding, status: 401, body: body.subarray(0, -5), length: body.length })
    expect(outcome).toMatchObject({ statusCode: 401, bodyState: 'cut' })
    expect(outcome.kind === 'answer' && outcome.body).toMatch(/^\{"name":"svc-ci"/)
    expect(long).toContain(outcome.kind === 'answer' && outcome.body.slice(0, -1))
  })

  it('is cut where it is cut, though it is not what it says either', async () => {
    const outcome = await hear({ encoding, status: 401, body: '{"name":"svc-ci"}', length: 100 })
    expect(outcome).toMatchObject({ statusCode: 401, body: '', bodyState: 'cut' })
    expect(outcome).not.toHaveProperty('bodyError')
  })

  it('may be empty', async () => {
    expect(await hear({ encoding, body: '' })).toMatchObject({ body: '', bodyState: 'complete' })
  })
})

it('a compressed body that is late is read as far as it has come', async () => {
  const clock = createHandMovedClock()
  const body = gzipSync(text.repeat(1000))
  const { port, heard } = await listen((socket) =>
    socket.on('data', () => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`)
      socket.write(body.subarray(0, -9))
    }),
  )
  const outcome = httpTo(port, clock).get('/', undefined, 7000)
  await heard()
  await delivery()
  await clock.advance(7000)
  expect(await outcome).toMatchObject({ bodyState: 'late', durationMs: 7000, body: expect.stringMatching(/^\{"name"/) })
})

it('a compressed body of more than a mebibyte as it comes is too large, whatever is in it', async () => {
  const body = Buffer.concat([gzipSync(text), Buffer.alloc(2 * mebibyte)])
  expect(await hear({ encoding: 'gzip', body })).toMatchObject({ bodyState: 'too-large' })
})

it.each(['identity', '', 'UTF-8', 'zstd', 'gzip, br'])(
  'a body with Content-Encoding %j is taken as it is',
  async (encoding) => {
    expect(await hear({ encoding, body: text })).toMatchObject({ body: text, bodyState: 'complete' })
  },
)

it('a body that is not compressed is handed on as it is', async () => {
  const body = { bytes: Buffer.from(text), state: 'complete' } as const
  expect(await decode(body, '', mebibyte)).toBe(body)
})
