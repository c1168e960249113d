import type { Clock } from '../base/clock.ts'
import { isObject, textOf } from '../base/json.ts'
import type { GitHub } from './api.ts'
import { getPages } from './pages.ts'
import type { Place } from './place.ts'
import type { Repository } from './repository.ts'
import { judgeOutcome, type SecretOutcome } from './secret-outcome.ts'
import { secretPath } from './secret-path.ts'

/** With which the values of a place are sealed. */
export interface PublicKey {
  readonly id: string
  /** 32 bytes. */
  readonly bytes: Uint8Array
}

/** Which repositories of an organisation may read one of its secrets. */
export interface Access {
  /** `all`, `private` or `selected`, or what GitHub may add. */
  readonly visibility: string
  /** For `selected` alone. */
  readonly repositoryIds: readonly number[]
}

/** None. It is also that of a secret which no organisation has, where it is of no account. */
export const NO_ACCESS: Access = { visibility: 'selected', repositoryIds: [] }

/** What can be known of a secret. Its value is not among it. */
export interface SecretFacts {
  /** When it was written last, by GitHub's clock: milliseconds since the epoch, to the second. */
  readonly updatedMs: number
  readonly access: Access
}

/** What is written. */
export interface SecretValue {
  readonly text: string
  /** Of the same place. */
  readonly key: PublicKey
  /** As it was read right before, or access is lost or widened. */
  readonly access: Access
}

/**
 * The secrets of a repository, its environments and its organisation. What reads is asked again within its time after
 * what may pass by itself; what writes is one request, and no more. Times are milliseconds.
 */
export interface Secrets {
  getPublicKey(place: Place, timeoutMs: number): Promise<SecretOutcome<PublicKey>>
  /** A secret that there is none of is refused with 404, as is one that the token may not see. */
  getFacts(place: Place, timeoutMs: number): Promise<SecretOutcome<SecretFacts>>
  /** Makes it, or replaces it. */
  put(place: Place, value: SecretValue, timeoutMs: number): Promise<SecretOutcome<object>>
  delete(place: Place, timeoutMs: number): Promise<SecretOutcome<object>>
}

/** Ten thousand repositories, beyond which access is not known rather than cut. */
const MAX_PAGES = 100

/**
 * @param github with the token that may read and write them
 * @param repository whose secrets they are; those of an organisation are its owner's
 * @returns what asks for them and writes them: whatever GitHub and the network do comes back as an outcome. A value is
 *   sealed before it is sent; where that cannot be done with the key, nothing is sent (`NO_KEY`)
 */
export function createSecrets(github: GitHub, repository: Repository, clock: Clock): Secrets {
  return {
    async getPublicKey(place, timeoutMs) {
      const path = secretPath(place, repository, 'key')
      return judgeOutcome(await github.send({ method: 'GET', path }, timeoutMs), [200], parseKey)
    },
    async getFacts(place, timeoutMs) {
      const endMs = clock.monotonicMs() + timeoutMs
      const path = secretPath(place, repository, 'secret')
      const parse = place.kind === 'organization' ? parseOrganizationFacts : parseFacts
      const facts = judgeOutcome(await github.send({ method: 'GET', path }, timeoutMs), [200], parse)
      if (facts.kind !== 'done' || place.kind !== 'organization') return facts
      const { visibility } = facts.value.access
      if (visibility !== 'selected') return facts
      const ids = await getRepositoryIds(place, endMs - clock.monotonicMs())
      return ids.kind === 'done' ? { ...facts, value: { ...facts.value, access: { visibility, ...ids.value } } } : ids
    },
    async put(place, { text, key, access }, timeoutMs) {
      // Loaded only now, since most runs have nothing to seal; in the bundle it stands beside the rest all the same.
      const { seal } = await import(/* webpackMode: "eager" */ './sealed-box.ts')
      const box = seal(new TextEncoder().encode(text), key.bytes)
      if (box === undefined) return { kind: 'not-sent', code: 'NO_KEY' }
      const sealed = { encrypted_value: Buffer.from(box).toString('base64'), key_id: key.id }
      const body = place.kind === 'organization' ? { ...sealed, ...toBody(access) } : sealed
      const request = { method: 'PUT', path: secretPath(place, repository, 'secret'), body } as const
      return judgeOutcome(await github.send(request, timeoutMs), [201, 204], anything)
    },
    async delete(place, timeoutMs) {
      const path = secretPath(place, repository, 'secret')
      return judgeOutcome(await github.send({ method: 'DELETE', path }, timeoutMs), [204], anything)
    },
  }

  async function getRepositoryIds(
    place: Place,
    timeoutMs: number,
  ): Promise<SecretOutcome<Pick<Access, 'repositoryIds'>>> {
    const path = `${secretPath(place, repository, 'access')}?per_page=100`
    let total: unknown
    const itemsOf = (json: unknown): readonly unknown[] | undefined => {
      if (!isObject(json) || !Array.isArray(json['repositories'])) return undefined
      total = json['total_count']
      return json['repositories']
    }
    const pages = await getPages(github, { path, itemsOf, maxPages: MAX_PAGES }, clock, timeoutMs)
    if (pages.kind === 'failed') {
      const failed = judgeOutcome<Pick<Access, 'repositoryIds'>>(pages.outcome, [], () => undefined)
      // That would pass for a secret which is not there, and could be made anew for nobody to read.
      const isMissing = failed.kind === 'refused' && failed.statusCode === 404
      return isMissing ? inDoubt(404, failed.serverMs) : failed
    }
    const { serverMs } = pages
    const ids = pages.items.flatMap((item) => (isObject(item) && isId(item['id']) ? [item['id']] : []))
    const repositoryIds = [...new Set(ids)]
    // A token may see fewer than there are, and whoever sends those back takes the secret from the others.
    if (pages.isComplete && repositoryIds.length === total) return { kind: 'done', value: { repositoryIds }, serverMs }
    return inDoubt(200, serverMs)
  }
}

function inDoubt(statusCode: number, serverMs: number | undefined) {
  return { kind: 'in-doubt', statusCode, code: undefined, serverMs } as const
}

function toBody({ visibility, repositoryIds }: Access) {
  return { visibility, ...(visibility === 'selected' && { selected_repository_ids: repositoryIds }) }
}

function parseKey(json: unknown): PublicKey | undefined {
  if (!isObject(json)) return undefined
  const id = textOf(json, 'key_id')
  const bytes = Buffer.from(textOf(json, 'key'), 'base64')
  return id !== '' && bytes.length === 32 ? { id, bytes } : undefined
}

function parseFacts(json: unknown): SecretFacts | undefined {
  const updatedMs = isObject(json) ? Date.parse(textOf(json, 'updated_at')) : Number.NaN
  return Number.isNaN(updatedMs) ? undefined : { updatedMs, access: NO_ACCESS }
}

function parseOrganizationFacts(json: unknown): SecretFacts | undefined {
  const facts = parseFacts(json)
  const visibility = isObject(json) ? textOf(json, 'visibility') : ''
  return facts && visibility !== '' ? { ...facts, access: { visibility, repositoryIds: [] } } : undefined
}

const anything = (): object => ({})

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value)
}
