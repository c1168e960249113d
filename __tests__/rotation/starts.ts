import { HOUR_MS, type Place, type World, type WorldOptions } from '../support/rotation/world.ts'
import type { PromisesOptions } from './promises.ts'

/** In what state a run finds the world. */
export interface Start {
  readonly name: string
  readonly options: WorldOptions
  /** Plants tokens and secrets. */
  readonly plant: (world: World) => PromisesOptions
  /** Of the first run, and of those that follow unless `later` is given. */
  readonly inputs?: Record<string, string>
  readonly later?: Record<string, string>
  /** Who has started the first run by hand does so again when it has failed. */
  readonly isInsistedOn?: true
  /** It runs once a week, and not every day. */
  readonly isWeekly?: true
  /** How often it asks again hangs on how fast this machine is. */
  readonly isUnsteady?: true
  /** How many tokens live at the end, when all has been well for days. */
  readonly settled: number
  /** What no run here can do, and has to say, while everything else holds. */
  readonly isHopeless?: true
}

const gone = 'a token that was revoked long ago'

/** A token of the family in all places, of which nothing is left to do but to wait for its end. */
function plantHead(world: World, { createdDays = -78, expiresDays = 12, places = world.places } = {}): string {
  const head = world.plantFamily(gone, { createdDays, expiresDays, usedDays: -0.4 })
  for (const place of places) plantIn(world, place, head.raw, createdDays)
  plantOthers(world)
  return head.raw
}

function plantIn(world: World, place: Place, value: string, updatedDays: number): void {
  const selected = place.shelf === 'organization' ? { visibility: 'selected' as const, selected: repositories } : {}
  world.plantSecret(place, value, updatedDays, selected)
}

/** More than a page of them. */
const repositories = Array.from({ length: 130 }, (_, index) => 7000 + index)

/** What belongs to somebody else: another repository's, a person's, another account's. */
function plantOthers({ tokens, prefix }: World): void {
  const old = { createdDays: -100, expiresDays: 200 }
  tokens.plant({ ...old, name: 'laptop', usedDays: -3 })
  tokens.plant({ ...old, name: 'github-another-1f3b-260101-0123abcd-x9x9', usedDays: -3 })
  tokens.plant({ ...old, name: `${prefix}-2-260101-0123abcd-x9x9`, usedDays: -3 })
  tokens.plant({ ...old, name: `${prefix}-260101-0123abcd-x9x9`, owner: 'JIRAUSER10001', usedDays: -1 })
}

const due = (name: string, places: readonly string[], options: Partial<WorldOptions> = {}): Start => ({
  name: `due${name}`,
  options: { places, ...options },
  plant: (world) => {
    plantHead(world)
    return {}
  },
  settled: 1,
})

const hopeless = (name: string, policy: WorldOptions['policy'], more: Partial<Start> = {}): Start => ({
  ...due(`, ${name}`, two, { policy }),
  isHopeless: true,
  ...more,
})

const one = ['JIRA_PAT']
const two = ['JIRA_PAT', 'env:staging / eu/JIRA_PAT']
const three = ['env:production/JIRA_PAT', 'JIRA_PAT', 'org:TEAM_JIRA_PAT']

/** Hours apart, so that nothing is right that takes one for the other. */
const skewMs = { jira: 1.5 * HOUR_MS, github: -2 * HOUR_MS }

