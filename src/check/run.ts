import { authorityOf } from '../base/authority.ts'
import type { Clock } from '../base/clock.ts'
import { describeBug } from '../base/describe-bug.ts'
import type { Environment } from '../base/environment.ts'
import { readFile } from '../base/read-file.ts'
import { VERSION } from '../base/version.ts'
import { alwaysLoaded } from '../catalogue/always-loaded.ts'
import type { Stage } from '../catalogue/entry.ts'
import { finding, isFinding } from '../catalogue/finding.ts'
import { FAIL_ON_ALL } from '../inputs/fail-on.ts'
import { createFieldReader, type FieldReader } from '../inputs/fields.ts'
import type { Inputs, Settings } from '../inputs/inputs.ts'
import { judgeNode } from '../inputs/node-version.ts'
import { readInputs } from '../inputs/read-inputs.ts'
import { readSettings } from '../inputs/read-settings.ts'
import { jira } from '../products/jira/jira.ts'
import { productOf } from '../products/product-of.ts'
import { present, type RunFacts } from '../report/presentation.ts'
import type { Run } from '../runner/ending.ts'
import type { Runner } from '../runner/runner.ts'
import { type Verdict, verdictWithoutEvidence } from '../verdict/judge.ts'
import { loadWords } from '../verdict/load-failures.ts'
import type { Product } from '../verdict/product.ts'
import type { ToldProduct } from '../verdict/product-traits.ts'
import type { Http } from '../wire/http.ts'
import { askServer, openServer } from './ask-server.ts'
import { withDebugLog } from './debug-log.ts'
import { describeAttempt } from './describe-attempt.ts'
import { maskSecrets, type Secrecy } from './secrecy.ts'

/** What a run takes from the world. */
export interface World {
  readonly runner: Runner
  readonly environment: Environment
  /** Of the Node that runs this: `24.21.0`. */
  readonly nodeVersion: string
  readonly clock: Clock
  readonly random: () => number
}

/** One run of the check: read, ask, judge, tell. */
export function createRun(world: World): Run {
  const progress: Progress = { product: jira, baseUrl: null, stage: 'inputs' }
  return {
    start: () => run(world, progress),
    tellCrash: (error) => tellCrash(world, progress, error),
  }
}

/** How far a run has come, for the case that it breaks. */
interface Progress {
  product: ToldProduct
  startMs?: number
  baseUrl: string | null
  settings?: Settings
  stage: Stage
  http?: Http
}

async function run(world: World, progress: Progress): Promise<number> {
  const { runner, environment, clock } = world
  const startMs = clock.monotonicMs()
  progress.startMs = startMs
  const source = { ...runner, environment, readFile, nowMs: clock.now() }
  const fields = createFieldReader('check', source)
  const tooOld = judgeNode(world.nodeVersion)
  if (tooOld === undefined) await runner.ready?.(clock, fields.wholeNumber('timeout-seconds') * 1000)
  const { redactor, isToken } = maskSecrets(source, runner.mask)
  const product = tooOld === undefined ? await productOf(fields.asked.product) : jira
  progress.product = product
  const { inputs, settings, baseUrl } =
    tooOld === undefined
      ? readInputs(source, product)
      : { inputs: tooOld, settings: readSettings(fields), baseUrl: null }
  Object.assign(progress, { baseUrl, settings })
  if (isFinding(inputs)) runner.log(`jira-pat-check ${VERSION} ${describeSources(fields)}.`)
  const verdict = isFinding(inputs)
    ? verdictWithoutEvidence(inputs, product, baseUrl)
    : await ask(inputs, product, world, { redactor, isToken, progress, deadlineMs: startMs + inputs.timeoutMs })
  const words = await loadWords(verdict.finding.reason)
  return runner.tell(present(verdict, words, redactor, runFacts(progress, world)), settings)
}

function tellCrash(world: World, progress: Progress, error: unknown): number {
  const { runner, environment } = world
  const detail = describeBug(error)
  const verdict = verdictWithoutEvidence(
    finding('internal-error', { detail }),
    progress.product,
    progress.baseUrl,
    progress.stage,
  )
  const { redactor } = maskSecrets({ ...runner, environment }, runner.mask)
  const presentation = present(verdict, alwaysLoaded['internal-error'], redactor, runFacts(progress, world))
  return runner.tell(presentation, progress.settings ?? { failOn: FAIL_ON_ALL, jobSummary: true })
}

function runFacts({ startMs, http }: Progress, { clock, runner }: World): RunFacts {
  const endMs = clock.monotonicMs()
  return {
    requests: http?.requestCount ?? 0,
    durationMs: Math.round(endMs - (startMs ?? endMs)),
    nowMs: clock.now(),
    nameOf: runner.nameOf,
  }
}

async function ask(
  inputs: Inputs,
  product: Product,
  { runner, environment, clock, random }: World,
  { redactor, isToken, progress, deadlineMs }: Secrecy & { progress: Progress; deadlineMs: number },
): Promise<Verdict> {
  const { redactLong } = redactor
  const { baseUrl, proxy, sources } = inputs
  const route =
    proxy === undefined
      ? ''
      : `, through the proxy ${redactLong(authorityOf(proxy.hostname, proxy.port))} from ${proxy.variable}`
  runner.log(
    `jira-pat-check ${VERSION} asks ${redactLong(baseUrl)} (from ${sources.url}) whose token this is (from ${sources.token})${route}.`,
  )
  const http = withDebugLog(openServer(inputs, { environment, clock, readFile }), runner, redactor.redact)
  progress.http = http
  return askServer(inputs, {
    product,
    http,
    clock,
    deadlineMs,
    random,
    isToken,
    onStage: (stage) => {
      progress.stage = stage
    },
    onFailedAttempt: (_, attempt) => runner.log(redactLong(describeAttempt(attempt))),
  })
}

/** Which credential a finding is about: an input wins over its variable, which somebody else may have set. */
function describeSources({ asked, text, sourceOf }: FieldReader): string {
  const given = ([asked.input, 'token'] as const).filter((name) => text(name) !== '')
  if (given.length === 0) return 'was given no URL and no token'
  return `has ${given.map((name) => `${name === 'token' ? 'the token' : 'the URL'} from ${sourceOf(name)}`).join(' and ')}`
}
