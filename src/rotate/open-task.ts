import { readFileSync } from 'node:fs'
import type { AttemptProgress } from '../asking/ask.ts'
import { authorityOf } from '../base/authority.ts'
import { VERSION } from '../base/version.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import { fill } from '../catalogue/fill.ts'
import type { Finding } from '../catalogue/finding.ts'
import { withDebugLog } from '../check/debug-log.ts'
import { createGitHub } from '../github/api.ts'
import { getNewName } from '../github/repository.ts'
import { createSecrets } from '../github/secrets.ts'
import { fingerprintOf } from '../inputs/token-fingerprint.ts'
import { jira } from '../products/jira/jira.ts'
import type { TokenMaking } from '../verdict/product.ts'
import { readSystemCa } from '../wire/ca.ts'
import { createHttp, type Http } from '../wire/http.ts'
import { createBound } from './bound.ts'
import { createCommandStore } from './command-store.ts'
import { createGitHubStore } from './github-store.ts'
import type { RotateInputs } from './inputs.ts'
import { createJiraSide } from './jira-side.ts'
import type { RotationSecrecy } from './secrecy.ts'
import type { Store } from './store.ts'
import type { Task } from './task.ts'
import type { World } from './world.ts'

/** A task with all that it needs of the world. */
export interface OpenedTask {
  readonly task: Task
  /** How many requests were made, to Jira and to GitHub. */
  countRequests(): number
}

/** @param startMs of the run, by the clock that nobody can set */
export function openTask(
  inputs: RotateInputs,
  making: TokenMaking,
  world: World,
  secrecy: RotationSecrecy,
  startMs: number,
): OpenedTask {
  const { runner, clock, random, environment, signals } = world
  const { token } = inputs.jira.credentials
  const fingerprint = fingerprintOf(token)
  const redactLong = (text: string): string => secrecy.redactor.redactLong(text)
  runner.log(redactLong(describeStart(inputs)))
  const counted: Http[] = []
  const around = (http: Http): Http => {
    counted.push(http)
    return withDebugLog(http, runner, (text) => secrecy.redactor.redact(text))
  }
  const userAgent = `jira-pat-check/${VERSION}`
  const readSystemCaOnce = (): readonly string[] => readSystemCa(environment['SSL_CERT_FILE'], readFile)
  const http = around(createHttp({ ...inputs.jira, userAgent, readSystemCa: readSystemCaOnce }, clock))
  const side = createJiraSide({
    inputs: inputs.jira,
    product: jira,
    making,
    http,
    clock,
    random,
    isToken: secrecy.isToken,
    onNewToken: secrecy.add,
    onFailedAttempt: (failed, attempt) => runner.log(redactLong(describeAttempt(failed, attempt))),
  })
  const timeLeftMs = inputs.jira.timeoutMs - (clock.monotonicMs() - startMs)
  const task: Task = {
    inputs,
    token,
    fingerprint,
    product: jira,
    jira: side,
    store: openStore(),
    clock,
    random,
    signals,
    bound: createBound(clock, timeLeftMs),
    deeds: { own: 'this', written: new Set(), healed: new Set(), gone: new Set(), revoked: [], isOwnRevoked: false },
    evidence: { identity: null, tokens: [] },
  }
  return { task, countRequests: () => counted.reduce((sum, { requestCount }) => sum + requestCount, 0) }

  function openStore(): Store {
    const { target } = inputs
    if (target.kind === 'command') {
      return createCommandStore({ ...target, token, onSecret: secrecy.add, clock })
    }
    const { repository, places, route, githubToken } = target
    const github = createGitHub(
      { ...route, token: githubToken, userAgent, readSystemCa: readSystemCaOnce, around },
      clock,
    )
    const newNameOf = async (movedTo: string, timeoutMs: number): Promise<string | undefined> => {
      const renamed = await getNewName(github, movedTo, timeoutMs)
      return renamed && `${renamed.owner}/${renamed.name}`
    }
    const secrets = createSecrets(github, repository, clock)
    return createGitHubStore({ secrets, places, fingerprint, clock, newNameOf })
  }
}

function readFile(path: string): string {
  return readFileSync(path, 'utf8')
}

/** Which credential it is about, and where it goes: the first line of the log. */
function describeStart({ jira: { baseUrl, places, proxy } }: RotateInputs): string {
  const route =
    proxy === undefined ? '' : `, through the proxy ${authorityOf(proxy.hostname, proxy.port)} from ${proxy.variable}`
  return `jira-pat-check ${VERSION} rotates the token (from ${places.token}) of ${baseUrl} (from ${places.url})${route}.`
}

function describeAttempt(failed: Finding, { what, attempt, attempts, waitMs }: AttemptProgress): string {
  // Of all facts a title names only the status here, so that nothing in this line is the server's text.
  const title = fill(catalogue[failed.reason].title, { status: failed.statusCode?.toString() })
  const next = waitMs === undefined ? 'No further attempt.' : `Next attempt in ${(waitMs / 1000).toFixed(1)} s.`
  return `Asking for ${what}, attempt ${attempt} of ${attempts}: ${title}. ${next}`
}
