import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { errorCodeOf } from '../../base/error-code.ts'
import type { Finding } from '../../catalogue/finding.ts'
import { invalidInput } from '../../inputs/invalid.ts'

const ACCEPTS = 'paths of the files of report-file, or of folders with them, one a line'

/** The report of a thousand tokens has some 3 MB. */
const MAX_BYTES = 50_000_000

/**
 * Finds the reports that are to be put together: files, and of folders every `*.json` beneath. No link is followed out
 * of a folder.
 * @returns their paths, each once; or a finding `input-invalid` where a path leads nowhere, or all lead to no report
 */
export function findReports(paths: readonly string[]): readonly string[] | Finding {
  const found: string[] = []
  for (const path of paths) {
    try {
      if (statSync(path).isDirectory()) found.push(...reportsIn(path))
      else found.push(path)
    } catch (error) {
      const code = errorCodeOf(error)
      const why = code === 'ENOENT' ? 'does not exist here' : `cannot be read${code && ` (${code})`}`
      return unmergeable(`names ${path}, which ${why}`)
    }
  }
  const all = [...new Set(found)]
  const large = all.find((path) => statSync(path).size > MAX_BYTES)
  if (large !== undefined) return unmergeable(`names ${large}, which is larger than any report`)
  return all.length === 0 ? unmergeable('leads to no report at all: the folders have no *.json in them') : all
}

/** @param problem words that follow the name of the input */
export function unmergeable(problem: string): Finding {
  return invalidInput('merge', problem, ACCEPTS)
}

function reportsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}
