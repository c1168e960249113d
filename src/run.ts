import { readFileSync } from 'node:fs'
import { type AttemptProgress, createAsk } from './ask.ts'
import { catalogue } from './catalogue/catalogue.ts'
import { fill } from './catalogue/fill.ts'
import { type Finding, isFinding } from './catalogue/finding.ts'
import { check } from './check.ts'
import type { Clock } from './clock.ts'
import type { Environment } from './environment.ts'
import type { Inputs } from './inputs/inputs.ts'
import type { ForwardProxy } from './inputs/proxy.ts'
import { readEither, readInputs } from './inputs/read-inputs.ts'
import { readSecrets } from './inputs/secrets.ts'
import { createHttp } from './jira/http.ts'
import { present } from './report/presentation.ts'
import { createRedactor, type Redactor } from './report/redact.ts'
import type { Runner } from './runner/runner.ts'
import { type Verdict, verdictWithoutEvidence } from './verdict/judge.ts'
import { VERSION } from './version.ts'

/** What a run takes from the world. */
export interface World {
  readonly runner: Runner
  readonly environment: Environment
  readonly clock: Clock
  readonly random: () => number
}

/**
 * The whole run: read, ask, judge, tell.
 * @returns the exit code; rejects only for a fault of our own, which {@link tellCrash} then tells
 */
export async function run(world: World): Promise<number> {
  const { runner, environment, clock } = world
  const startMs = clock.now()
  const redactor = maskSecrets(world)
  const { inputs, settings, jiraUrl } = readInputs({
    readInput: runner.readInput,
    readEvent: runner.readEvent,
    environment,
    readFile: (path) => readFileSync(path, 'utf8'),
    nowMs: startMs,
  })
  const { verdict, requests } = isFinding(inputs)
    ? { verdict: verdictWithoutEvidence(inputs, jiraUrl), requests: 0 }
    : await askJira(inputs, world, redactor, startMs)
  const nowMs = clock.now()
  return runner.tell(present(verdict, redactor, { requests, durationMs: nowMs - startMs, nowMs }), settings)
}

/** Tells that the run broke, with everything masked; may itself throw. */
export function tellCrash(world: World, error: unknown): number {
  const detail = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 1000) : 'no error was given'
  const verdict = verdictWithoutEvidence(
    { kind: 'finding', reason: 'internal-error', facts: { detail }, statusCode: null },
    null,
  )
  const presentation = present(verdict, maskSecrets(world), { requests: 0, durationMs: 0, nowMs: world.clock.now() })
  return world.runner.tell(presentation, { failOn: new Set(), jobSummary: true })
}

function maskSecrets({ runner, environment }: World): Redactor {
  const source = { readInput: runner.readInput, environment }
  const secrets = readSecrets(readEither(source, 'token', 'JIRA_PAT'), runner.readInput('username').trim(), environment)
  secrets.spellings.forEach((spelling) => {
    runner.mask(spelling)
  })
  return createRedactor(secrets.values)
}

async function askJira(
  inputs: Inputs,
  { runner, clock, random }: World,
  redactor: Redactor,
  startMs: number,
): Promise<{ verdict: Verdict; requests: number }> {
  const { redact } = redactor
  const route = inputs.proxy === undefined ? '' : `, through ${describeProxy(inputs.proxy, redact)}`
  runner.log(`jira-pat-check ${VERSION} asks ${redact(inputs.jiraUrl)} whose token this is${route}.`)
  const http = createHttp({ ...inputs, userAgent: `jira-pat-check/${VERSION}` }, clock)
  const ask = createAsk(inputs, {
    http,
    clock,
    deadlineMs: startMs + inputs.timeoutMs,
    random,
    onFault: (fault, progress) => runner.log(describeAttempt(fault, progress)),
  })
  const verdict = await check(inputs, { ask, clock, isSecret: redactor.isSecret })
  return { verdict, requests: http.requestCount }
}

function describeProxy({ hostname, port, variable }: ForwardProxy, redact: Redactor['redact']): string {
  return `the proxy ${redact(hostname)}:${port} from ${variable}`
}

function describeAttempt(fault: Finding, { what, attempt, attempts, waitMs }: AttemptProgress): string {
  // Of all facts a title names only the status here, so that nothing in this line is the server's text.
  const title = fill(catalogue[fault.reason].title, { status: fault.facts.status })
  const next = waitMs === undefined ? 'No further attempt.' : `Next attempt in ${(waitMs / 1000).toFixed(1)} s.`
  return `Asking for ${what}, attempt ${attempt} of ${attempts}: ${title}. ${next}`
}
