import { createHash } from 'node:crypto'

const DAY_MS = 24 * 60 * 60 * 1000

/** Somebody who may have tokens in the stand-in Jira. */
export interface Account {
  readonly key: string
  readonly name: string
  /** May delete everybody's tokens. */
  readonly isAdministrator?: boolean
}

export interface Token {
  readonly id: number
  /** The key of its account. */
  readonly owner: string
  readonly name: string
  /** The value, which the server shows once. */
  readonly raw: string
  readonly createdAtMs: number
  /** Undefined: never. */
  readonly expiringAtMs: number | undefined
  /** Every moment of its use, in order. */
  readonly usedAtMs: number[]
  deletedAtMs?: number
}

/** What an administrator can set, and what differs from one Jira to the other. */
export interface TokenPolicy {
  /** How many tokens an account may have, expired ones included. */
  limit: number
  /** The longest life that a token may be made with. */
  maxDays: number
  /** Whether tokens may be made that never expire. */
  eternal: boolean
  /** Whether a name may be given once only. */
  uniqueNames: boolean
  /** By how much the list is behind, as on a node of a cluster. */
  listLagMs: number
  /** By how much `lastAccessedAt` is behind; undefined: it is not shown at all. */
  useLagMs: number | undefined
  /** How long a new token is refused, as on another node of the cluster. */
  replicationMs: number
  /** Refuses every creation with this status: a server that lets no token make tokens. */
  creationRefused: 302 | 401 | 403 | 404 | undefined
  /** The status of a creation. */
  createdStatus: 200 | 201
}

export const jiraPolicy: TokenPolicy = {
  limit: 10,
  maxDays: 365,
  eternal: true,
  uniqueNames: false,
  listLagMs: 0,
  useLagMs: 60_000,
  replicationMs: 0,
  creationRefused: undefined,
  createdStatus: 201,
}

/** What the server refuses, with the class that it names. */
export interface Refused {
  readonly status: number
  readonly exception: string
  readonly error: string
}

export interface TokenStore {
  readonly policy: TokenPolicy
  readonly accounts: readonly Account[]
  /** All that there ever were, in the order of their creation. */
  readonly tokens: readonly Token[]
  /** Puts a token there that is older than the test: in days from now, negative for the past. */
  plant(token: Planted): Token
  isLive(token: Token): boolean
  find(raw: string): Token | undefined
  /** What logs a request in, and is noted as a use. */
  authenticate(raw: string): { account: Account; token: Token } | undefined
  create(account: Account, name: unknown, days: unknown): Token | Refused
  /** @returns undefined: it is gone, or never was */
  remove(account: Account, id: number): Refused | undefined
  /** As the list shows them. */
  list(account: Account): readonly (Token & { lastAccessedAtMs: number | undefined })[]
}

export interface Planted {
  readonly name: string
  readonly owner?: string
  readonly createdDays: number
  /** Undefined: never. */
  readonly expiresDays?: number | undefined
  readonly usedDays?: number | undefined
}

/** The account whose token is rotated, another one, and an administrator. */
export const accounts: readonly Account[] = [
  { key: 'JIRAUSER10000', name: 'svc-ci' },
  { key: 'JIRAUSER10001', name: 'jane' },
  { key: 'JIRAUSER10002', name: 'admin', isAdministrator: true },
]

/**
 * The tokens of a Jira: made, listed, used, deleted and expired by a clock of its own.
 * The order of what is refused is the plug-in's.
 */
