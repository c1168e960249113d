import { isObject, parseJson } from '../../base/json.ts'
import type { WatchReport } from '../watched-token.ts'
import { parseToken } from './parse-token.ts'
import { dateOf, listOf, type Sanitize, textIn } from './untrusted.ts'

/** What keeps a text from being a report: words that follow its path. */
export type ReportFlaw = string

/**
 * Reads the report of another job. It is no more to be trusted than what a server says: every text in it is sanitized,
 * and what follows from others (the result of a reason) is not taken from it.
 * @param sanitize makes plain text of any
 * @returns the report, or why it is none, which quotes nothing of it
 */
export function parseReport(text: string, sanitize: Sanitize): WatchReport | ReportFlaw {
  const json = parseJson(text)
  if (!isObject(json)) return 'is no JSON object'
  if (json['schemaVersion'] !== 2) return 'is no report of this version (schemaVersion 2)'
  const checkedAt = dateOf(json['checkedAt'])
  if (checkedAt === null) return 'does not say when it was made (checkedAt)'
  const given = listOf(json['tokens'])
  if (given === undefined) return 'has no list of tokens'
  const tokens = given.flatMap((token) => parseToken(token, sanitize) ?? [])
  if (tokens.length < given.length) return 'has a token in it that is not as the report of a watch has it'
  return { schemaVersion: 2, list: textIn(json, 'list', sanitize), checkedAt, tokens }
}
