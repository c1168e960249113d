import { styleText } from 'node:util'
import { readLog } from './commands.ts'
import type { RotationResult } from './rotation/rotation-run.ts'
import { createWorld, DAY_MS, HOUR_MS, type World } from './rotation/world.ts'
import { section } from './show.ts'

/** A run of three weeks, and what happens before it. */
interface Scene {
  readonly day: number
  readonly title: string
  readonly rotation: string
}

const scenes: readonly Scene[] = [
  { day: 0, title: 'the token has eleven days left: it is due', rotation: 'created' },
  { day: 8, title: 'the overlap of a week is over, and jobs have used the new token', rotation: 'revoked' },
  { day: 15, title: 'all is well for two months', rotation: 'not-due' },
]

/**
 * Rotates a token on the stand-ins, from beginning to end, in three runs over three weeks: what people see of each, what
 * was asked, and what Jira and GitHub hold afterwards.
 *
 * @returns the exit status: 0 if each run did what it should have done
 */
export async function showRotation(): Promise<number> {
  const world = await createWorld({ places: ['JIRA_PAT', 'env:production/JIRA_PAT'] })
  try {
    console.log(
      `${styleText('bold', 'rotate')}: three runs over three weeks, on a Jira that keeps tokens and a GitHub that keeps secrets`,
    )
    plant(world)
    section('Before', describe(world))
    const odd: string[] = []
    for (const { day, title, rotation } of scenes) {
      await useSecretsUntil(world, day)
      const before = world.exchanges.length
      const result = await world.run({ inputs: { 'token-name': 'release' } })
      section(`${dateOf(world.clock.now())}: ${title}`)
      console.log(describeRun(result))
      section(
        'Requests',
        world.exchanges
          .slice(before)
          .map(({ server, method, path }) => `  ${server.padEnd(6)} ${method.padEnd(6)} ${path}`)
          .join('\n'),
      )
      section('Afterwards', describe(world))
      if (result.outputs['rotation'] !== rotation || result.exitCode !== 0) odd.push(title)
    }
    console.log(odd.length === 0 ? '\nAs these weeks expect.' : `\nExpected otherwise: ${odd.join('; ')}.`)
    return odd.length === 0 ? 0 : 1
  } finally {
    await world.close()
  }
}

/** A first token that a person made, which everything uses. */
function plant(world: World): void {
  const { raw } = world.tokens.plant({ name: 'release', createdDays: -79, expiresDays: 11, usedDays: -0.2 })
  for (const place of world.places) world.plantSecret(place, raw, -79)
}

/** Jobs in the night, which use what the secrets hold. */
async function useSecretsUntil(world: World, day: number): Promise<void> {
  const { clock, startMs } = world
  for (let atMs = startMs + 6 * HOUR_MS; atMs < startMs + day * DAY_MS; atMs += DAY_MS) {
    if (atMs > clock.now()) clock.travelTo(atMs)
    for (const place of world.places) world.tokens.authenticate(world.secretOf(place)?.value ?? '')
  }
  clock.travelTo(Math.max(clock.now(), startMs + day * DAY_MS))
}

/** What the runner shows of it. */
function describeRun({ stdout, exitCode, outputs }: RotationResult): string {
  const annotations = readLog(stdout).annotations.map(({ title, message }) => `${styleText('bold', title)}\n${message}`)
  return [...annotations, `rotation: ${outputs['rotation']}, exit code ${exitCode}`].join('\n')
}

function describe(world: World): string {
  const { tokens, places } = world
  const nameOf = (value: string | undefined): string =>
    value === undefined ? 'nothing' : (tokens.find(value)?.name ?? 'something else')
  const listed = tokens.tokens.map(
    (token) => `  Jira    ${tokens.isLive(token) ? 'lives  ' : 'is gone'}  ${token.name}`,
  )
  const stored = places.map((place) => `  GitHub  ${place.given} holds ${nameOf(world.secretOf(place)?.value)}`)
  return [...listed, ...stored].join('\n')
}

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
