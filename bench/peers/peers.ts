/**
 * `npm run bench:peers`: what curl and clients that others wrote make of 64 situations, beside the packaged check. Each
 * situation is a scenario of the stand-in Jira, set up anew for each of them. They are installed, by pinned versions, below
 * `node_modules/`; curl, jq, bash and Python with pip have to be there.
 *
 *     npm run bench:peers -- [--write] [--only NAME] [--show SCENARIO]
 *
 * `--write` puts the tables into docs/comparison.md; `--only` plays one of them; `--show` prints what each prints in one
 * scenario, to see why it is judged as it is.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { scenarios } from '../../__tests__/support/scenarios.ts'
import { fillSections } from '../../scripts/docs/section.ts'
import { describeMachine } from '../machine.ts'
import { type Judged, judge } from './judge.ts'
import { installPeers } from './peer.ts'
import { type Ended, playAction, playPeer } from './play.ts'
import { type Situation, situations } from './situations.ts'
import { type Row, writeSituations, writeTables } from './tables.ts'

/** The check gives up after 30 s by itself. */
const LIMIT_SECONDS = 40
const AT_A_TIME = 8
const TIMED_RUNS = 15

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, only: { type: 'string' }, show: { type: 'string' } },
})

/** One of those that are compared. */
interface Contestant extends Pick<Row, 'name' | 'version' | 'how'> {
  readonly play: (situation: Situation) => Promise<Ended>
}

const scenarioOf = (name: string) => {
  const scenario = scenarios.find((candidate) => candidate.name === name)
  if (scenario === undefined) throw new Error(`there is no scenario ${name}`)
  return scenario
}

const machine = describeMachine()
const [, version = ''] = machine.action.split(' ')
const limitMs = LIMIT_SECONDS * 1000

const check: Contestant = {
  name: 'jira-pat-check',
  version,
  how: 'the action, with `jira-url` and `token`',
  async play({ name }) {
    const ended = await inWorld(name, (setting) => playAction(setting, limitMs))
    const { reason } = scenarioOf(name)
    if (ended.reason !== reason) throw new Error(`the check says ${ended.reason} of ${name}, which is ${reason}`)
    return ended
  },
}
const peers: readonly Contestant[] = installPeers().map((peer) => ({
  ...peer,
  play: ({ name }) => inWorld(name, (setting) => playPeer(peer, setting, limitMs)),
}))
const contestants = [check, ...peers].filter(({ name }) => values.only === undefined || name === values.only)

async function inWorld<Result>(
  name: string,
  run: (setting: Awaited<ReturnType<ReturnType<typeof scenarioOf>['setUp']>>) => Promise<Result>,
): Promise<Result> {
  const setting = await scenarioOf(name).setUp()
  try {
    return await run(setting)
  } finally {
    await setting.close?.()
  }
}

/** Plays all situations, some at a time, since most of the time is spent on waiting. */
async function playAll({ play }: Contestant): Promise<readonly Judged[]> {
  const judged: Judged[] = []
  const queue = situations.entries()
  await Promise.all(
    Array.from({ length: AT_A_TIME }, async () => {
      for (const [index, situation] of queue) judged[index] = judge(situation, await play(situation))
    }),
  )
  return judged
}

/** In turn, so that whatever else the machine does meets all of them. */
async function timeAll(): Promise<ReadonlyMap<string, readonly number[]>> {
  const [good] = situations
  const durations = new Map(contestants.map(({ name }) => [name, [] as number[]]))
  for (let run = 0; good !== undefined && run <= TIMED_RUNS; run += 1) {
    for (const { name, play } of contestants) {
      const { durationMs } = await play(good)
      // The first of each warms the file cache.
      if (run > 0) durations.get(name)?.push(durationMs)
    }
  }
  return durations
}

if (values.show !== undefined) {
  const { show } = values
  const situation = situations.find(({ name }) => name === show)
  if (situation === undefined) throw new Error(`${show} is none of ${situations.map(({ name }) => name).join(', ')}`)
  for (const { name, play } of contestants) {
    const ended = await play(situation)
    console.log(`\n### ${name}: ${judge(situation, ended).outcome}, exit code ${ended.exitCode}\n${ended.shown}`)
  }
} else {
  const durations = await timeAll()
  const rows: Row[] = []
  for (const contestant of contestants) {
    console.error(`${contestant.name} …`)
    const judged = await playAll(contestant)
    rows.push({ ...contestant, judged, durationsMs: durations.get(contestant.name) ?? [] })
  }
  const where = `${machine.system}, ${machine.processor}, Node ${machine.node}`
  const date = new Date().toISOString().slice(0, 10)
  const tables = writeTables({ rows, limitSeconds: LIMIT_SECONDS, date, machine: where })
  const each = writeSituations(rows, (name) => scenarioOf(name).title)
  console.log(`${tables}\n\n${each}`)
  if (values.write) {
    const path = fileURLToPath(new URL('../../docs/comparison.md', import.meta.url))
    writeFileSync(path, fillSections(readFileSync(path, 'utf8'), { figures: tables, situations: each }))
  }
}
