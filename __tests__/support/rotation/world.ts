import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Reply } from '../reply.ts'
import type { Hosts } from './hosts.ts'
import {
  type Program,
  type RotationResult,
  type StartedRotation,
  startCommandLine,
  startRotation,
} from './rotation-run.ts'
import { createSealedBox } from './sealed-box.ts'
import { answerOfGitHub } from './secret-github.ts'
import { createSecretStore, type Secret, type SecretStore, type Shelf } from './secret-store.ts'
import { type Exchange, type Interfere, type StoreServer, startStoreServer } from './store-server.ts'
import { answerOfJira } from './token-jira.ts'
import { createTokenStore, type Planted, type Token, type TokenPolicy, type TokenStore } from './token-store.ts'
import { createWorldClock, type WorldClock } from './world-clock.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** A Sunday. */
const START_MS = Date.UTC(2026, 2, 1, 12)

export interface WorldOptions {
  /** As in the input `secret`; the first is the one that the workflow reads. None: a store of one's own, and commands. */
  readonly places: readonly string[]
  readonly policy?: Partial<TokenPolicy> | undefined
  /** By how much each server's clock is ahead. */
  readonly skewMs?: { readonly jira?: number; readonly github?: number } | undefined
  readonly program?: Program | undefined
  /** What answers as the server whose tokens they are; a Jira, unless told otherwise. */
  readonly answer?: typeof answerOfJira | undefined
  /** What runs where it needs no process of its own. */
  readonly hosts?: Hosts | undefined
}

export interface Place {
  readonly given: string
  readonly shelf: Shelf
  readonly name: string
}

/** A Jira, a GitHub, and the time of both; programs run in it one after the other, or several at once. */
export interface World {
  readonly clock: WorldClock
  readonly startMs: number
  readonly jiraUrl: string
  readonly gitHubUrl: string
  readonly tokens: TokenStore
  readonly secrets: SecretStore
  readonly places: readonly Place[]
  /** Every request so far. */
  readonly exchanges: readonly Exchange[]
  /** What the names of the family begin with. */
  readonly prefix: string
  /** Whether it is run as an action, which masks values; else on a command line. */
  readonly isAction: boolean
  /** What goes wrong with requests; nothing at first. */
  interfere: Interfere
  /** Called after each request that a server acted upon. */
  observe: (exchange: Exchange) => void
  /** Puts a token of the family there. @param predecessor the value that it was made with */
  plantFamily(predecessor: string, token: Omit<Planted, 'name'>): Token
  /** Puts a value into a place. */
  plantSecret(place: Place, value: string, updatedDays: number, more?: Pick<Secret, 'visibility' | 'selected'>): void
  secretOf(place: Place): Secret | undefined
  /** What a job gets that is queued now: the value of the first place. */
  handOut(): string
  /** Starts the program with what `handOut` gives, unless another token is given. */
  start(run?: Started): Promise<StartedRotation>
  /** The same to its end. */
  run(run?: Started): Promise<RotationResult>
  /** Takes requests again where a server had left. */
  comeBack(): void
  close(): Promise<void>
}

export interface Started {
  readonly inputs?: Record<string, string> | undefined
  readonly token?: string | undefined
  readonly attempt?: number | undefined
  /** In a process of its own, whatever hosts there are. */
  readonly isAlone?: boolean | undefined
}