export const starts: readonly Start[] = [
  due('', one),
  due(', two places', two),
  due(', three places', three),
  due(', in a store of its own', []),
  { ...due(', once a week', two), isWeekly: true },
  due(', clocks apart', two, { skewMs }),
  {
    ...due(', on a cluster', two, {
      policy: { replicationMs: 4_500, listLagMs: 2_500, useLagMs: 300_000, createdStatus: 200 },
    }),
    isUnsteady: true,
  },
  // Nothing says that the old one is no longer needed, so that it is left to expire.
  { ...due(', on a Jira that shows no use', two, { skewMs, policy: { useLagMs: undefined } }), settled: 2 },
  { ...due(', and nothing is to be revoked', two), inputs: { revoke: 'never' }, settled: 2 },
  {
    name: 'due, places missing',
    options: { places: three },
    plant: (world) => {
      plantHead(world, { places: world.places.slice(0, 1) })
      return {}
    },
    settled: 1,
  },
  {
    name: 'due, no room for another',
    options: { places: one, policy: { limit: 6 } },
    plant: (world) => {
      plantHead(world)
      for (const days of [-200, -120]) {
        world.plantFamily(`${gone} ${days}`, { createdDays: days - 90, expiresDays: days, usedDays: days })
      }
      return {}
    },
    settled: 1,
  },
  {
    name: 'not due',
    options: { places: two },
    plant: (world) => {
      plantHead(world, { createdDays: -30, expiresDays: 60 })
      return {}
    },
    settled: 1,
  },
  {
    name: 'half-written',
    options: { places: two },
    plant: (world) => {
      plantOthers(world)
      const elder = world.plantFamily(gone, { createdDays: -78, expiresDays: 12, usedDays: -1 })
      const head = world.plantFamily(elder.raw, { createdDays: -1, expiresDays: 89, usedDays: -1 })
      const [own, ...others] = world.places
      if (own) plantIn(world, own, head.raw, -1)
      for (const place of others) plantIn(world, place, elder.raw, -81)
      return {}
    },
    settled: 1,
  },
  {
    name: 'lost',
    options: { places: two },
    plant: (world) => {
      const head = plantHead(world)
      world.plantFamily(head, { createdDays: -0.125, expiresDays: 89.875 })
      return {}
    },
    settled: 1,
  },
  {
    name: 'lost, in a store of its own',
    options: { places: [] },
    plant: (world) => {
      const head = plantHead(world)
      world.plantFamily(head, { createdDays: -0.125, expiresDays: 89.875 })
      return {}
    },
    settled: 1,
  },
  {
    name: 'made by hand, with its name',
    options: { places: two },
    plant: (world) => {
      plantOthers(world)
      const first = world.tokens.plant({ name: 'ci', createdDays: -78, expiresDays: 12, usedDays: -0.4 })
      for (const place of world.places) plantIn(world, place, first.raw, -80)
      return { first }
    },
    inputs: { 'token-name': 'ci' },
    settled: 1,
  },
  {
    name: 'made by hand, the only one',
    options: { places: one },
    plant: (world) => {
      const first = world.tokens.plant({ name: 'ci', createdDays: -78, expiresDays: 12, usedDays: -0.4 })
      for (const place of world.places) plantIn(world, place, first.raw, -80)
      return { first }
    },
    // Nobody has said that the one that a person made is to go.
    settled: 2,
  },
  {
    name: 'put in by hand, with its name',
    options: { places: two },
    plant: (world) => {
      plantOthers(world)
      const former = world.plantFamily(gone, { createdDays: -40, expiresDays: 50, usedDays: -1 })
      const first = world.tokens.plant({ name: 'ci', createdDays: -0.5, expiresDays: 89.5, usedDays: -0.3 })
      const [own, ...others] = world.places
      if (own) plantIn(world, own, first.raw, -0.4)
      for (const place of others) plantIn(world, place, former.raw, -40)
      return { first }
    },
    inputs: { 'token-name': 'ci' },
    settled: 2,
  },
  {
    name: 'put in by hand, without its name',
    options: { places: two },
    plant: (world) => {
      plantOthers(world)
      const former = world.plantFamily(gone, { createdDays: -78, expiresDays: 12, usedDays: -2 })
      const byHand = world.tokens.plant({ name: 'by hand', createdDays: -1.5, expiresDays: 88.5, usedDays: -0.3 })
      const [own, ...others] = world.places
      if (own) plantIn(world, own, byHand.raw, -1.4)
      for (const place of others) plantIn(world, place, former.raw, -78)
      return {}
    },
    settled: 1,
  },
  {
    name: 'revoking',
    options: { places: two },
    plant: (world) => {
      plantOthers(world)
      const elder = world.plantFamily(gone, { createdDays: -88, expiresDays: 2.5, usedDays: -8 })
      const head = world.plantFamily(elder.raw, { createdDays: -8, expiresDays: 82, usedDays: -0.4 })
      for (const place of world.places) plantIn(world, place, head.raw, -8)
      return {}
    },
    settled: 1,
  },
  {
    name: 'revoking, were it not for a younger stranger',
    options: { places: two },
    plant: (world) => {
      plantOthers(world)
      const elder = world.plantFamily(gone, { createdDays: -76, expiresDays: 14, usedDays: -8 })
      const head = world.plantFamily(elder.raw, { createdDays: -8, expiresDays: 82, usedDays: -0.4 })
      for (const place of world.places) plantIn(world, place, head.raw, -8)
      world.tokens.plant({ name: 'who knows', createdDays: -7.5, expiresDays: 80 })
      return {}
    },
    settled: 2,
  },
  {
    name: 'revoking what somebody still uses',
    options: { places: two },
    plant: (world) => {
      plantOthers(world)
      const elder = world.plantFamily(gone, { createdDays: -76, expiresDays: 14, usedDays: -0.4 })
      const head = world.plantFamily(elder.raw, { createdDays: -8, expiresDays: 82, usedDays: -0.3 })
      for (const place of world.places) plantIn(world, place, head.raw, -8)
      return { alsoUsed: elder }
    },
    settled: 2,
  },
  {
    name: 'revoke now',
    options: { places: two },
    plant: (world) => {
      plantHead(world, { createdDays: -30, expiresDays: 60 })
      return { atOnce: true }
    },
    inputs: { revoke: 'now' },
    later: {},
    isInsistedOn: true,
    settled: 1,
  },
  hopeless('where new tokens are not accepted', { replicationMs: 20 * HOUR_MS }),
  hopeless('where no token makes tokens', { creationRefused: 403 }),
  hopeless('where tokens live 30 days', { maxDays: 30 }),
  hopeless('where there is no room', { limit: 4 }),
  hopeless(
    'where a place may not be written',
    {},
    {
      plant: (world) => {
        plantHead(world)
        world.secrets.closed.add(world.places[1]?.shelf ?? '')
        return {}
      },
    },
  ),
]
