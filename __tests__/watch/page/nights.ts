import type { PageContext } from '../../../src/watch/page/context.ts'
import type { WatchedToken, WatchReport } from '../../../src/watch/watched-token.ts'
import { dayMs, identityOf, nowMs } from '../../verdict/asked-for.ts'

/** What a test changes of {@link watched}. */
export type Changes = Partial<WatchedToken>

const noExpiry = { status: 'not-checked', tokenName: '', expiresAt: null, daysLeft: null } as const

/** A moment so many days after the night of the tests. */
export const inDays = (days: number): string => new Date(nowMs + days * dayMs).toISOString()

/** The expiry of a token that is known, so many days from then. */
export const expiryIn = (days: number, tokenName = 'ci', status: WatchedToken['expiry']['status'] = 'ok') => ({
  status,
  tokenName,
  expiresAt: inDays(days),
  daysLeft: Math.floor(days),
})

/** A token that is well, and whatever is changed. */
export function watched(secret: string, changes: Changes = {}): WatchedToken {
  return {
    schemaVersion: 2,
    product: 'jira',
    result: 'usable',
    category: 'ok',
    reason: 'authenticated',
    stage: 'authentication',
    message: 'Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci).',
    remedy: '',
    baseUrl: 'https://jira.example.com',
    statusCode: 200,
    identity: identityOf(),
    expiry: expiryIn(80),
    gates: [{ gate: 'user-active', holds: true }],
    missingPermissions: [],
    advice: [],
    requests: 2,
    durationMs: 250,
    secret,
    owner: '@octocat',
    usedBy: 'build, release',
    asked: true,
    unaskedBecause: null,
    title: 'Jira accepts the token',
    steps: [],
    expiryState: null,
    rotatedAt: null,
    hasRotationStopped: false,
    ...changes,
  }
}

export const rejected = (secret: string, changes: Changes = {}): WatchedToken =>
  watched(secret, {
    result: 'refused',
    category: 'unauthorized',
    reason: 'token-rejected',
    message:
      'Jira at https://jira.example.com answered HTTP 401 and does not accept the token. It has expired, was revoked, or was never one of this Jira.',
    statusCode: 401,
    identity: null,
    expiry: noExpiry,
    gates: [{ gate: 'user-active', holds: null }],
    title: 'Jira rejected the token (401)',
    steps: [
      `Create a new token in Jira: https://jira.example.com/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens`,
      `Put it into the secret ${secret}.`,
      'Run the workflow again.',
    ],
    requests: 1,
    ...changes,
  })

export const expiring = (secret: string, days: number, changes: Changes = {}): WatchedToken =>
  watched(secret, {
    expiry: expiryIn(days, 'deploy', 'expiring'),
    expiryState: 'expiring',
    title: 'The Jira token expires soon',
    steps: [
      'Create a new token in Jira: https://jira.example.com/secure/ViewProfile.jspa.',
      'Store it in the secret.',
      'Then revoke the old one.',
    ],
    ...changes,
  })

export const ambiguous = (secret: string, days: number, changes: Changes = {}): WatchedToken =>
  expiring(secret, days, {
    expiry: expiryIn(days, 'laptop', 'ambiguous'),
    expiryState: 'ambiguous',
    title: 'A Jira token of this account expires soon',
    steps: [
      'Set token-name to the name of the token that is in the secret: then its own date counts.',
      'If it is the one that expires: create a new token.',
    ],
    ...changes,
  })

export const undated = (secret: string, changes: Changes = {}): WatchedToken =>
  watched(secret, {
    expiry: { status: 'unknown', tokenName: '', expiresAt: null, daysLeft: null },
    expiryState: 'expiry-unknown',
    title: 'The expiry of the Jira token is not known',
    steps: ['Compare token-name (“nightly”) with the names of that user’s tokens in Jira, or leave it out.'],
    ...changes,
  })

export const down = (secret: string, changes: Changes = {}): WatchedToken =>
  watched(secret, {
    result: 'unknown',
    category: 'connection',
    reason: 'timeout',
    message:
      'https://partner.example.com/jira did not answer within 10 s. Whether the token is good is not known: the server, or something before it, is slow or drops what it does not know.',
    baseUrl: 'https://partner.example.com/jira',
    statusCode: null,
    identity: null,
    expiry: noExpiry,
    title: 'Jira did not answer in time',
    steps: [
      'Open https://partner.example.com/jira in a browser from the same network.',
      'Ask the operator of that Jira.',
    ],
    durationMs: 10_000,
    ...changes,
  })

export const unasked = (secret: string, changes: Changes = {}): WatchedToken =>
  down(secret, { asked: false, unaskedBecause: 'server', requests: 0, durationMs: 0, ...changes })

