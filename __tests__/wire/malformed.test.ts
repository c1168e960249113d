import nock from 'nock'
import { beforeAll, describe, expect, it } from 'vitest'
import { factsOf } from '../../src/catalogue/finding.ts'
import { describeBreach } from '../../src/verdict/breach-words.ts'
import { diagnoseNoAnswer } from '../../src/verdict/diagnose-no-answer.ts'
import type { TracedOutcome } from '../../src/wire/answer.ts'
import { delivery, httpTo, listen } from './listening.ts'

beforeAll(() => nock.restore())

/** What comes of an answer that arrives in these parts. */
async function hear(...parts: string[]): Promise<TracedOutcome> {
  const { port } = await listen((socket) => {
    socket.setNoDelay().once('data', async () => {
      for (const part of parts) {
        socket.write(part, 'latin1')
        await delivery()
      }
    })
  })
  return httpTo(port).get('/', undefined, 1000)
}

const withHeader = (text: string): string => `HTTP/1.1 200 OK\r\nX-Good: 1\r\n${text}\r\n\r\n{}`

/** The reason of what came, and its words. */
function diagnose(outcome: TracedOutcome): [reason: string, words: string | undefined] {
  if (outcome.kind === 'answer') {
    return [outcome.bodyState, outcome.bodyError && describeBreach(outcome.bodyError)]
  }
  const found = diagnoseNoAnswer(outcome, { product: 'Jira', proxy: undefined, clientCertificate: 'none' })
  return [found.reason, factsOf(found).detail]
}

describe('what begins with a status line, and then breaks the rules of HTTP', () => {
  const bothLengths = 'it has both Content-Length and Transfer-Encoding'
  const wrongLength = 'its Content-Length is not a number, or too large a one'
  const noHeader = 'a line among its headers is not a header, or has a wrong character in its name'
  const noStatusLine = 'its status line is not one of HTTP/1.1'
  const lineEnds = 'its lines do not end with CR and LF'

  it.each<[what: string, parts: string[], words: string]>([
    ['chunks beside a length', [withHeader('Content-Length: 2\r\nTransfer-Encoding: chunked')], bothLengths],
    ['a length beside chunks', [withHeader('Transfer-Encoding: chunked\r\nContent-Length: 2')], bothLengths],
    ['two lengths', [withHeader('Content-Length: 2\r\nContent-Length: 3')], 'it has more than one Content-Length'],
    ['a length that is no number', [withHeader('Content-Length: two')], wrongLength],
    ['a length that is two', [withHeader('Content-Length: 2, 2')], wrongLength],
    ['a length without end', [withHeader('Content-Length: 99999999999999999999999')], wrongLength],
    ['a control character', [withHeader('X-Bad: a\x01b')], 'a control character stands in the header X-Bad'],
    ['a NUL', [withHeader('X-Bad: \0')], 'a control character stands in the header X-Bad'],
    [
      'a control character in the first header',
      ['HTTP/1.1 200 OK\r\nX-Bad: \0\r\n\r\n'],
      'a control character stands in the header X-Bad',
    ],
    [
      'one in a header that comes in parts',
      ['HTTP/1.1 200 OK\r\nX-B', 'ad: a\x01b\r\n\r\n'],
      'a control character stands in a header',
    ],
    [
      'one in a header with an absurd name',
      [withHeader(`${'x'.repeat(101)}: \0`)],
      'a control character stands in a header',
    ],
    ['a header on two lines', [withHeader('X-Bad: a\r\n b')], 'the header X-Bad goes on over several lines'],
    ['a header without a colon', [withHeader('X-Bad')], noHeader],
    ['a blank in the name of a header', [withHeader('X Bad: 1')], noHeader],
    ['a status that is no number', ['HTTP/1.1 abc\r\n\r\n'], noStatusLine],
    ['a status of two digits', ['HTTP/1.1 20\r\n\r\n'], noStatusLine],
    ['a status of four digits', ['HTTP/1.1 2000 OK\r\n\r\n'], noStatusLine],
    ['a version that does not exist', ['HTTP/1.5 200 OK\r\n\r\n'], noStatusLine],
    ['a version that does not exist, in parts', ['HT', 'TP/', '9.9 200 OK\r\n\r\n'], noStatusLine],
    ['lines that end with LF', ['HTTP/1.1 200 OK\nContent-Length: 2\n\n{}'], lineEnds],
    ['a line that ends with CR', ['HTTP/1.1 200 OK\rContent-Length: 2\r\n\r\n{}'], lineEnds],
    ['a header that ends with CR', [withHeader('X-A: b\rX-C: d')], lineEnds],
  ])('%s', async (_what, parts, words) => {
    expect(diagnose(await hear(...parts))).toEqual(['malformed-response', words])
  })

  it.each<[what: string, body: string]>([
    ['a chunk that is longer than it says', '2\r\n{}XX'],
    ['a chunk whose length is no number', 'zz\r\n{}\r\n'],
  ])('also in its body: %s', async (_what, body) => {
    const headers = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'
    for (const parts of [[`${headers}${body}`], [headers, body]]) {
      const outcome = await hear(...parts)
      expect(diagnose(outcome)).toEqual(['malformed', 'its chunks are not as long as they say'])
      expect(outcome).toMatchObject({ kind: 'answer', statusCode: 200 })
    }
  })

  it('also in a trailer, whatever came before it', async () => {
    const outcome = await hear('HTTP/1.1 401 No\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX-T: \x01\r\n\r\n')
    expect(diagnose(outcome)).toEqual(['malformed', 'a control character stands in a header'])
    expect(outcome).toMatchObject({ kind: 'answer', statusCode: 401, body: '{}' })
  })
})

it('a header whose name is what is wrong is named as far as it goes', async () => {
  expect(await hear(withHeader('X Bad: 1'))).toMatchObject({ kind: 'no-answer', header: 'X Bad' })
})

describe('what does not begin with a status line', () => {
  it.each<[what: string, ...parts: string[]]>([
    ['SSH', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['SMTP', '220 mail.example.com ESMTP\r\n'],
    ['Shoutcast', 'ICY 200 OK\r\n\r\n'],
    ['HTTP/0.9', '<html></html>'],
    ['TLS', '\x15\x03\x01\x00\x02\x02\x46'],
    ['a status line without a version', 'HTTP 200 OK\r\n\r\n'],
    ['what is nearly one, in parts', 'H', 'TTX'],
  ])('is no HTTP: %s', async (_what, ...parts) => {
    expect(diagnose(await hear(...parts))).toEqual(['not-http', 'no status line came'])
  })
})

it.each<[what: string, text: string]>([
  ['text that is not ASCII', withHeader('X-A: ü\r\nContent-Length: 2')],
  ['empty lines before it', `\r\n\r\n${withHeader('Content-Length: 2')}`],
  ['no reason phrase', 'HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\n{}'],
  ['an older version', 'HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}'],
])('an answer with %s is none the worse for it', async (_what, text) => {
  expect(await hear(text)).toMatchObject({ kind: 'answer', statusCode: 200, body: '{}', bodyState: 'complete' })
})
