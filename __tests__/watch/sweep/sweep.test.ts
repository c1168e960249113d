import { describe, expect, it, onTestFinished } from 'vitest'
import { systemClock } from '../../../src/base/clock.ts'
import { openServer } from '../../../src/check/ask-server.ts'
import type { Entry } from '../../../src/watch/entry.ts'
import { maskAll } from '../../../src/watch/sweep/secrecy.ts'
import { type SweepOptions, sweep } from '../../../src/watch/sweep/sweep.ts'
import { badToken, goodToken } from '../../support/healthy.ts'
import { type JiraOptions, type StandInJira, startJira } from '../../support/jira.ts'
import { entryOf } from './entry-of.ts'

const readFile = (): never => {
  throw new Error('no file is read here')
}

async function start(options?: JiraOptions): Promise<StandInJira> {
  const jira = await startJira(options)
  onTestFinished(() => jira.close())
  return jira
}

interface Swept {
  tokens: Awaited<ReturnType<typeof sweep>>
  opened: string[]
  progress: number[]
  debugged: string[]
}

async function run(entries: readonly Entry[], changes: Partial<SweepOptions> = {}): Promise<Swept> {
  const [opened, progress, debugged]: [string[], number[], string[]] = [[], [], []]
  const world = { environment: {}, clock: systemClock, readFile }
  const tokens = await sweep(entries, {
    clock: systemClock,
    random: () => 0,
    secrecy: maskAll(entries, [], {}, () => undefined),
    runner: { debug: (line) => debugged.push(line) },
    deadlineMs: systemClock.monotonicMs() + 20_000,
    timeoutSeconds: 20,
    parallel: 4,
    nameOf: (input) => input,
    open(inputs) {
      opened.push(inputs.baseUrl)
      return openServer(inputs, world)
    },
    onProgress: (count) => progress.push(count),
    ...changes,
  })
  return { tokens, opened, progress, debugged }
}

const reasonsOf = ({ tokens }: Swept): string[] => tokens.map(({ reason }) => reason)

describe('a sweep', () => {
  it('has a token for each entry, in their order, whatever came of it', async () => {
    const jira = await start()
    const at = { 'jira-url': jira.url }
    const swept = await run([
      entryOf('A', { ...at, token: badToken }),
      entryOf('B', { ...at }),
      entryOf('C', { 'jira-url': 'jira.example.com', token: goodToken }),
      entryOf('D', { ...at, token: goodToken }),
    ])
    expect(swept.tokens.map(({ secret }) => secret)).toEqual(['A', 'B', 'C', 'D'])
    expect(reasonsOf(swept)).toEqual(['token-rejected', 'token-missing', 'url-invalid', 'authenticated'])
    expect(swept.tokens.map(({ asked }) => asked)).toEqual([true, false, false, true])
    expect(swept.tokens.map(({ baseUrl }) => baseUrl)).toEqual([jira.url, jira.url, null, jira.url])
    expect(swept.progress).toEqual([3, 4])
  })

  it('keeps the connections of a server, and counts the requests of each entry', async () => {
    const jira = await start()
    const entries = Array.from({ length: 6 }, (_, index) =>
      entryOf(`T_${index}`, { 'jira-url': jira.url, token: goodToken }),
    )
    const swept = await run(entries)
    expect(swept.opened).toEqual([jira.url])
    expect(jira.connections).toBeLessThanOrEqual(2)
    expect(swept.tokens.map(({ requests }) => requests)).toEqual([2, 2, 2, 2, 2, 2])
  })

  it('goes another way where an entry has headers of its own', async () => {
    const jira = await start()
    const at = { 'jira-url': jira.url, token: goodToken }
    const swept = await run([
      entryOf('A', at),
      entryOf('B', { ...at, headers: 'X-Key: open-sesame' }),
      entryOf('C', at),
    ])
    expect(reasonsOf(swept)).toEqual(['authenticated', 'authenticated', 'authenticated'])
    expect(swept.opened).toHaveLength(2)
    expect(jira.requests.filter(({ headers }) => headers['x-key'] === 'open-sesame')).toHaveLength(2)
  })

  it('says of what there is no time for that it was not asked about', async () => {
    const entries = ['A', 'B'].map((secret) =>
      entryOf(secret, { 'jira-url': 'https://jira.example.com', token: goodToken }),
    )
    const swept = await run(entries, { deadlineMs: systemClock.monotonicMs() })
    expect(swept.opened).toEqual([])
    for (const token of swept.tokens) {
      expect(token).toMatchObject({ reason: 'timeout', asked: false, unaskedBecause: 'time' })
    }
  })

  it('tells each request in the debug log, by the secret', async () => {
    const jira = await start()
    const { debugged } = await run([entryOf('A', { 'jira-url': jira.url, token: goodToken })])
    expect(debugged).toEqual([
      expect.stringMatching(/^A: GET \/rest\/api\/2\/myself: HTTP 200/),
      expect.stringMatching(/^A: GET \/rest\/pat\/latest\/tokens: HTTP 200/),
    ])
  })
})

describe('a bug of ours that one entry brings out', () => {
  it('on the way to its server is about that entry alone', async () => {
    const jira = await start()
    const entries = [
      entryOf('A', { 'jira-url': 'http://127.0.0.1:9', token: goodToken }),
      entryOf('B', { 'jira-url': jira.url, token: goodToken }),
    ]
    const world = { environment: {}, clock: systemClock, readFile }
    const swept = await run(entries, {
      open(inputs) {
        if (inputs.baseUrl !== jira.url) throw new TypeError('no way there')
        return openServer(inputs, world)
      },
    })
    expect(reasonsOf(swept)).toEqual(['internal-error', 'authenticated'])
    expect(swept.tokens[0]).toMatchObject({ asked: false, baseUrl: 'http://127.0.0.1:9', result: 'unknown' })
    expect(swept.tokens[0]?.message).toContain('no way there')
  })

  it('in its inputs, too', async () => {
    const jira = await start()
    const broken = entryOf('A', { 'jira-url': jira.url, token: goodToken })
    const { readInput } = broken.source
    const source = {
      ...broken.source,
      readInput(name: string): string {
        if (name === 'retries') throw new TypeError('no such input')
        return readInput(name)
      },
    }
    const swept = await run([{ ...broken, source }, entryOf('B', { 'jira-url': jira.url, token: goodToken })])
    expect(reasonsOf(swept)).toEqual(['internal-error', 'authenticated'])
  })
})
