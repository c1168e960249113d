/** What an issue of ours says of itself, unseen by people, in a line of its own. */
export interface Marker {
  /** {@link hashOf} the list. */
  readonly list: string
  /** {@link hashOf} the identity of its subject. */
  readonly identity: string
  readonly state: string
  /** Number of the newest comment in which a state was told; 0 as long as none was. */
  readonly n: number
}

/** The body of an issue of ours, taken apart: put together again, it is what it was. */
export interface MarkedBody {
  readonly marker: Marker
  /** What people wrote before our part, its line end included. */
  readonly before: string
  /** Our part, between the lines of the markers, its lines ended by `\n`. */
  readonly ours: string
  /** What people wrote after our part, the end of the marker's line included. */
  readonly after: string
  /** How lines end where our part stands. */
  readonly lineEnd: '\n' | '\r\n'
}

const BEGIN = /^<!-- jira-pat-check 1 ([0-9a-f]{16}) ([0-9a-f]{16}) ([a-z]+(?:-[a-z]+)*) (\d{1,9}) -->[ \t]*$/
const END = /^<!-- jira-pat-check end -->[ \t]*$/
const SAID = /^<!-- jira-pat-check said ([a-z]+(?:-[a-z]+)*) (\d{1,9}) -->[ \t]*$/

/**
 * Finds the marker in the body of an issue: a line of its own, from its first character on, so that none counts that
 * is quoted, indented, or shown in a block of code.
 * @returns undefined where there is none
 */
export function readBody(body: string): MarkedBody | undefined {
  const lines = linesOf(body)
  const at = lines.findIndex(({ text }) => BEGIN.test(text))
  const begin = lines[at]
  const [, list, identity, state, n] = BEGIN.exec(begin?.text ?? '') ?? []
  if (begin === undefined || list === undefined || identity === undefined || state === undefined) return undefined
  const next = lines.findIndex(({ text }, index) => index > at && (BEGIN.test(text) || END.test(text)))
  const end = lines[next]
  // Without the line that ends our part nobody can tell where it does, so all of it counts as people's.
  const isClosed = end !== undefined && END.test(end.text)
  return {
    marker: { list, identity, state, n: Number(n) },
    before: body.slice(0, begin.start),
    ours: isClosed ? body.slice(begin.end + begin.lineEnd.length, end.start).replaceAll(/\r\n?/g, '\n') : '',
    after: body.slice(isClosed ? end.end : begin.end),
    lineEnd: begin.lineEnd === '\r\n' ? '\r\n' : '\n',
  }
}

/** Puts a body together; what is people's goes in as it is. @param ours each line ended by `\n` */
export function writeBody(
  { before, after, lineEnd }: Pick<MarkedBody, 'before' | 'after' | 'lineEnd'>,
  { list, identity, state, n }: Marker,
  ours: string,
): string {
  const begin = `<!-- jira-pat-check 1 ${list} ${identity} ${state} ${n} -->`
  const part = `${begin}\n${ours}<!-- jira-pat-check end -->`
  return `${before}${part.replaceAll('\n', lineEnd)}${after}`
}

/** The body of an issue that is ours no more. */
export function writeUnmarkedBody({ before, after, lineEnd }: MarkedBody, ours: string): string {
  return `${before}${ours.replaceAll('\n', lineEnd)}${after}`
}

/** The state that a comment told, and which of ours it was. */
export interface Said {
  readonly state: string
  readonly n: number
}

/** The line in a comment by which a later run knows what people were told. */
export function writeSaid({ state, n }: Said): string {
  return `<!-- jira-pat-check said ${state} ${n} -->`
}

/** @returns undefined where a comment tells no state */
export function readSaid(comment: string): Said | undefined {
  for (const { text } of linesOf(comment)) {
    const [, state, n] = SAID.exec(text) ?? []
    if (state !== undefined) return { state, n: Number(n) }
  }
  return undefined
}

interface Line {
  readonly text: string
  readonly start: number
  /** Where its text ends, and its line end begins. */
  readonly end: number
  readonly lineEnd: string
}

/** The lines of a text, but for those in a block of code; one that nobody closes is none. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  for (const { 1: words = '', 2: lineEnd = '', index } of text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    lines.push({ text: words, start: index, end: index + words.length, lineEnd })
  }
  const outside: Line[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined) break
    const [, ticks, tildes] = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line.text) ?? []
    const fence = ticks ?? tildes
    const close = fence === undefined ? -1 : lines.findIndex((other, index) => index > at && closes(other.text, fence))
    if (close === -1) outside.push(line)
    else at = close
  }
  return outside
}

function closes(line: string, fence: string): boolean {
  return /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1]?.startsWith(fence) ?? false
}
