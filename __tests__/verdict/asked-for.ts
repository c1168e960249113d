import type { Inputs } from '../../src/inputs/inputs.ts'
import type { Identity } from '../../src/verdict/identity.ts'
import type { ListedToken } from '../../src/verdict/listed-token.ts'
import type { Holding, PlaceAccess } from '../../src/verdict/permissions.ts'
import { inputsByDefault } from '../inputs/source.ts'

export const dayMs = 24 * 60 * 60 * 1000

/** The moment of every check in these tests. */
export const nowMs = Date.parse('2026-11-22T12:00:00Z')

/** What a check was asked for: nothing but the identity and the expiry, and whatever is changed. */
export function inputsOf(changes: Partial<Inputs> = {}): Inputs {
  return {
    ...inputsByDefault(),
    baseUrl: 'https://jira.example.com/jira',
    credentials: { scheme: 'Bearer', token: 'a-token' },
    ...changes,
  }
}

/** A user of Data Center. */
export function identityOf(changes: Partial<Identity> = {}): Identity {
  return {
    name: 'svc-ci',
    key: 'JIRAUSER10000',
    accountId: '',
    displayName: 'CI Service',
    emailAddress: 'svc-ci@example.com',
    active: true,
    timeZone: 'Europe/Berlin',
    locale: 'en_US',
    ...changes,
  }
}

/** A token of the list, ten days old and used a minute ago; its expiry in days from now, or as it stands. */
export function tokenOf(name: string, daysLeft: number | 'never' | 'unreadable', changes: Partial<ListedToken> = {}) {
  return {
    name,
    expiresAt: typeof daysLeft === 'number' ? nowMs + daysLeft * dayMs : daysLeft,
    createdAt: nowMs - 10 * dayMs,
    lastAccessedAt: nowMs - 60_000,
    ...changes,
  }
}

/** What the user may do in a project, or globally where it is undefined. */
export function accessTo(place: string | undefined, holdings: Record<string, Holding>): PlaceAccess {
  const permissions = {
    holdings: new Map(Object.entries(holdings)),
    global: new Set<string>(),
    known: [],
    isAdministrator: false,
  }
  return { gate: 'projects', place, permissions, statusCode: 200 }
}

/** A project that the user cannot see. */
export const invisible = (place: string): PlaceAccess => ({
  gate: 'projects',
  place,
  permissions: undefined,
  statusCode: 404,
})
