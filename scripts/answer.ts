/**
 * `node scripts/answer.ts NAME [WORD=OTHER …] < answer.txt`: makes an answer of the tests out of what `curl -si` printed of a
 * server, with names replaced: each WORD by the OTHER, and what looks like a name by one of the examples. What it prints
 * goes into a file of `__tests__/support/answers/`, once somebody has read it.
 */
import { text } from 'node:stream/consumers'

/** What gives somebody away, with what takes its place. Addresses first: parts of them look like something else, too. */
const NAMES: readonly (readonly [pattern: RegExp, replacement: string | ((found: string) => string)])[] = [
  [/[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g, 'jane@example.com'],
  // https://www.rfc-editor.org/rfc/rfc5737
  [/\b(?!127\.0\.0\.1\b)(?:\d{1,3}\.){3}\d{1,3}\b/g, '192.0.2.1'],
  [
    /(?<=https?:\/\/)(?!(?:[\w-]+\.)*example\.com\b|www\.w3\.org\b|127\.0\.0\.1\b)[\w-]+(?:\.[\w-]+)*/gi,
    'host.example.com',
  ],
  // Numbers of sessions, requests and tokens: of the same length, in the same letters.
  [/\b(?=[0-9a-f]*\d)[0-9a-f]{16,}\b/gi, (found) => '0123456789abcdef'.repeat(8).slice(0, found.length)],
]

/** The part of a cookie that is one's own. */
const COOKIE = /^(Set-Cookie): *([^=;]+)=([^;]*)(.*)$/i

/** Headers that say nothing of the server, or that the stand-in makes itself. */
const LEFT_OUT = /^(?:Date|Content-Length|Connection|Keep-Alive|Transfer-Encoding|Last-Modified|ETag): /i

/** @returns the text without names: each of `words` is replaced by its value, whatever its letters' case */
export function replaceNames(answer: string, words: ReadonlyMap<string, string>): string {
  const own = [...words].reduce(
    (rest, [word, other]) => rest.replaceAll(new RegExp(RegExp.escape(word), 'gi'), () => other),
    answer,
  )
  return NAMES.reduce(
    (rest, [pattern, replacement]) =>
      rest.replace(pattern, (found) => (typeof replacement === 'string' ? replacement : replacement(found))),
    own,
  )
}

/**
 * @param raw status line, headers, a blank line and the body; of several answers in a row the last counts
 * @returns the answer as code
 * @throws where it is none
 */
export function describeAnswer(name: string, raw: string, words: ReadonlyMap<string, string>): string {
  const last =
    raw
      .replaceAll('\r\n', '\n')
      .split(/^(?=HTTP\/[\d.]+ \d{3})/m)
      .at(-1) ?? ''
  const [head = '', ...rest] = last.split('\n\n')
  const [statusLine = '', ...lines] = head.split('\n')
  const [, status, reason = ''] = /^HTTP\/[\d.]+ (\d{3}) ?(.*)$/.exec(statusLine) ?? []
  if (status === undefined)
    throw new Error('That is no answer of a server: give what curl -si prints, from HTTP/1.1 on.')
  const headers = lines
    .filter((line) => !LEFT_OUT.test(line))
    .map((line) =>
      line.replace(COOKIE, (_, set, cookie, value, more) => `${set}: ${cookie}=${'x'.repeat(value.length)}${more}`),
    )
    .map((line) => replaceNames(line, words))
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const)
  const reply = {
    status: Number(status),
    ...(reason !== '' && { reason }),
    headers: Object.fromEntries(headers),
    body: replaceNames(rest.join('\n\n').trimEnd(), words),
  }
  return `export const ${name}: Reply = ${JSON.stringify(reply, null, 2)}\n`
}

if (import.meta.main) {
  const [name, ...pairs] = process.argv.slice(2)
  if (name === undefined || !/^[a-z]\w*$/i.test(name) || !pairs.every((pair) => pair.includes('='))) {
    console.error('Usage: node scripts/answer.ts NAME [WORD=OTHER …] < answer.txt')
    process.exitCode = 2
  } else {
    const words = new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
    process.stdout.write(describeAnswer(name, await text(process.stdin), words))
  }
}
