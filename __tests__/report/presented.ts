import { words } from '../../src/products/jira/words.ts'
import type { Presentation } from '../../src/report/presentation.ts'
import type { Report } from '../../src/report/report.ts'
import { identityOf } from '../verdict/asked-for.ts'

/** What a test changes of {@link presented}. */
export type Changes = Partial<Omit<Presentation, 'report'>> & { report?: Partial<Report> }

/** A token that Jira accepts, and all that there is to tell of it. */
export function presented({ report, ...changes }: Changes = {}): Presentation {
  return {
    words,
    title: 'Jira accepts the token',
    happened: 'Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci).',
    remedySteps: [],
    warnings: [],
    lines: ['The token “ci” expires on 2027-02-10 (80 days left).'],
    user: 'CI Service (svc-ci)',
    permissions: [],
    tokens: [],
    moreTokens: 0,
    expiryWarnDays: 14,
    expiryFailDays: undefined,
    tokenPage: null,
    nowMs: Date.parse('2026-11-22T12:00:00Z'),
    ...changes,
    report: {
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
      expiry: { status: 'ok', tokenName: 'ci', expiresAt: '2027-02-10T12:00:00.000Z', daysLeft: 80 },
      gates: [{ gate: 'user-active', holds: true }],
      missingPermissions: [],
      advice: [],
      requests: 2,
      durationMs: 250,
      ...report,
    },
  }
}

/** A token that Jira rejects. */
export function rejected(report: Partial<Report> = {}): Presentation {
  return presented({
    title: 'Jira rejected the token (401)',
    happened: 'Jira at https://jira.example.com answered HTTP 401 and does not accept the token.',
    remedySteps: ['Create a new token.', 'Update the secret.'],
    lines: [],
    user: '',
    report: {
      result: 'refused',
      category: 'unauthorized',
      reason: 'token-rejected',
      message: 'Jira at https://jira.example.com answered HTTP 401 and does not accept the token.',
      remedy: 'Create a new token. Update the secret.',
      statusCode: 401,
      identity: null,
      expiry: { status: 'not-checked', tokenName: '', expiresAt: null, daysLeft: null },
      gates: [{ gate: 'user-active', holds: null }],
      requests: 1,
      ...report,
    },
  })
}
