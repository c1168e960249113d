import { appendFileSync, constants, readFileSync } from 'node:fs'
import * as core from '@actions/core'
import type { Environment } from '../base/environment.ts'
import { errorCodeOf } from '../base/error-code.ts'
import { formatAnnotation } from '../report/annotation.ts'
import { documentationUrl } from '../report/documentation.ts'
import { listOutputs } from '../report/outputs.ts'
import type { Presentation } from '../report/presentation.ts'
import { describeStep } from '../report/step.ts'
import { writeSummary } from '../report/summary.ts'
import { formatOutputs } from './output-commands.ts'
import { fails, type Runner } from './runner.ts'
import { writeFile, writeInto } from './write-file.ts'

/** GitHub's runner: workflow commands, outputs, annotations and the job summary. */
export function createGitHubRunner(environment: Environment): Runner {
  return {
    readInput: (name) => core.getInput(name),
    sourceOf: (name) => `the input ${name}`,
    readEvent: () => ({
      name: environment['GITHUB_EVENT_NAME'] ?? '',
      actor: environment['GITHUB_ACTOR'] ?? '',
      repository: environment['GITHUB_REPOSITORY'] ?? '',
      // Read where somebody asks for it: it can be long.
      get payload() {
        return readEventPayload(environment['GITHUB_EVENT_PATH'])
      },
    }),
    nameOf: (input) => input,
    mask: core.setSecret,
    log: core.info,
    // Set where somebody has asked for debug logging, in a re-run or by a secret or variable of the repository.
    debug: environment['RUNNER_DEBUG'] === '1' ? core.debug : undefined,
    tell(presentation, settings) {
      const isFailure = fails(presentation, settings)
      // Outputs first: they have to be there when the step fails.
      const outputProblem = writeOutputs(listOutputs(presentation), environment)
      annotate(presentation, isFailure, settings.jobSummary, environment)
      tellOutputProblem(outputProblem, isFailure)
      if (settings.jobSummary) {
        writeJobSummary(environment, () =>
          writeSummary(presentation, {
            documentationUrl: documentationUrl(presentation.report.reason, environment),
            step: describeStep(environment['GITHUB_ACTION']),
          }),
        )
      }
      return isFailure || outputProblem !== undefined ? 1 : 0
    },
    publish({ outputs, annotations, summary, failing }) {
      const isFailure = failing !== null
      const outputProblem = writeOutputs(outputs, environment)
      const say = { error: core.error, warning: core.warning, notice: core.notice }
      for (const { level, title, text } of annotations) say[level](text, { title })
      tellOutputProblem(outputProblem, isFailure)
      if (summary !== undefined) writeJobSummary(environment, () => summary)
      return isFailure || outputProblem !== undefined ? 1 : 0
    },
    writeFile,
  }
}

/** @returns why the outputs cannot be written, or undefined where they were */
function writeOutputs(outputs: readonly (readonly [string, string])[], environment: Environment): string | undefined {
  const path = environment['GITHUB_OUTPUT']
  if (!path) return 'GITHUB_OUTPUT is not set'
  try {
    // Not by the toolkit, which writes one after the other: a full disk would leave some of them. What the runner has not
    // made it does not read.
    writeInto(path, constants.O_WRONLY | constants.O_APPEND, formatOutputs(outputs))
    return undefined
  } catch (error) {
    return describeFileError(error)
  }
}

function annotate(presentation: Presentation, isFailure: boolean, hasSummary: boolean, environment: Environment): void {
  const { report, title, happened, remedySteps, warnings, lines, tokenPage } = presentation
  const places = hasSummary ? ['the job summary'] : []
  if (report.result === 'usable') core.info(report.message)
  else {
    const where = [...places, documentationUrl(report.reason, environment)].join(', and ')
    const say = isFailure ? core.error : core.warning
    say(formatAnnotation(happened, remedySteps, tokenPage, where), { title })
  }
  for (const line of lines) core.info(line)
  for (const { title, message, remedySteps } of warnings) {
    core.warning(formatAnnotation(message, remedySteps, tokenPage, places.join()), { title })
  }
}

function tellOutputProblem(problem: string | undefined, isFailure: boolean): void {
  if (problem === undefined) return
  const say = isFailure ? core.info : (text: string) => core.error(text, { title: 'The outputs cannot be written' })
  say(`The outputs of this step cannot be written (${problem}), so that later steps would read nothing.`)
}

function writeJobSummary(environment: Environment, write: () => string): void {
  try {
    appendFileSync(environment['GITHUB_STEP_SUMMARY'] ?? '', `${write()}\n`)
  } catch (error) {
    core.info(`The job summary cannot be written (${describeFileError(error)}).`)
  }
}

function readEventPayload(path: string | undefined): unknown {
  try {
    return JSON.parse(readFileSync(path ?? '', 'utf8'))
  } catch {
    return undefined
  }
}

/** The code alone: the text of a file error has the path of the runner in it. */
function describeFileError(error: unknown): string {
  return errorCodeOf(error) || 'unknown error'
}
