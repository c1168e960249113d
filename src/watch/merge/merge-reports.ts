import { errorCodeOf } from '../../base/error-code.ts'
import { type Finding, isFinding } from '../../catalogue/finding.ts'
import type { ReadFile } from '../../inputs/pem.ts'
import type { WatchedToken, WatchReport } from '../watched-token.ts'
import { findReports, unmergeable } from './find-reports.ts'
import { parseReport } from './parse-report.ts'
import type { Sanitize } from './untrusted.ts'

/**
 * Reads the reports of several jobs, and makes one of them.
 * @param paths of files, or of folders of them
 * @returns all tokens, in the order of the reports, checked when the oldest of these was; or a finding `input-invalid`:
 *   no report, one that cannot be read, or a secret that stands in two
 */
export function mergeReports(paths: readonly string[], readFile: ReadFile, sanitize: Sanitize): WatchReport | Finding {
  const files = findReports(paths)
  if (isFinding(files)) return files
  const reports: WatchReport[] = []
  const places = new Map<string, string>()
  for (const path of files) {
    const text = readText(path, readFile)
    if (isFinding(text)) return text
    const report = parseReport(text, sanitize)
    if (typeof report === 'string') return unmergeable(`names ${path}, which ${report}`)
    for (const { secret } of report.tokens) {
      // GitHub knows no two secrets that differ in their letters' case.
      const key = secret.toUpperCase()
      const other = places.get(key)
      if (other !== undefined) return unmergeable(`has ${secret} twice, in ${other} and in ${path}`)
      places.set(key, path)
    }
    reports.push(report)
  }
  const lists = new Set(reports.map(({ list }) => list))
  return {
    schemaVersion: 2,
    list: lists.size === 1 ? ([...lists][0] ?? '') : '',
    checkedAt: reports.map(({ checkedAt }) => checkedAt).toSorted()[0] ?? '',
    tokens: reports.flatMap(({ tokens }) => tokens),
  }
}

/**
 * Puts the tokens of reports into the order of a list.
 * @param toMissing makes the token of one that stands in no report
 */
export function completeByList<Entry extends { readonly secret: string }>(
  tokens: readonly WatchedToken[],
  entries: readonly Entry[],
  toMissing: (entry: Entry) => WatchedToken,
): readonly WatchedToken[] {
  const known = new Map(tokens.map((token) => [token.secret, token]))
  const listed = new Set(entries.map(({ secret }) => secret))
  const others = tokens.filter(({ secret }) => !listed.has(secret))
  return [...entries.map((entry) => known.get(entry.secret) ?? toMissing(entry)), ...others]
}

function readText(path: string, readFile: ReadFile): string | Finding {
  try {
    return readFile(path)
  } catch (error) {
    return unmergeable(`names ${path}, which cannot be read (${errorCodeOf(error) || 'unknown error'})`)
  }
}
