import { describe, expect, it } from 'vitest'
import type { RotationResult } from '../support/rotation/rotation-run.ts'
import type { Exchange, Interference } from '../support/rotation/store-server.ts'
import { createWorld, type Started, type World, type WorldOptions } from '../support/rotation/world.ts'

/** What a run finds, and what happens to it. */
interface Ending {
  readonly options?: Partial<WorldOptions>
  /** Plants tokens and secrets; a token that is due in two places, unless told otherwise. */
  readonly plant?: (world: World) => void
  readonly run?: Started
  /** What goes wrong with a request before its server acts. */
  readonly fault?: (exchange: Exchange) => Interference | undefined
  /** The same, after its server has acted. */
  readonly late?: (exchange: Exchange) => Interference | undefined
  /** Both, for a run of its own, where what goes wrong hangs on what was before. */
  readonly faults?: () => Pick<Ending, 'fault' | 'late'>
}

/** How a run has ended, and what has become of the tokens and the places. */
interface Ended extends RotationResult {
  readonly places: readonly string[]
  readonly live: readonly string[]
}

const gone = 'a token that was revoked long ago'

const plantHead = (world: World, createdDays = -80, expiresDays = 10, places = world.places): void => {
  const { raw } = world.plantFamily(gone, { createdDays, expiresDays, usedDays: -0.4 })
  for (const place of places) world.plantSecret(place, raw, createdDays)
}

const calm = (world: World): void => plantHead(world, -30, 60)

/** A token that is not due, made so many days ago, and the one before it, used last so many days ago. */
function plantElder(world: World, createdDays = -8, usedDays = -8): void {
  const elder = world.plantFamily(gone, { createdDays: createdDays - 60, expiresDays: 20, usedDays })
  const head = world.plantFamily(elder.raw, { createdDays, expiresDays: createdDays + 90, usedDays: -0.4 })
  for (const place of world.places) world.plantSecret(place, head.raw, createdDays)
}

/** What GitHub tells of a secret that was written before the token was made. */
const longAgo = { name: 'JIRA_PAT', created_at: '2025-01-01T00:00:00Z', updated_at: '2025-01-01T00:00:00Z' }

async function runTo({ options = {}, plant = plantHead, run = {}, faults, ...always }: Ending): Promise<Ended> {
  const { fault, late } = { ...always, ...faults?.() }
  const world = await createWorld({ places: ['JIRA_PAT', 'env:production/JIRA_PAT'], ...options })
  try {
    plant(world)
    world.interfere = (exchange, moment) => (moment === 'before' ? fault : late)?.(exchange)
    const given = run.token ?? world.handOut()
    const result = await world.run(run)
    const live = world.tokens.tokens.filter(({ deletedAtMs }) => deletedAtMs === undefined)
    const nameOf = (value: string): string =>
      value === given ? 'the token of this run' : (live.find(({ raw }) => raw === value)?.name ?? 'no token')
    const places = world.places.map((place) => nameOf(world.secretOf(place)?.value ?? ''))
    return { ...result, places, live: live.map(({ name }) => name) }
  } finally {
    await world.close()
  }
}

const answering =
  (server: string, method: string, path: RegExp, status: number, body: object = {}) =>
  (exchange: Exchange): Interference | undefined =>
    exchange.server === server && exchange.method === method && path.test(exchange.path)
      ? { reply: { status, headers: { 'X-AREQUESTID': '1x1x1' }, body } }
      : undefined

/** Of the request with a token that the run was not given. */
const ofTheNewToken = (fault: Interference) => {
  let given: string | undefined
  return ({ server, headers }: Exchange): Interference | undefined => {
    if (server !== 'jira') return undefined
    given ??= headers.authorization
    return headers.authorization === given ? undefined : fault
  }
}

/** In place of every answer to such a request. */
const always =
  (isMeant: (exchange: Exchange) => boolean, interference: Interference) =>
  (exchange: Exchange): Interference | undefined =>
    isMeant(exchange) ? interference : undefined

/** In place of the first one. */
const once = (isMeant: (exchange: Exchange) => boolean, interference: Interference) => {
  let isOver = false
  return (exchange: Exchange): Interference | undefined => {
    if (isOver || !isMeant(exchange)) return undefined
    isOver = true
    return interference
  }
}

const ofJira =
  (method: string) =>
  (exchange: Exchange): boolean =>
    exchange.server === 'jira' && exchange.method === method

let handedOut = ''
let others = 0
const trace = { 'X-AREQUESTID': '1x1x1' }

const secret = /secrets\/JIRA_PAT$/
const ofEnvironment = /production\/secrets\/JIRA_PAT$/
const repositorySecret = /actions\/secrets\/JIRA_PAT$/

