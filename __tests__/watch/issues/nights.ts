/** Nights of a watch against the stand-in GitHub, and a notation for the issues before and after them. */
import { onTestFinished } from 'vitest'
import type { Clock } from '../../../src/base/clock.ts'
import { catalogue } from '../../../src/catalogue/catalogue.ts'
import { type Reason, reasonTable } from '../../../src/catalogue/reasons.ts'
import { createGitHub, type GitHub } from '../../../src/github/api.ts'
import { hashOf } from '../../../src/watch/issues/identity.ts'
import { type IssuesResult, type Night, updateIssues } from '../../../src/watch/issues/update-issues.ts'
import type { ExpiryState, WatchedToken } from '../../../src/watch/watched-token.ts'
import {
  createGitHubIssues,
  type GitHubIssuesOptions,
  type StandInGitHub,
  startGitHubIssues,
} from '../../support/github-issues.ts'
import { bot, type StoredIssue, type StoredUser } from '../../support/github-repository.ts'
import { never } from '../../support/reply.ts'
import { directGitHub } from './direct-github.ts'
import { clockAt } from './night-clock.ts'

export const listPath = '.github/jira-tokens.yml'
export const jira = 'https://jira.example.com'
export const partner = 'https://partner.example.com/jira'

/** A night at 04:23. */
export const firstNight = Date.UTC(2026, 2, 1, 4, 23)
export const hourMs = 60 * 60 * 1000
export const dayMs = 24 * hourMs

export type SeenState = 'well' | ExpiryState | Exclude<Reason, 'authenticated'>

/** A token as the sweep hands it on. */
export function token(secret: string, state: SeenState, changes: Partial<WatchedToken> = {}): WatchedToken {
  const isReason = state in catalogue
  const reason = isReason ? (state as Reason) : 'authenticated'
  const { result, category } = reasonTable[reason]
  const isConfiguration = category === 'configuration'
  const expiryState = state === 'well' || isReason ? null : (state as ExpiryState)
  return {
    schemaVersion: 2,
    product: 'jira',
    result,
    category,
    reason,
    stage: isConfiguration ? 'inputs' : 'authentication',
    message: `What was seen of ${secret}.`,
    remedy: 'Do something about it.',
    baseUrl: jira,
    statusCode: null,
    identity: null,
    expiry: { status: 'ok', tokenName: 'ci', expiresAt: '2026-03-12T08:00:00.000Z', daysLeft: 11 },
    gates: [],
    missingPermissions: [],
    advice: [],
    requests: 1,
    durationMs: 100,
    secret,
    owner: '@octocat',
    usedBy: 'build',
    asked: true,
    unaskedBecause: null,
    title: `Title of ${state}`,
    steps: ['Do something about it.'],
    expiryState,
    rotatedAt: null,
    hasRotationStopped: false,
    ...changes,
  }
}

/** A token that was not asked about. */
export const unasked = (secret: string, because: 'server' | 'time' | 'no-report'): WatchedToken =>
  token(secret, because === 'no-report' ? 'internal-error' : 'timeout', { asked: false, unaskedBecause: because })

export const night = (tokens: readonly WatchedToken[], changes: Partial<Night> = {}): Night => ({
  report: { schemaVersion: 2, list: listPath, checkedAt: '2026-03-01T04:23:00Z', tokens },
  list: { name: undefined, path: listPath, unsound: undefined, isRead: true },
  label: 'jira-token',
  repository: 'octo-org/octo-repo',
  eventName: 'schedule',
  ref: 'refs/heads/main',
  event: {},
  redact: (text) => text,
  ...changes,
})

export interface Nights {
  github: StandInGitHub
  /** The time by everybody's clock. */
  nowMs: number
  run(what: Night, timeoutMs?: number): Promise<IssuesResult>
  /** The same, by a process that ends for ever at its request of that number, before it is sent or before its answer. */
  runUntil(what: Night, number: number, when: 'before' | 'after'): Promise<void>
  /** All issues, one a line. */
  show(): readonly string[]
}

/** A GitHub, at the first night, until the test is over. @param before issues, in the notation of {@link addIssue} */
export async function startNights(before: readonly string[] = [], options: GitHubIssuesOptions = {}): Promise<Nights> {
  const date = { nowMs: firstNight }
  const github = await startGitHubIssues({ now: () => date.nowMs, ...options })
  onTestFinished(() => github.close())
  const userAgent = 'jira-pat-check/1.2.3'
  const { url: baseUrl, token } = github
  return nightsOf(date, before, github, (clock) =>
    createGitHub({ baseUrl, token, proxy: undefined, userAgent, readSystemCa: () => [] }, clock),
  )
}

/** The same without sockets. */
export function directNights(before: readonly string[] = [], options: GitHubIssuesOptions = {}): Nights {
  const date = { nowMs: firstNight }
  const github = createGitHubIssues({ now: () => date.nowMs, ...options })
  return nightsOf(date, before, github, (clock) => directGitHub(github, clock))
}

