import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Environment } from '../base/environment.ts'
import type { Runner } from '../runner/runner.ts'
import type { WatchInputs } from './inputs.ts'
import type { WatchReport } from './watched-token.ts'

/** For anybody: node_exporter is another user. */
const FOR_ALL = 0o644

/** Makes the text of a file; undefined where there is nothing to write. */
export type Formats = Readonly<Record<keyof WatchInputs['files'], () => string | undefined>>

/**
 * Writes the files that were asked for.
 * @returns what there is to say of each that could not be written, by the name of its input
 */
export function writeFiles(
  { writeFile, nameOf }: Pick<Runner, 'writeFile' | 'nameOf'>,
  files: WatchInputs['files'],
  formats: Formats,
): ReadonlyMap<string, string> {
  const names = ['html', 'junit', 'metrics', 'report-path'] as const
  const unwritten = names.flatMap((name): (readonly [string, string])[] => {
    const path = files[name]
    const text = path === '' ? undefined : formats[name]()
    const problem = text === undefined ? undefined : writeFile(path, text, name === 'metrics' ? FOR_ALL : undefined)
    if (problem === undefined) return []
    const words = `The file of ${nameOf(name)} cannot be written (${problem}), so that whoever reads it finds an old one or none. Check that its folder exists before this runs, and may be written to.`
    return [[name, words]]
  })
  return new Map(unwritten)
}

/**
 * Writes the whole report where the runner keeps what ends with the job.
 * @returns its path; empty where it is not written, since this is no runner of GitHub's, or it cannot be
 */
export function writeReportFile(
  { writeFile, log }: Pick<Runner, 'writeFile' | 'log'>,
  environment: Environment,
  report: WatchReport,
): string {
  const folder = environment['RUNNER_TEMP']
  if (!folder) return ''
  const path = join(folder, `jira-token-watch-${randomUUID()}.json`)
  const problem = writeFile(path, formatReport(report))
  if (problem === undefined) return path
  log(`The file with the whole report cannot be written (${problem}).`)
  return ''
}

export function formatReport(report: WatchReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
