import type { SealedBox } from './sealed-box.ts'

/** Where secrets stand: `repository`, `environment NAME` or `organization`. */
export type Shelf = string

export interface Secret {
  readonly shelf: Shelf
  readonly name: string
  readonly value: string
  readonly createdAtMs: number
  readonly updatedAtMs: number
  /** Of an organisation's. */
  readonly visibility?: 'all' | 'private' | 'selected' | undefined
  /** The ids of the repositories that see it, where it is for selected ones. */
  readonly selected?: readonly number[] | undefined
}

export interface SecretStoreOptions {
  readonly now: () => number
  readonly box: SealedBox
  readonly owner?: string
  readonly repository?: string
  readonly environments?: readonly string[]
  /** The token that may write. */
  readonly token?: string
}

export interface SecretStore {
  readonly owner: string
  readonly repository: string
  readonly environments: readonly string[]
  readonly box: SealedBox
  /** The token that may write. */
  readonly token: string
  /** The shelves that the token may not touch. */
  readonly closed: Set<Shelf>
  get(shelf: Shelf, name: string): Secret | undefined
  all(): readonly Secret[]
  /** @returns whether it is new */
  put(secret: Pick<Secret, 'shelf' | 'name' | 'value' | 'visibility' | 'selected'>): boolean
  /** @returns whether it was there */
  remove(shelf: Shelf, name: string): boolean
  /** Puts a secret there that was written before: negative days from now. */
  plant(secret: Pick<Secret, 'shelf' | 'name' | 'value' | 'visibility' | 'selected'>, updatedDays: number): void
}

/** The secrets of a repository, of its environments and of its organisation. */
export function createSecretStore(options: SecretStoreOptions): SecretStore {
  const { now, box, owner = 'octo-org', repository = 'octo-repo' } = options
  const { environments = ['production', 'staging / eu'], token = 'ghs_the_token_of_an_app_16_that_may' } = options
  const secrets = new Map<string, Secret>()
  const keyOf = (shelf: Shelf, name: string): string => `${shelf}\n${name.toUpperCase()}`
  return {
    owner,
    repository,
    environments,
    box,
    token,
    closed: new Set(),
    get: (shelf, name) => secrets.get(keyOf(shelf, name)),
    all: () => [...secrets.values()],
    put(secret) {
      const key = keyOf(secret.shelf, secret.name)
      const before = secrets.get(key)
      // GitHub's dates have no milliseconds.
      const updatedAtMs = Math.floor(now() / 1000) * 1000
      secrets.set(key, { ...secret, createdAtMs: before?.createdAtMs ?? updatedAtMs, updatedAtMs })
      return before === undefined
    },
    remove: (shelf, name) => secrets.delete(keyOf(shelf, name)),
    plant(secret, updatedDays) {
      const updatedAtMs = Math.floor(now() / 1000) * 1000 + updatedDays * 24 * 60 * 60 * 1000
      secrets.set(keyOf(secret.shelf, secret.name), { ...secret, createdAtMs: updatedAtMs, updatedAtMs })
    },
  }
}