const endings: Record<string, Ending> = {
  'not due': { plant: calm },
  'not due, with one place': { plant: calm, options: { places: ['JIRA_PAT'] } },
  created: {},
  'created, of a token that a person made': {
    plant: (world) => {
      const { raw } = world.tokens.plant({ name: 'ci', createdDays: -80, expiresDays: 10, usedDays: -1 })
      for (const place of world.places) world.plantSecret(place, raw, -80)
    },
  },
  'created, and never expires': { run: { inputs: { days: 'never' } } },
  'after a leak': { plant: calm, run: { inputs: { revoke: 'now' } } },
  'only looked at, due': { run: { inputs: { 'dry-run': 'true' } } },
  'only looked at, with a place behind': {
    plant: (world) => {
      plantHead(world, -30, 60, world.places.slice(0, 1))
    },
    run: { inputs: { 'dry-run': 'true' } },
  },
  'started again': { run: { attempt: 2 } },
  'started again after a leak': { run: { attempt: 2, inputs: { revoke: 'now' } } },
  'with a successor': {
    plant: (world) => {
      plantHead(world)
      const next = world.plantFamily(world.handOut(), { createdDays: -0.2, expiresDays: 89 })
      world.plantSecret(world.places[1] ?? world.places[0] ?? fail(), next.raw, -0.2)
    },
  },
  'with a successor that should have come out': {
    plant: (world) => {
      plantHead(world)
      const next = world.plantFamily(world.handOut(), { createdDays: -2, expiresDays: 88 })
      world.plantSecret(world.places[1] ?? fail(), next.raw, -2)
    },
  },
  'with a successor that nobody stored, and that Jira does not revoke': {
    plant: (world) => {
      plantHead(world)
      world.plantFamily(world.handOut(), { createdDays: -0.2, expiresDays: 89 })
    },
    fault: answering('jira', 'DELETE', /tokens/, 500),
  },
  'in doubt': {
    plant: (world) => {
      calm(world)
      world.tokens.plant({ name: 'by hand', createdDays: -5, expiresDays: 50, usedDays: -1 })
    },
  },
  'one of several tokens': {
    plant: (world) => {
      for (const name of ['a', 'b']) {
        const { raw } = world.tokens.plant({ name, createdDays: -80, expiresDays: 10, usedDays: -1 })
        for (const place of world.places) world.plantSecret(place, raw, -80)
      }
    },
  },
  'asked for a life that is too short': {
    plant: (world) => plantHead(world, -80, 9.9),
    run: { inputs: { days: '3' } },
  },
  'no secret at the first place': {
    plant: (world) => {
      const { raw } = world.plantFamily(gone, { createdDays: -30, expiresDays: 60, usedDays: -0.4 })
      world.tokens.plant({ name: 'laptop', createdDays: -40, expiresDays: 60 })
      handedOut = raw
    },
    run: {
      get token() {
        return handedOut
      },
    },
  },
  'no list': { fault: answering('jira', 'GET', /tokens/, 404) },
  'GitHub refuses to say': { fault: answering('github', 'GET', secret, 403) },
  'GitHub refuses the rehearsal': { fault: answering('github', 'PUT', /REHEARSAL/, 403) },
  'GitHub is down': { fault: ({ server }) => (server === 'github' ? { reply: { reset: true } } : undefined) },
  'Jira refuses a life without end': { options: { policy: { eternal: false } }, run: { inputs: { days: 'never' } } },
  'something in front of Jira lets no token make one': {
    fault: ({ server, method }) =>
      server === 'jira' && method === 'POST'
        ? { reply: { status: 403, headers: { Server: 'nginx' }, body: '<html><title>403 Forbidden</title></html>' } }
        : undefined,
  },
  'Jira answers with the number of somebody else’s token, and shows no new one': {
    plant(world) {
      plantHead(world)
      others = world.tokens.plant({ name: 'laptop', createdDays: -100, expiresDays: 200, usedDays: -3 }).id
    },
    fault: ({ server, method }) =>
      server === 'jira' && method === 'POST'
        ? { reply: { status: 201, headers: trace, body: { id: others, name: 'x', rawToken: 'a-token-of-nobody' } } }
        : undefined,
  },
  'Jira lets no token make one': { fault: answering('jira', 'POST', /tokens/, 403) },
  'Jira has too many': { options: { policy: { limit: 1 } } },
  'Jira refuses the life': { options: { policy: { maxDays: 30 } } },
  'Jira does not answer': { fault: answering('jira', 'POST', /tokens/, 503) },
  'Jira does not know the new one': { faults: () => ({ fault: ofTheNewToken({ reply: { status: 401 } }) }) },
  'Jira does not know the new one, and does not revoke it': {
    faults: () => {
      const unknownToken = ofTheNewToken({ reply: { status: 401 } })
      return { fault: (exchange) => answering('jira', 'DELETE', /tokens/, 500)(exchange) ?? unknownToken(exchange) }
    },
  },
  'GitHub refuses the first place': { fault: answering('github', 'PUT', repositorySecret, 422) },
  'GitHub does not answer for the first place': { fault: answering('github', 'PUT', repositorySecret, 502) },
  'GitHub refuses another place': { fault: answering('github', 'PUT', ofEnvironment, 404) },
  'revoked, one that nobody needs any more': { plant: (world) => plantElder(world) },
  'with one that nobody needs any more, and that Jira does not revoke': {
    plant: (world) => plantElder(world),
    fault: answering('jira', 'DELETE', /tokens/, 500),
  },
  'with one that should be gone for weeks': { plant: (world) => plantElder(world, -30, -0.2) },
  'with one that somebody still uses': { plant: (world) => plantElder(world, -8, -0.2) },
  'healed, with a place that may not be written': {
    plant: (world) => plantElder(world),
    fault: answering('github', 'GET', /production\/secrets\/public-key/, 403),
  },
  'healed, with a place that does not take it': {
    plant: (world) => plantElder(world),
    fault: answering('github', 'PUT', ofEnvironment, 422),
  },
  'healed at its end, where no token may make one': {
    plant: (world) => plantHead(world, -80, 10, world.places.slice(0, 1)),
    fault: answering('jira', 'POST', /tokens/, 403),
  },
  'Jira has too many, of which some have expired': {
    options: { policy: { limit: 3 } },
    plant: (world) => {
      plantHead(world)
      for (const days of [-200, -120]) {
        world.plantFamily(`${gone} ${days}`, { createdDays: days - 90, expiresDays: days, usedDays: days })
      }
    },
  },
  'Jira has too many, of which it revokes none': {
    options: { policy: { limit: 2 } },
    plant: (world) => {
      plantHead(world)
      world.plantFamily(`${gone} before`, { createdDays: -290, expiresDays: -200, usedDays: -200 })
    },
    fault: answering('jira', 'DELETE', /tokens/, 500),
  },
  'the answer with the new one is lost': { faults: () => ({ late: once(ofJira('POST'), { reply: { reset: true } }) }) },
  'the answer with the new one is lost twice': { late: always(ofJira('POST'), { reply: { reset: true } }) },
  'the answer with the new one is lost, and Jira does not revoke it': {
    fault: answering('jira', 'DELETE', /tokens/, 500),
    late: always(ofJira('POST'), { reply: { reset: true } }),
  },
  'GitHub has written the first place, and does not say so': {
    late: always(({ server, method, path }) => server === 'github' && method === 'PUT' && repositorySecret.test(path), {
      reply: { status: 502, body: {} },
    }),
  },
  'GitHub shows something older than what it has taken': {
    faults: () => {
      let isWritten = false
      return {
        fault({ server, method, path }) {
          if (server !== 'github' || !repositorySecret.test(path)) return undefined
          isWritten ||= method === 'PUT'
          return isWritten && method === 'GET' ? { reply: { status: 200, body: longAgo } } : undefined
        },
      }
    },
  },
  'after a leak, in doubt which token it was': {
    plant: (world) => {
      calm(world)
      world.tokens.plant({ name: 'by hand', createdDays: -5, expiresDays: 50, usedDays: -1 })
    },
    run: { inputs: { revoke: 'now' } },
  },
  'after a leak, and Jira does not revoke it': {
    plant: calm,
    run: { inputs: { revoke: 'now' } },
    fault: answering('jira', 'DELETE', /tokens/, 500),
  },
  'after a leak, and Jira still takes it': {
    plant: calm,
    run: { inputs: { revoke: 'now' } },
    fault: answering('jira', 'DELETE', /tokens/, 204),
  },
  'after a leak, and another place does not take the new one': {
    plant: calm,
    run: { inputs: { revoke: 'now' } },
    fault: answering('github', 'PUT', ofEnvironment, 422),
  },
  'after a leak, just made': {
    plant: (world) => plantHead(world, -0.01, 80),
    run: { inputs: { revoke: 'now' } },
  },
  'created, and nothing is to be revoked': { run: { inputs: { revoke: 'never' } } },
  'GitHub does not answer for another place': { fault: answering('github', 'PUT', ofEnvironment, 502) },
}

function fail(): never {
  throw new Error('there is no such place')
}

/** Without what differs from run to run. */
const settled = (text = ''): string =>
  text.replace(/127\.0\.0\.1:\d+/g, 'jira.example.com').replace(/-[0-9a-f]{8}-[0-9a-z]{4}\b/g, '-<token>')

describe('how a run of a rotation ends, and what it says of the state of things', () => {
  it.each(Object.entries(endings))('%s', async (_, ending) => {
    const { exitCode, outputs, stdout, places, live } = await runTo(ending)
    const titles = [...stdout.matchAll(/^::(\w+) title=([^:]*)::/gm)].map(([, level, title]) => `${level}: ${title}`)
    expect({
      exitCode,
      reason: outputs['reason'],
      stage: outputs['stage'],
      rotation: outputs['rotation'],
      made: settled(outputs['new-token-name']),
      revoked: settled(outputs['revoked-tokens']),
      titles,
      places: places.map(settled),
      live: live.map(settled),
      message: settled(outputs['message']),
      remedy: settled(outputs['remedy']),
    }).toMatchSnapshot()
  })
})
