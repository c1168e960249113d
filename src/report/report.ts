import { afterAttempts, catalogue, type Reason } from '../catalogue/catalogue.ts'
import type { Category, Facts, Result, Stage } from '../catalogue/entry.ts'
import { fill } from '../catalogue/fill.ts'
import { adviceTemplates, notes } from '../catalogue/note.ts'
import type { Identity } from '../jira/identity.ts'
import type { ListedToken } from '../jira/tokens.ts'
import { type ExpiryStatus, isLive } from '../verdict/expiry.ts'
import type { AskedPermission, Gate } from '../verdict/gates.ts'
import type { Verdict } from '../verdict/judge.ts'
import { tokenPageOf } from '../verdict/notes.ts'
import type { Redactor } from './redact.ts'
import { plainText } from './untrusted.ts'

/**
 * The whole verdict: the JSON of the output `report`. Every text in it is plain and harmless. New properties may
 * come; a change to one that exists raises `schemaVersion`.
 */
export interface Report {
  readonly schemaVersion: 1
  readonly result: Result
  readonly category: Category
  readonly reason: Reason
  readonly stage: Stage
  readonly message: string
  readonly remedy: string
  /** Base URL of Jira; null where it cannot be read. */
  readonly jiraUrl: string | null
  /** HTTP status of the answer that decided. */
  readonly statusCode: number | null
  /** Who the token belongs to; null where that is not proven. Texts that Jira does not send are empty. */
  readonly identity: Identity | null
  readonly expiry: {
    readonly status: ExpiryStatus
    readonly tokenName: string
    /** ISO 8601 UTC; null where there is none. */
    readonly expiresAt: string | null
    /** Whole days, rounded down. */
    readonly daysLeft: number | null
  }
  /** The gates that were asked for; `holds` is null where one was not judged. */
  readonly gates: readonly Gate[]
  /** `PROJECT:PERMISSION`, or `PERMISSION` for a global one; empty also where none was asked for. */
  readonly missingPermissions: readonly string[]
  readonly advice: readonly string[]
  /** How many HTTP requests were made. */
  readonly requests: number
  readonly durationMs: number
}

/** A title and a message, as an annotation has them. */
export interface Words {
  readonly title: string
  readonly message: string
}

/** A live token of the account, to be shown. Times are milliseconds since the epoch. */
export interface ShownToken {
  readonly name: string
  readonly createdAt: number | undefined
  readonly expiresAt: ListedToken['expiresAt']
  readonly lastAccessedAt: number | undefined
}

/** Everything that is shown to anybody, in harmless plain text; each channel only adds its own escaping. */
export interface Presentation {
  readonly report: Report
  readonly title: string
  readonly remedySteps: readonly string[]
  readonly warnings: readonly Words[]
  /** Calm lines for the log. */
  readonly lines: readonly string[]
  /** The user, without an e-mail address; empty where it is not proven. */
  readonly user: string
  readonly permissions: readonly AskedPermission[]
  /** Whether permissions were asked about at all. */
  readonly permissionsWereAsked: boolean
  /** All of them, the first to expire first. */
  readonly tokens: readonly ShownToken[]
  readonly expiryWarnDays: number
  readonly expiryFailDays: number | undefined
  /** The page in Jira where the token is to be rotated; null where that is not what there is to do. */
  readonly tokenPage: string | null
  readonly nowMs: number
}

/** What the run adds to the verdict. */
export interface RunFacts {
  readonly requests: number
  readonly durationMs: number
  readonly nowMs: number
}

/**
 * Puts a verdict into words. This is the one place at which the server's text becomes harmless: nothing of it gets
 * out of here as it came in, and an e-mail address only as the identity's.
 */
