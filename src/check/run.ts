import { readFileSync } from 'node:fs'
import { type Ask, type AttemptProgress, createAsk } from '../asking/ask.ts'
import { authorityOf } from '../base/authority.ts'
import type { Clock } from '../base/clock.ts'
import type { Environment } from '../base/environment.ts'
import { VERSION } from '../base/version.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import type { Stage } from '../catalogue/entry.ts'
import { fill } from '../catalogue/fill.ts'
import { type Finding, finding, isFinding } from '../catalogue/finding.ts'
import { createFieldReader } from '../inputs/fields.ts'
import type { Inputs, Settings } from '../inputs/inputs.ts'
import { readInputs } from '../inputs/read-inputs.ts'
import { readSecrets } from '../inputs/secrets.ts'
import { jira } from '../products/jira/jira.ts'
import { present, type RunFacts } from '../report/presentation.ts'
import { createRedactor, type Redactor } from '../report/redact.ts'
import type { Run } from '../runner/ending.ts'
import type { Runner } from '../runner/runner.ts'
import { type Verdict, verdictWithoutEvidence } from '../verdict/judge.ts'
import { readSystemCa } from '../wire/ca.ts'
import { createHttp, type Http } from '../wire/http.ts'
import { check } from './check.ts'

/** What a run takes from the world. */
export interface World {
  readonly runner: Runner
  readonly environment: Environment
  readonly clock: Clock
  readonly random: () => number
}

/** One run of the check: read, ask, judge, tell. */
export function createRun(world: World): Run {
  const progress: Progress = { jiraUrl: null, stage: 'inputs' }
  return {
    start: () => run(world, progress),
    tellCrash: (error) => tellCrash(world, progress, error),
  }
}

/** How far a run has come, for the case that it breaks. */
interface Progress {
  startMs?: number
  jiraUrl: string | null
  settings?: Settings
  stage: Stage
  http?: Http
}

async function run(world: World, progress: Progress): Promise<number> {
  const { runner, environment, clock } = world
  const startMs = clock.now()
  progress.startMs = startMs
  const redactor = maskSecrets(world)
  const { inputs, settings, jiraUrl } = readInputs({
    readInput: runner.readInput,
    readEvent: runner.readEvent,
    environment,
    readFile,
    nowMs: startMs,
  })
  Object.assign(progress, { jiraUrl, settings })
  const verdict = isFinding(inputs)
    ? verdictWithoutEvidence(inputs, jiraUrl)
    : await askJira(inputs, world, { redactor, progress, deadlineMs: startMs + inputs.timeoutMs })
  return runner.tell(present(verdict, redactor, runFacts(progress, clock)), settings)
}

function tellCrash(world: World, progress: Progress, error: unknown): number {
  const detail = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 1000) : 'no error was given'
  const verdict = verdictWithoutEvidence(finding('internal-error', { detail }), progress.jiraUrl, progress.stage)
  const presentation = present(verdict, maskSecrets(world), runFacts(progress, world.clock))
  return world.runner.tell(presentation, progress.settings ?? { failOn: new Set(), jobSummary: true })
}

function runFacts({ startMs, http }: Progress, clock: Clock): RunFacts {
  const nowMs = clock.now()
  return { requests: http?.requestCount ?? 0, durationMs: nowMs - (startMs ?? nowMs), nowMs }
}

function maskSecrets({ runner, environment }: World): Redactor {
  const fields = createFieldReader('check', { readInput: runner.readInput, environment })
  const secrets = readSecrets(fields.text('token'), fields.text('username'), environment)
  secrets.spellings.forEach((spelling) => {
    runner.mask(spelling)
  })
  return createRedactor(secrets.values)
}

async function askJira(
  inputs: Inputs,
  { runner, environment, clock, random }: World,
  { redactor, progress, deadlineMs }: { redactor: Redactor; progress: Progress; deadlineMs: number },
): Promise<Verdict> {
  const { redact } = redactor
  const { jiraUrl, proxy } = inputs
  const route =
    proxy === undefined
      ? ''
      : `, through the proxy ${redact(authorityOf(proxy.hostname, proxy.port))} from ${proxy.variable}`
  runner.log(`jira-pat-check ${VERSION} asks ${redact(jiraUrl)} whose token this is${route}.`)
  const userAgent = `jira-pat-check/${VERSION}`
  const http = createHttp(
    { ...inputs, userAgent, readSystemCa: () => readSystemCa(environment['SSL_CERT_FILE'], readFile) },
    clock,
  )
  progress.http = http
  const asking = createAsk(inputs, {
    product: jira,
    http,
    clock,
    deadlineMs,
    random,
    onFailedAttempt: (failed, attempt) => runner.log(redact(describeAttempt(failed, attempt))),
  })
  const ask: Ask = (question, retries) => {
    progress.stage = question.stage
    return asking(question, retries)
  }
  return check(inputs, { product: jira, ask, clock, isSecret: redactor.isSecret })
}

function readFile(path: string): string {
  return readFileSync(path, 'utf8')
}

function describeAttempt(failed: Finding, { what, attempt, attempts, waitMs }: AttemptProgress): string {
  // Of all facts a title names only the status here, so that nothing in this line is the server's text.
  const title = fill(catalogue[failed.reason].title, { status: failed.statusCode?.toString() })
  const next = waitMs === undefined ? 'No further attempt.' : `Next attempt in ${(waitMs / 1000).toFixed(1)} s.`
  return `Asking for ${what}, attempt ${attempt} of ${attempts}: ${title}. ${next}`
}