function nightsOf(
  date: { nowMs: number },
  before: readonly string[],
  github: StandInGitHub,
  connect: (clock: Clock) => GitHub,
): Nights {
  for (const line of before) addIssue(github, line)
  const start = (what: Night, timeoutMs: number, around = (api: GitHub): GitHub => api): Promise<IssuesResult> => {
    const clock = clockAt(date.nowMs)
    return updateIssues(what, { github: around(connect(clock)), clock, deadlineMs: clock.monotonicMs() + timeoutMs })
  }
  return Object.assign(date, {
    github,
    run: (what: Night, timeoutMs = 300_000) => start(what, timeoutMs),
    runUntil: (what: Night, number: number, when: 'before' | 'after') =>
      new Promise<void>((resolve) => {
        const ending = (api: GitHub): GitHub => {
          let count = 0
          const send: GitHub['send'] = async (request, timeoutMs) => {
            count += 1
            const isLast = count >= number
            const outcome = isLast && when === 'before' ? undefined : await api.send(request, timeoutMs)
            if (outcome !== undefined && !isLast) return outcome
            resolve()
            return never
          }
          return { send, requestCount: 0 }
        }
        void start(what, 300_000, ending).then(() => resolve())
      }),
    show: () => github.repository.issues.map(showIssue),
  })
}

const identities: Record<string, string> = {
  CI: 'secret:CI',
  RELEASE: 'secret:RELEASE',
  GONE: 'secret:GONE',
  SILENT: 'secret:SILENT',
  DOUBLE: 'secret:DOUBLE',
  WELL: 'secret:WELL',
  OTHER: 'secret:OTHER',
  jira,
  partner,
  list: 'list',
}

/**
 * Adds an issue: `open CI token-rejected 1: new 0, token-rejected 1` is the open issue of the token CI with that state
 * and number in its marker, and two comments of ours. Instead of `open`: `completed`, `not_planned`, `duplicate`. With
 * `-13h` or `-91d` at the end it was opened, and closed, so long ago.
 */
export function addIssue({ repository }: StandInGitHub, line: string): StoredIssue {
  const match = /^(\S+) (\S+) (\S+) (\d+)(?:: (.*?))?(?: -(\d+)([hd]))?$/.exec(line)
  if (match === null) throw new Error(`No issue: ${line}`)
  const [, how = '', subject = '', state = '', n = '', said, ago, unit] = match
  const now = repository.options.now()
  const at = new Date(now - Number(ago ?? 0) * (unit === 'h' ? hourMs : dayMs)).toISOString()
  const marker = `<!-- jira-pat-check 1 ${hashOf(listPath)} ${hashOf(identities[subject] ?? '')} ${state} ${n} -->`
  const issue = repository.add({
    title: `Issue of ${subject}`,
    body: `People before.\n${marker}\n- Owner: \`@\u200Boctocat\`\n<!-- jira-pat-check end -->\nPeople after.`,
    labels: ['jira-token'],
    state: how === 'open' ? 'open' : 'closed',
    state_reason: how === 'open' ? null : (how as StoredIssue['state_reason']),
    created_at: at,
    updated_at: at,
    closed_at: how === 'open' ? null : at,
  })
  for (const told of said?.split(', ') ?? []) say(repository, issue, told)
  issue.updated_at = at
  return issue
}

/** A comment in which a state was told, by us unless somebody else is named. */
export function say(repository: StandInGitHub['repository'], issue: StoredIssue, told: string, user: StoredUser = bot) {
  repository.comment(issue, `Something.\n\n<!-- jira-pat-check said ${told} -->`, user)
}

/** An issue in the same notation, with those who are assigned, and after an arrow those whom comments mention. */
export function showIssue(issue: StoredIssue): string {
  const body = issue.body ?? ''
  const [, list, identity, state, n] = /^<!-- jira-pat-check 1 (\S+) (\S+) (\S+) (\d+) -->$/m.exec(body) ?? []
  const subject = Object.entries(identities).find(([, name]) => hashOf(name) === identity)?.[0] ?? '?'
  const said = issue.comments.flatMap(({ body: text }) => /<!-- jira-pat-check said (.*?) -->/.exec(text)?.[1] ?? [])
  const mentions = issue.comments.flatMap(({ body: text }) => mentionsIn(text))
  return [
    issue.state === 'open' ? 'open' : issue.state_reason,
    ...(list === undefined ? ['unmarked'] : [subject, state, n]),
    ...(said.length === 0 ? [] : [`: ${said.join(', ')}`]),
    ...(issue.assignees.length === 0 ? [] : [`[${issue.assignees.join(' ')}]`]),
    ...(mentions.length === 0 ? [] : [`→ ${mentions.join(' ')}`]),
  ]
    .join(' ')
    .replace(' : ', ': ')
}

/** Whom GitHub would mail: what is in code is none. */
export function mentionsIn(text: string): readonly string[] {
  const bare = text.replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
  return Array.from(bare.matchAll(/(?<![\w`/])@([\w-]+(?:\/[\w-]+)?)/g), ([, name = '']) => name)
}
