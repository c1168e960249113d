import { describeBug } from '../base/describe-bug.ts'
import type { Environment } from '../base/environment.ts'
import { documentationUrl } from '../report/documentation.ts'
import type { Redactor } from '../report/redact.ts'
import { markdownText, plainText } from '../report/sanitize.ts'
import type { Publication, Runner } from '../runner/runner.ts'
import { type Failing, failingOf, worstOf } from './failing.ts'
import type { WatchInputs } from './inputs.ts'
import type { Night } from './night.ts'
import { listWatchOutputs } from './outputs.ts'
import { type Annotation, listAnnotations } from './page/annotations.ts'
import type { PageContext } from './page/context.ts'
import { writeWatchPage } from './page/html/page.ts'
import { formatWatchJunit } from './page/junit.ts'
import { formatMetrics } from './page/metrics.ts'
import { writeWatchSummary } from './page/summary.ts'
import { writeTerminal } from './page/terminal.ts'
import { headlineOf } from './page/words.ts'
import type { WatchedToken, WatchReport } from './watched-token.ts'
import { formatReport, writeFiles, writeReportFile } from './write-files.ts'

/** What is told beside the night itself. */
export interface Aside {
  /** Sentences that change no result. Plain and sanitized. */
  readonly warnings: readonly string[]
  /** How many issues there was no room for. */
  readonly issuesToFollow: number
}

/** What telling takes from the run. */
export interface TellOptions {
  readonly runner: Runner
  readonly environment: Environment
  readonly inputs: WatchInputs
  readonly redactor: Redactor
  readonly nowMs: number
}

/**
 * Tells of a night on every channel that there is. A channel that breaks takes none of the others with it, and ends red.
 * @returns the exit code
 */
export function tell(night: Night, { warnings, issuesToFollow }: Aside, options: TellOptions): number {
  const { runner, environment, inputs, redactor, nowMs } = options
  const { report, problem, isWhole } = night
  const { failOn, files, jobSummary } = inputs
  const contextOfFile: PageContext = {
    nowMs,
    problem,
    issuesToFollow,
    htmlPage: '',
    documentationOf: (reason) => documentationUrl(reason, environment),
  }
  const fails = (token: WatchedToken): boolean => failingOf(token, failOn) !== null
  const broken: string[] = []
  const attempt = <T>(what: string, make: () => T, otherwise: T): T => {
    try {
      return make()
    } catch (error) {
      const detail = describeBug(error)
      broken.push(plainText(`The watch failed to make ${what} (${detail}).`, redactor.redactLong))
      return otherwise
    }
  }
  const reportFile = writeReportFile(runner, environment, report)
  const page =
    files.html === '' ? undefined : attempt('the page', () => writeWatchPage(report, contextOfFile), undefined)
  const unwritten = writeFiles(runner, files, {
    html: () => page,
    junit: () => attempt('the JUnit file', () => formatWatchJunit(report, contextOfFile, fails), undefined),
    metrics: () => attempt('the metrics', () => (isWhole ? formatMetrics(report) : undefined), undefined),
    'report-path': () => formatReport(report),
  })
  // Nobody is sent to a page that is not there.
  const hasPage = page !== undefined && files.html !== '-' && !unwritten.has('html')
  const context = { ...contextOfFile, htmlPage: hasPage ? plainText(files.html, redactor.redactLong) : '' }
  const summary = jobSummary
    ? attempt('the summary', () => writeWatchSummary(report, context), bareSummary(report))
    : undefined
  const where = jobSummary ? 'the job summary' : ''
  const lines = attempt('the table', () => writeTerminal(report, context, false), '')
  const beside = (): readonly Annotation[] => [
    ...[...broken, ...unwritten.values()].map(
      (message) => ({ level: 'error', title: 'Not all could be told', message }) as const,
    ),
    ...warnings.map((message) => ({ level: 'warning', title: 'Issues', message }) as const),
  ]
  const listed = attempt('the annotations', () => listAnnotations(report, context, fails, where, beside()), undefined)
  const annotations = listed ?? beside()
  const failures = [...broken, ...unwritten.values()]
  const problems: readonly (Failing | null)[] = [problem?.result ?? null, failures.length > 0 ? 'unknown' : null]
  const publication: Publication = {
    outputs: listWatchOutputs({ report, isWhole, problem: worstOf(problems), reportFile, nowMs }),
    annotations: annotations.map(({ level, title, message }) => ({ level, title, text: message })),
    summary,
    terminal: (_columns, isColoured) => [
      ...attempt('the table', () => writeTerminal(report, context, isColoured), lines)
        .trimEnd()
        .split('\n'),
      ...failures,
      ...warnings,
    ],
    failing: worstOf([...problems, ...report.tokens.map((token) => failingOf(token, failOn))]),
  }
  if (runner.readEvent() !== undefined) runner.log(`${headlineOf(report, context)}.`)
  return runner.publish(publication)
}

/** What is told of each token where the summary itself cannot be made. */
function bareSummary({ tokens }: WatchReport): string {
  const lines = tokens.map(({ secret, reason, expiryState }) => `- ${markdownText(secret)}: ${expiryState ?? reason}`)
  return ['## The page of these tokens could not be made', lines.join('\n'), ''].join('\n\n')
}