export const missing = (secret: string, changes: Changes = {}): WatchedToken =>
  watched(secret, {
    result: 'misconfigured',
    category: 'configuration',
    reason: 'token-missing',
    message: `The variable ${secret} is empty.`,
    statusCode: null,
    identity: null,
    expiry: noExpiry,
    asked: false,
    title: 'There is no token',
    steps: [`Hand the secret to the step: env: ${secret}: \${{ secrets.${secret} }}`],
    requests: 0,
    durationMs: 0,
    ...changes,
  })

/** One night with one token, which expires soon. */
const one = [expiring('JIRA_PAT_CI', 11)]

/** One of each state that people meet. */
const seven = [
  rejected('JIRA_PAT_CI', { owner: '@octocat' }),
  expiring('JIRA_PAT_DEPLOY', 11, { owner: '@octo-org/release-engineering' }),
  down('JIRA_PAT_PARTNER', { owner: 'the partner desk', usedBy: 'nightly export' }),
  unasked('JIRA_PAT_PARTNER_SYNC', { owner: '', usedBy: '' }),
  undated('JIRA_PAT_NIGHTLY', { owner: '@hubot' }),
  watched('JIRA_PAT_RELEASE', {
    owner: '@octocat',
    identity: identityOf({ name: 'svc-release', key: 'JIRAUSER2', displayName: 'Zoë Ångström 山田太郎' }),
    expiry: expiryIn(240, 'github-release-261101-0f1e2d3c-7k2p'),
    advice: [
      'Tokens of the account that nobody has used for 90 days: “laptop”, “old script”. Revoke them if nothing needs them.',
      'Zoë Ångström administers this Jira. A token for a pipeline is safer with a user who has just the permissions that it needs.',
    ],
  }),
  watched('JIRA_PAT_LEGACY', {
    owner: 'whoever is on call',
    expiry: { status: 'never', tokenName: 'legacy', expiresAt: null, daysLeft: null },
    advice: ['The token “legacy” never expires. A token that lives 90 days limits the harm if it leaks.'],
  }),
]

const owners = ['@octocat', '@octo-org/release', '@hubot', 'the platform team', '', '@monalisa']

const hostOf = (index: number): string => `https://jira-${index % 10}.example.com`

const many = (count: number): WatchedToken[] =>
  Array.from({ length: count }, (_, index) => {
    const secret = `JIRA_PAT_${['BUILD', 'DEPLOY', 'RELEASE', 'NIGHTLY', 'EXPORT'][index % 5]}_${index}`
    const common: Changes = {
      owner: owners[index % owners.length] ?? '',
      usedBy: ['build', 'release, deploy', 'nightly'][index % 3] ?? '',
    }
    const user = identityOf({
      name: `svc-${index % 17}`,
      key: `JIRAUSER${index % 17}`,
      displayName: `Service ${index % 17}`,
    })
    if (index % 25 === 3) return rejected(secret, { ...common, baseUrl: hostOf(index) })
    if (index % 25 === 7)
      return expiring(secret, 1 + (index % 14), { ...common, baseUrl: hostOf(index), identity: user })
    if (index % 10 === 9) return index < 20 ? down(secret, common) : unasked(secret, common)
    if (index % 50 === 11) return ambiguous(secret, 6, { ...common, baseUrl: hostOf(index), identity: user })
    return watched(secret, {
      ...common,
      baseUrl: hostOf(index),
      identity: user,
      expiry:
        index % 13 === 4
          ? { status: 'never', tokenName: 'forever', expiresAt: null, daysLeft: null }
          : expiryIn(20 + ((index * 37) % 340), `token ${index}`),
      advice:
        index % 13 === 4
          ? ['The token “forever” never expires. A token that lives 90 days limits the harm if it leaks.']
          : [],
    })
  })

/** @returns a night of so many tokens, `1` and `7` of which are known by heart */
export function nightOf(count: number): WatchReport {
  return reportOf(count === 1 ? one : count === 7 ? seven : many(count))
}

export function reportOf(tokens: readonly WatchedToken[], changes: Partial<WatchReport> = {}): WatchReport {
  return { schemaVersion: 2, list: 'release', checkedAt: new Date(nowMs).toISOString(), tokens, ...changes }
}

export function contextOf(changes: Partial<PageContext> = {}): PageContext {
  return {
    nowMs,
    problem: null,
    issuesToFollow: 0,
    htmlPage: '',
    documentationOf: (reason) => `https://github.com/jira-pat-check/jira-pat-check/blob/v2/docs/reasons.md#${reason}`,
    ...changes,
  }
}

/** A list that cannot be read. */
export const unsound = {
  title: 'The list of tokens cannot be read',
  message: '.github/jira-tokens.yml, line 7, column 5: “secrets” is no key of an entry.',
  steps: ['Write “secret”.', 'Validate the list by a run of the workflow on your branch.'],
}
