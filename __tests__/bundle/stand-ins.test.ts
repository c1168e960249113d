import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { categories } from '../support/contract.ts'
import { play } from '../support/play.ts'
import { type Scenario, scenarios, scenariosOf } from '../support/scenarios.ts'

const load = (standIn: string) => import(new URL(`../../vendor/${standIn}/index.js`, import.meta.url).href)

describe('whoever reaches a stand-in', () => {
  it('of undici gets an error that says so', async () => {
    const { ProxyAgent } = await load('undici')
    expect(() => new ProxyAgent()).toThrow(
      'undici is not part of jira-pat-check: HttpClient.getAgentDispatcher() cannot be used here (see vendor/undici)',
    )
  })

  it('of tunnel gets an error that says so', async () => {
    for (const makeAgent of Object.values<() => { addRequest: () => void }>(await load('tunnel'))) {
      expect(makeAgent().addRequest).toThrow(
        'tunnel is not part of jira-pat-check: the proxy of HttpClient cannot be used here (see vendor/tunnel)',
      )
    }
  })

  it('of @actions/exec gets an error that says so', async () => {
    const { getExecOutput } = await load('actions-exec')
    expect(() => getExecOutput()).toThrow(
      '@actions/exec is not part of jira-pat-check: core.platform cannot be used here (see vendor/actions-exec)',
    )
  })
})

describe('nobody reaches a stand-in', () => {
  let bundle: string
  let called: Map<string, number>

  beforeAll(async () => {
    bundle = await readFile(new URL('../../dist/index.js', import.meta.url), 'utf8')
    const firstOfEach = categories.map((category) => scenariosOf(category).slice(0, 1))
    const throughProxies = scenarios.filter(({ name }) => name.startsWith('proxy'))
    called = await countCalls([...new Set([...scenariosOf('ok'), ...firstOfEach.flat(), ...throughProxies])])
  })

  it('in whole runs, of which V8 counts every call', () => {
    expect(called.get('requestRaw')).toBeGreaterThan(0)
    expect(called.get('getAgentDispatcher')).toBe(0)
    expect(called.get('_getProxyAgentDispatcher')).toBe(0)
    expect(called.get('refuseToTunnel')).toBe(0)
    // What leads to @actions/exec is not even there.
    expect(called.get('getDetails')).toBeUndefined()
  })

  it('in the text of the bundle: what needs undici is defined, and called by none', () => {
    expect(linesWith('new ProxyAgent(')).toHaveLength(1)
    expect(linesWith('_getProxyAgentDispatcher(')).toEqual([
      'return this._getProxyAgentDispatcher(parsedUrl, proxyUrl)',
      '_getProxyAgentDispatcher(parsedUrl, proxyUrl) {',
    ])
    expect(linesWith('getAgentDispatcher(').filter((line) => !line.startsWith("'undici is not part of"))).toEqual([
      'getAgentDispatcher(serverUrl) {',
    ])
  })

  it('in the text of the bundle: the stand-in of @actions/exec is left out, as nothing leads to it', () => {
    expect(linesWith('@actions/exec is not part of jira-pat-check')).toEqual([])
    expect(linesWith('getDetails(')).toEqual([])
  })

  function linesWith(text: string): string[] {
    return bundle.split('\n').flatMap((line) => (line.includes(text) ? [line.trim()] : []))
  }
})

/** Plays the scenarios, and counts how often each function of the bundle was called. */
async function countCalls(played: readonly Scenario[]): Promise<Map<string, number>> {
  const directory = await mkdtemp(join(tmpdir(), 'jira-pat-check-coverage-'))
  try {
    const left = played.values()
    const playWhatIsLeft = async (): Promise<void> => {
      for (const scenario of left) await playCovered(scenario, directory)
    }
    await Promise.all(Array.from({ length: 4 }, playWhatIsLeft))
    const calls = new Map<string, number>()
    for (const file of await readdir(directory)) {
      for (const [name, count] of readCalls(await readFile(join(directory, file), 'utf8'))) {
        calls.set(name, (calls.get(name) ?? 0) + count)
      }
    }
    return calls
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function playCovered({ setUp }: Scenario, directory: string): Promise<void> {
  await play({
    setUp: async () => {
      const setting = await setUp()
      return { ...setting, env: { ...setting.env, NODE_V8_COVERAGE: directory } }
    },
  })
}

interface Coverage {
  result: { url: string; functions: { functionName: string; ranges: { count: number }[] }[] }[]
}

/** By https://nodejs.org/docs/latest-v24.x/api/cli.html#node_v8_coveragedir; the first range is the whole function. */
function readCalls(json: string): [name: string, count: number][] {
  const { result }: Coverage = JSON.parse(json)
  return result
    .filter(({ url }) => url.endsWith('/dist/index.js'))
    .flatMap(({ functions }) => functions.map(({ functionName, ranges }) => [functionName, ranges[0]?.count ?? 0]))
}
