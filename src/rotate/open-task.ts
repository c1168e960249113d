import { authorityOf } from '../base/authority.ts'
import { readFile } from '../base/read-file.ts'
import { VERSION } from '../base/version.ts'
import { withDebugLog } from '../check/debug-log.ts'
import { describeAttempt } from '../check/describe-attempt.ts'
import { createGitHub } from '../github/api.ts'
import { getNewName } from '../github/repository.ts'
import { createSecrets } from '../github/secrets.ts'
import { fingerprintOf } from '../inputs/token-fingerprint.ts'
import type { Product, TokenMaking } from '../verdict/product.ts'
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
  /** How many requests were made, to the server and to GitHub. */
  countRequests(): number
}

/** @param startMs of the run, by the clock that nobody can set */
export function openTask(
  inputs: RotateInputs,
  product: Product,
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
    product,
    making,
    http,
    clock,
    random,
    isToken: secrecy.isToken,
    onNewToken: secrecy.add,
    onFailedAttempt: (_, attempt) => runner.log(redactLong(describeAttempt(attempt))),
  })
  const timeLeftMs = inputs.jira.timeoutMs - (clock.monotonicMs() - startMs)
  const task: Task = {
    inputs,
    token,
    fingerprint,
    product,
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

/** Which credential it is about, and where it goes: the first line of the log. */
function describeStart({ jira: { baseUrl, sources, proxy } }: RotateInputs): string {
  const route =
    proxy === undefined ? '' : `, through the proxy ${authorityOf(proxy.hostname, proxy.port)} from ${proxy.variable}`
  return `jira-pat-check ${VERSION} rotates the token (from ${sources.token}) of ${baseUrl} (from ${sources.url})${route}.`
}