export async function createWorld(options: WorldOptions): Promise<World> {
  const { policy, skewMs, program, hosts, answer = answerOfJira } = options
  const clock = createWorldClock(START_MS)
  const jiraNow = (): number => clock.now() + (skewMs?.jira ?? 0)
  const gitHubNow = (): number => clock.now() + (skewMs?.github ?? 0)
  const tokens = createTokenStore(jiraNow, policy)
  const secrets = createSecretStore({ now: gitHubNow, box: await theBox })
  const isAction = options.places.length > 0
  const places = isAction ? options.places.map(placeOf) : [ownStore]
  const prefix = isAction ? prefixOf(secrets, options.places[0] ?? '') : 'shop-ci'
  const exchanges: Exchange[] = []

  const serve = (name: string, now: () => number, act: StoreServerAct): Promise<StoreServer> =>
    startStoreServer({
      name,
      now,
      onHeld: (port) => clock.hold(port),
      interfere(exchange, moment) {
        if (moment === 'before') exchanges.push(exchange)
        else world.observe(exchange)
        return world.interfere(exchange, moment)
      },
      act,
    })
  const jira = await serve('jira', jiraNow, (exchange) => answer(tokens, exchange))
  const gitHub = await serve('github', gitHubNow, (exchange) => answerOfGitHub(secrets, exchange))

  const store = await serve('store', gitHubNow, (exchange) => answerOfStore(secrets, exchange))

  const start: World['start'] = ({ inputs = {}, token = world.handOut(), attempt = 1, isAlone = false } = {}) => {
    if (!isAction) {
      const command = (verb: string): string => `"${process.execPath}" "${storeClient}" ${verb} ${store.url}/`
      const flags = { 'jira-url': jira.url, 'name-prefix': prefix, ...inputs }
      const commands = { 'store-command': command('put'), 'read-command': command('get') }
      return startCommandLine(clock, { program, token, flags: { ...flags, ...commands } })
    }
    const run = {
      program,
      inputs: {
        'jira-url': jira.url,
        token,
        secret: options.places.join('\n'),
        'github-token': secrets.token,
        ...inputs,
      },
      env: {
        GITHUB_API_URL: gitHub.url,
        GITHUB_REPOSITORY: `${secrets.owner}/${secrets.repository}`,
        GITHUB_RUN_ATTEMPT: String(attempt),
      },
    }
    return hosts === undefined || isAlone ? startRotation(clock, run) : hosts.start(clock, run)
  }

  const world: World = {
    clock,
    startMs: START_MS,
    jiraUrl: jira.url,
    gitHubUrl: gitHub.url,
    tokens,
    secrets,
    places,
    exchanges,
    prefix,
    isAction,
    interfere: () => undefined,
    observe: () => {},
    plantFamily(predecessor, token) {
      const madeOn = new Date(jiraNow() + token.createdDays * DAY_MS).toISOString().slice(2, 10).replaceAll('-', '')
      const random = String(tokens.tokens.length).padStart(4, 'x')
      return tokens.plant({ ...token, name: `${prefix}-${madeOn}-${fingerprintOf(predecessor)}-${random}` })
    },
    plantSecret({ shelf, name }, value, updatedDays, more) {
      secrets.plant({ shelf, name, value, ...more }, updatedDays)
    },
    secretOf: ({ shelf, name }) => secrets.get(shelf, name),
    handOut() {
      const [own] = places
      return (own && world.secretOf(own)?.value) ?? ''
    },
    start,
    run: async (run) => (await start(run)).ended,
    comeBack() {
      jira.comeBack()
      gitHub.comeBack()
      store.comeBack()
    },
    close: async () => {
      await Promise.all([jira.close(), gitHub.close(), store.close()])
    },
  }
  return world
}

const ownStore: Place = { given: 'the store', shelf: 'store', name: 'TOKEN' }

const storeClient = fileURLToPath(new URL('store-client.mjs', import.meta.url))

/** A store that hands out what it was given. */
function answerOfStore(secrets: SecretStore, { method, body }: Exchange): Reply {
  if (method === 'GET') return { body: secrets.get(ownStore.shelf, ownStore.name)?.value ?? '' }
  secrets.put({ ...ownStore, value: body })
  return { status: 200 }
}

type StoreServerAct = Parameters<typeof startStoreServer>[0]['act']

/** Whose key it is does not matter, and libsodium takes a while to load. */
const theBox = createSealedBox()

/** The first 8 hex digits of a token's SHA-256. */
export const fingerprintOf = (token: string): string => sha256(token).slice(0, 8)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What the input `name-prefix` is by default. */
function prefixOf({ owner, repository }: SecretStore, firstPlace: string): string {
  const letters = repository.toLowerCase().replace(/[^a-z0-9]/g, '')
  return `github-${letters.slice(0, 7)}-${sha256(`${owner}/${repository}${firstPlace}`).slice(0, 4)}`
}

function placeOf(given: string): Place {
  const [, environment, inEnvironment = ''] = /^env:(.+)\/(\w+)$/.exec(given) ?? []
  if (environment !== undefined) return { given, shelf: `environment ${environment}`, name: inEnvironment }
  const [, inOrganization] = /^org:(\w+)$/.exec(given) ?? []
  if (inOrganization !== undefined) return { given, shelf: 'organization', name: inOrganization }
  return { given, shelf: 'repository', name: given }
}