export function createTokenStore(now: () => number, changes: Partial<TokenPolicy> = {}): TokenStore {
  const policy: TokenPolicy = { ...jiraPolicy, ...changes }
  const tokens: Token[] = []
  const add = (token: Omit<Token, 'id' | 'raw' | 'usedAtMs'>, usedAtMs: number[] = []): Token => {
    const id = 58 + tokens.length
    const added = { ...token, id, raw: rawToken(id), usedAtMs }
    tokens.push(added)
    return added
  }
  const exists = (token: Token): boolean => token.deletedAtMs === undefined
  const isLive = (token: Token): boolean =>
    exists(token) && (token.expiringAtMs === undefined || token.expiringAtMs > now())

  return {
    policy,
    accounts,
    tokens,
    plant({ name, owner = 'JIRAUSER10000', createdDays, expiresDays, usedDays }) {
      const moment = (days: number | undefined) => (days === undefined ? undefined : now() + days * DAY_MS)
      return add(
        { owner, name, createdAtMs: now() + createdDays * DAY_MS, expiringAtMs: moment(expiresDays) },
        usedDays === undefined ? [] : [now() + usedDays * DAY_MS],
      )
    },
    isLive,
    find: (raw) => tokens.find((token) => token.raw === raw),
    authenticate(raw) {
      const token = tokens.find((candidate) => candidate.raw === raw)
      const account = accounts.find(({ key }) => key === token?.owner)
      if (token === undefined || account === undefined || !isLive(token)) return undefined
      if (now() - token.createdAtMs < policy.replicationMs) return undefined
      token.usedAtMs.push(now())
      return { account, token }
    },
    create(account, name, days) {
      if (typeof name !== 'string' || name.trim() === '') return invalid('Token name is required')
      if (name.length > 40) return invalid('Token name is longer than 40 characters')
      const isNumber = typeof days === 'number' && Number.isInteger(days)
      if (days !== undefined && days !== null && !isNumber) return invalid('Not a number of days')
      if (isNumber && days > policy.maxDays) return invalid(`Tokens live for ${policy.maxDays} days at most`)
      if (isNumber && days <= 0) return invalid('Tokens live for a day at least')
      const own = tokens.filter((token) => token.owner === account.key && exists(token))
      if (own.length >= policy.limit) return tooMany(policy.limit)
      if (!isNumber && !policy.eternal) return invalid('Tokens that never expire are disabled')
      if (policy.uniqueNames && own.some((token) => token.name === name)) return invalid('That name is taken')
      const createdAtMs = now()
      const expiringAtMs = isNumber ? createdAtMs + days * DAY_MS : undefined
      return add({ owner: account.key, name, createdAtMs, expiringAtMs })
    },
    remove(account, id) {
      const token = tokens.find((candidate) => candidate.id === id && exists(candidate))
      if (token === undefined) return undefined
      if (token.owner !== account.key && !account.isAdministrator) return notYours
      token.deletedAtMs = now()
      return undefined
    },
    list(account) {
      const asOfMs = now() - policy.listLagMs
      return tokens
        .filter(({ owner, createdAtMs, deletedAtMs }) => {
          return owner === account.key && createdAtMs <= asOfMs && (deletedAtMs === undefined || deletedAtMs > asOfMs)
        })
        .map((token) => {
          const { useLagMs } = policy
          const shown = useLagMs === undefined ? undefined : token.usedAtMs.findLast((atMs) => atMs <= now() - useLagMs)
          return { ...token, lastAccessedAtMs: shown }
        })
    },
  }
}

/** Jira's own form: base64, unpadded, of twelve digits, a colon and twenty bytes. Which ones follows from the id. */
function rawToken(id: number): string {
  const bytes = createHash('sha1').update(`the bytes of token ${id}`).digest()
  return Buffer.concat([Buffer.from(`${271_828_000_000 + id}:`), bytes])
    .toString('base64')
    .replace(/=+$/, '')
}

const invalid = (error: string): Refused => ({ status: 400, exception: 'java.lang.IllegalArgumentException', error })

const tooMany = (limit: number): Refused => ({
  status: 403,
  exception: 'com.atlassian.pats.exception.UserTokenLimitExceededException',
  error: `You can't create more than ${limit} tokens.`,
})

const notYours: Refused = {
  status: 401,
  exception: 'com.atlassian.sal.api.permission.AuthorisationException',
  error: 'Requesting user is unauthorized to perform this operation',
}