export function present(verdict: Verdict, redactor: Redactor, run: RunFacts): Presentation {
  const { finding, identity, expiry } = verdict
  const plain = (text: string): string => plainText(text, redactor.redact)
  const text = (value: string): string => plainText(withoutEmail(value, identity), redactor.redact)
  const words = (template: string, facts: Facts): string => fill(template, harmless(facts, text, redactor.redact))
  const entry = catalogue[finding.reason]
  const remedySteps = entry.remedy.map((step) => words(step, finding.facts))
  const said = verdict.notes.map(({ code, isWarning, facts }) => ({
    isWarning,
    title: words(notes[code].title, facts),
    message: words(notes[code].message, facts),
  }))
  return {
    title: words(entry.title, finding.facts),
    remedySteps,
    warnings: said.filter(({ isWarning }) => isWarning).map(({ title, message }) => ({ title, message })),
    lines: said.filter(({ isWarning }) => !isWarning).map(({ message }) => message),
    user: text(verdict.user),
    permissions: verdict.asked,
    permissionsWereAsked: verdict.missing !== null,
    tokens: showTokens(verdict, text, run.nowMs),
    expiryWarnDays: verdict.expiryWarnDays,
    expiryFailDays: verdict.expiryFailDays,
    tokenPage: showTokenPage(verdict, redactor),
    nowMs: run.nowMs,
    report: {
      schemaVersion: 1,
      result: entry.result,
      category: entry.category,
      reason: finding.reason,
      stage: verdict.stage,
      message: words(entry.message + afterAttempts, finding.facts),
      remedy: remedySteps.join(' '),
      jiraUrl: verdict.jiraUrl === null ? null : redactor.redact(verdict.jiraUrl),
      statusCode: finding.statusCode,
      identity: identity === null ? null : harmlessIdentity(identity, plain),
      expiry: {
        status: expiry.status,
        tokenName: text(expiry.tokenName),
        expiresAt: expiry.expiresAt === undefined ? null : new Date(expiry.expiresAt).toISOString(),
        daysLeft: expiry.daysLeft ?? null,
      },
      gates: verdict.gates,
      missingPermissions: verdict.missing ?? [],
      advice: verdict.advice.map(({ code, facts }) => words(adviceTemplates[code], facts)),
      requests: run.requests,
      durationMs: run.durationMs,
    },
  }
}

/** These come from the inputs and were found to be plain; the `::` of an IPv6 address in them has to stay. */
const OWN_FACTS = new Set(['jira', 'host', 'proxy', 'proxyVariable', 'tokenPage'])

function harmless(facts: Facts, text: (value: string) => string, redact: (value: string) => string): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, value && (OWN_FACTS.has(name) ? redact : text)(String(value))]),
  )
}

function harmlessIdentity(identity: Identity, plain: (text: string) => string): Identity {
  const { name, key, accountId, displayName, emailAddress, active, timeZone, locale } = identity
  return {
    name: plain(name),
    key: plain(key),
    accountId: plain(accountId),
    displayName: plain(displayName),
    emailAddress: plain(emailAddress),
    active,
    timeZone: plain(timeZone),
    locale: plain(locale),
  }
}

/** The user's e-mail address is an output, but stands in no text: a token may be named after it. */
function withoutEmail(value: string, identity: Identity | null): string {
  const email = identity?.emailAddress ?? ''
  return email.includes('@') ? value.replace(new RegExp(RegExp.escape(email), 'gi'), '(e-mail address)') : value
}

function showTokens(verdict: Verdict, text: (value: string) => string, nowMs: number): readonly ShownToken[] {
  return verdict.tokens
    .filter((token) => isLive(token, nowMs))
    .toSorted((a, b) => expiryOrder(a) - expiryOrder(b))
    .map(({ name, createdAt, expiresAt, lastAccessedAt }) => ({
      name: text(name),
      createdAt,
      expiresAt,
      lastAccessedAt,
    }))
}

function expiryOrder({ expiresAt }: ListedToken): number {
  return typeof expiresAt === 'number' ? expiresAt : Number.MAX_VALUE
}

const REASONS_TO_ROTATE: ReadonlySet<Reason> = new Set(['token-rejected', 'token-expiring'])

/** A link is shown as it is or not at all. */
function showTokenPage({ finding, jiraUrl, notes }: Verdict, { redact }: Redactor): string | null {
  const isToBeRotated =
    REASONS_TO_ROTATE.has(finding.reason) ||
    notes.some(({ isWarning, facts }) => isWarning && facts.tokenPage !== undefined)
  if (jiraUrl === null || !isToBeRotated) return null
  const page = tokenPageOf(jiraUrl)
  return redact(page) === page ? page : null
}
