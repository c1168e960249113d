import { decodePercent } from '../base/percent.ts'
import { isPrintableAscii } from '../base/unicode.ts'

/** The signs that part a login from a host: percent-encoded, however often, as escapes of JSON, as HTML entities. */
const ENCODED_SIGN =
  /(?:%(?:25)*|\\+u00|\\+x)(3a|40|2f|5c)|&(?:amp;)*(?:#0*(58|64|47|92);?|#x0*(3a|40|2f|5c);?|(colon|commat|sol|bsol);)/gi

const ENTITIES: Readonly<Record<string, string>> = { colon: ':', commat: '@', sol: '/', bsol: '\\' }

/** A scheme in any state of decay (`https:/`, `htps://`, `https//`, `//`), and another one before it. */
const SCHEME = /^(?:(?:https?:\/+)*[a-z][a-z0-9+.-]*:[/\\]+|https?[:/\\]+|[/\\]+)/i

/** What a text that should be a URL consists of, however its signs are spelled. */
export interface UrlParts {
  /** A user name, mostly with a password, before the host; undefined where there is none. */
  readonly login: string | undefined
  /** Host, path and what follows; undefined where nobody can tell where a login ends. */
  readonly rest: string | undefined
}

/**
 * Takes a URL apart with less rigour than a parser: a login may hold what ends a host (`DOMAIN\user:…@`, a password
 * with a slash), and a parser would take a part of it for the host, or for a path.
 */
export function readUrlParts(text: string): UrlParts {
  const all = spellOut(text)
    .replace(/[^!-~\u00A0-\uFFFF]|\s/g, '')
    .replace(/^["'`<]+|["'`>]+$/g, '')
    .replace(SCHEME, '')
  const first = all.indexOf('@')
  const last = all.lastIndexOf('@')
  const before = all.slice(0, first)
  if (first < 0 || isOfPage(before)) return { login: undefined, rest: all }
  if (/[?#]/.test(before)) return { login: undefined, rest: isOfQuery(before) ? all : undefined }
  const login = all.slice(0, last)
  const isClear = !/[/?#\\]/.test(all.slice(first, last)) && !beginsWithHost(login)
  return { login, rest: isClear ? all.slice(last + 1) : undefined }
}

/** @returns the login of {@link UrlParts} */
export function loginOf(text: string): string | undefined {
  // As most URLs are: there is no at sign in it, in any spelling.
  return /^[\w:/.-]*$/.test(text) ? undefined : readUrlParts(text).login
}

/** @returns the password of a URL, in every spelling that the text has of it */
export function passwordsIn(text: string): readonly string[] {
  const login = loginOf(text)
  if (login === undefined) return []
  const [, asWritten = ''] = /^[^:]*:(.+)@/s.exec(text.replace(SCHEME, '')) ?? []
  const [, spelledOut = ''] = /^[^:]*:(.+)$/s.exec(login) ?? []
  return [...new Set([asWritten, spelledOut])].filter(Boolean)
}

/** `jira.example.com/secure/ViewProfile/jane`: a host without a port, in place of which a password could stand. */
function isOfPage(before: string): boolean {
  return /^[^:/?#\\]+\.[^:?#\\]*?\/(?:rest|browse|secure|plugins)\/[^:?#\\]*$/i.test(before)
}

/** `jira.example.com/issues/?user=jane`, likewise. */
function isOfQuery(before: string): boolean {
  return /^[^:/?#\\]+\.[^:?#\\]*[?#](?:[^:]*[?#&])?[\w.-]+=[^:]*$/.test(before)
}

/** `jira.example.com:8443/jane` may be a login, or a host and a page; not so `corp.example.com/jane:…`. */
function beginsWithHost(login: string): boolean {
  const [, port, path = ''] = /^[^:/\\]*\.[^:/\\]*(:\d*)?[/\\](.*)$/s.exec(login) ?? [undefined, undefined, ':']
  return port !== undefined || !path.includes(':')
}

function spellOut(text: string): string {
  const whole = /^https?%/i.test(text) ? (decodePercent(text) ?? text) : text
  // Full-width signs and the like.
  const plain = isPrintableAscii(whole) ? whole : whole.normalize('NFKC')
  return plain.replace(ENCODED_SIGN, (_, percent?: string, decimal?: string, hex?: string, entity?: string) => {
    if (entity !== undefined) return ENTITIES[entity.toLowerCase()] ?? ''
    return String.fromCharCode(decimal === undefined ? Number.parseInt(percent ?? hex ?? '', 16) : Number(decimal))
  })
}
