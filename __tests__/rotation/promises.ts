import type { RotationResult } from '../support/rotation/rotation-run.ts'
import type { Secret } from '../support/rotation/secret-store.ts'
import type { Exchange } from '../support/rotation/store-server.ts'
import type { Token } from '../support/rotation/token-store.ts'
import { DAY_MS, type World } from '../support/rotation/world.ts'

/** How long a job may wait in its queue, or be started again, with the value that it was handed. */
const QUEUED_MS = 2 * DAY_MS

export interface PromisesOptions {
  /** A token beside the family's that is rotated, and may be revoked: one that a person made. */
  readonly first?: Token | undefined
  /** How many of the family may live when a run has ended. */
  readonly mostLive?: number | undefined
  /** The old token is to be revoked at once, whoever still holds it. */
  readonly atOnce?: boolean | undefined
  /** A token that somebody uses who takes it from no place. */
  readonly alsoUsed?: Token | undefined
  /** The runs can do nothing, and have to say so. */
  readonly isHopeless?: boolean | undefined
}

/** What must hold in a world, watched from its beginning; what did not is noted once. */
export interface Promises {
  readonly broken: ReadonlySet<string>
  note(what: string): void
  /** At the end of a run. @param isHealthy nothing was done to it */
  judgeEnd(result: RotationResult, run: { readonly name: string; readonly isHealthy: boolean }): void
  /** Jobs use what the places hold. */
  useAll(): void
  /** After the last run. @param live how many tokens are to live; undefined: as many as after any run */
  judgeSettled(live: number | undefined): void
}

/**
 * At every request that a server has acted upon: what the first place holds is a live token of the right user, so is
 * whatever any place has handed out to a job that may still be queued, and nobody else's token has been touched.
 */
export function watchPromises(world: World, options: PromisesOptions = {}): Promises {
  const { tokens, places } = world
  const { first, mostLive = 2, atOnce = false, alsoUsed, isHopeless = false } = options
  const broken = new Set<string>()
  const family = new RegExp(`^${world.prefix}-\\d{6}-[0-9a-f]{8}-[0-9a-z]{4}$`)
  const isOurs = (token: Token): boolean =>
    token === first || (token.owner === 'JIRAUSER10000' && family.test(token.name))
  const liveOurs = (): Token[] => tokens.tokens.filter((token) => isOurs(token) && tokens.isLive(token))
  const posts = new Set<string>()
  const day = (): string => `day ${((world.clock.now() - world.startMs) / DAY_MS).toFixed(3)}`
  const note = (what: string): void => void broken.add(`${what} (${day()})`)

  /** What each place holds, and what it held, with when that ended. */
  const handedOut = places.map((place) => {
    const secret = world.secretOf(place)
    const access = secret ? accessOf(secret) : place.shelf === 'organization' ? ACCESS_OF_NEW : undefined
    return { place, holds: secret?.value, held: new Map<string, number>(), access }
  })
  const works = (value: string | undefined): boolean => {
    const token = value === undefined ? undefined : tokens.find(value)
    return token !== undefined && token.owner === 'JIRAUSER10000' && tokens.isLive(token)
  }

  const judgeAlways = (when: string): void => {
    if (!works(world.handOut())) note(`the first place holds a token that does not work, ${when}`)
    for (const entry of handedOut) {
      const secret = world.secretOf(entry.place)
      const value = secret?.value
      if (value !== entry.holds) {
        if (entry.holds !== undefined) entry.held.set(entry.holds, world.clock.now())
        entry.holds = value
      }
      if (secret !== undefined && entry.access !== undefined && accessOf(secret) !== entry.access)
        note(`other repositories than before see ${entry.place.given}, ${when}`)
      if (value !== undefined && !works(value)) note(`${entry.place.given} holds a token that does not work, ${when}`)
      for (const [old, endedMs] of entry.held)
        if (!atOnce && world.clock.now() - endedMs < QUEUED_MS && !works(old))
          note(`a queued job was handed a token by ${entry.place.given} that does not work, ${when}`)
    }
    for (const token of tokens.tokens)
      if (!isOurs(token) && token.deletedAtMs !== undefined)
        note(`somebody else's token ${token.name} is gone, ${when}`)
  }

  /** All that the runs have printed. */
  let printed = ''
  const sent = new Set<string | undefined>()
  const plantedCount = tokens.tokens.length
  /** A new token's value is masked before it is used for the first time, even if the process is killed right then. */
  const judgeMasks = (): void => {
    for (const { raw, name } of tokens.tokens.slice(plantedCount)) {
      const isUsed = sent.has(`Bearer ${raw}`) || world.secrets.all().some(({ value }) => value === raw)
      if (isUsed && !printed.includes(`::add-mask::${raw}\n`)) note(`the value of ${name} was used unmasked`)
    }
  }

  world.observe = (exchange) => {
    if (exchange.method === 'POST') {
      if (posts.has(exchange.body)) note('a POST was sent twice')
      posts.add(exchange.body)
    }
    sent.add(exchange.headers.authorization)
    judgeAlways(`after ${labelOf(exchange)}`)
  }

  return {
    broken,
    note,
    judgeEnd({ exitCode, stdout, stderr, outputs, summary }, { name, isHealthy }) {
      judgeAlways(`at the end of ${name}`)
      printed += stdout
      // Of two runs at once, the other one may have used what it has not told yet.
      if (world.isAction && mostLive === 2) judgeMasks()
      if (liveOurs().length > mostLive) note(`${liveOurs().length} tokens live at the end of ${name}`)
      // What an earlier run has left may have to be waited for.
      const isAsExpected = isHopeless ? exitCode !== 0 || outputs['rotation'] === 'waiting' : exitCode === 0
      if (isHealthy && !isAsExpected)
        note(`${name} ended with ${exitCode}: ${outputs['reason']}\n${stdout}${stderr}`.trimEnd())
      const shown = [stdout.replaceAll(/^::add-mask::.*$/gm, ''), stderr, JSON.stringify(outputs), summary].join('\n')
      for (const { raw, name: tokenName } of tokens.tokens)
        if (shown.includes(raw)) note(`${name} shows the value of ${tokenName}`)
    },
    useAll() {
      for (const place of places) {
        const value = world.secretOf(place)?.value
        if (value !== undefined && tokens.authenticate(value) === undefined)
          note(`a job that uses ${place.given} was refused`)
      }
      if (alsoUsed && tokens.authenticate(alsoUsed.raw) === undefined)
        note('somebody who uses an old token was refused')
    },
    judgeSettled(live) {
      if (world.isAction) judgeMasks()
      const ours = liveOurs()
      if (live !== undefined && ours.length !== live) note(`${ours.length} tokens live in the end, and not ${live}`)
      const own = tokens.find(world.handOut())
      if (ours.length > 0 && own !== undefined && !ours.includes(own)) note('the first place holds no token of ours')
      for (const place of places)
        if (world.secretOf(place)?.value !== own?.raw) note(`${place.given} holds something else than the first place`)
      for (const { name } of world.secrets.all())
        if (/REHEARSAL/i.test(name)) note(`the rehearsal's ${name} is still there`)
    },
  }
}

const accessOf = ({ visibility, selected }: Secret): string => JSON.stringify([visibility, selected])

/** What an organisation's secret is made with: nobody sees it whom nobody has chosen. */
const ACCESS_OF_NEW = JSON.stringify(['selected', []])

/** A request without what differs from run to run. */
export const labelOf = ({ server, method, path }: Exchange): string => `${server} ${method} ${path}`
