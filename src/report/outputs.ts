import type { Presentation } from './presentation.ts'

type ReadOutput = (presentation: Presentation) => string | number | null | undefined

/** All outputs of the check, in the order in which people read them, each with how it comes out of what is told. */
export const outputs = {
  result: ({ report }) => report.result,
  category: ({ report }) => report.category,
  reason: ({ report }) => report.reason,
  stage: ({ report }) => report.stage,
  message: ({ report }) => report.message,
  remedy: ({ report }) => report.remedy,
  'status-code': ({ report }) => report.statusCode,
  username: ({ report }) => report.identity?.name,
  'user-key': ({ report }) => report.identity?.key,
  'display-name': ({ report }) => report.identity?.displayName,
  email: ({ report }) => report.identity?.emailAddress,
  'time-zone': ({ report }) => report.identity?.timeZone,
  locale: ({ report }) => report.identity?.locale,
  'account-id': ({ report }) => report.identity?.accountId,
  'token-expires-at': ({ report }) => report.expiry.expiresAt,
  'token-days-left': ({ report }) => report.expiry.daysLeft,
  'token-name': ({ report }) => report.expiry.tokenName,
  'expiry-status': ({ report }) => report.expiry.status,
  'missing-permissions': ({ report, permissions }) =>
    permissions.length === 0 ? undefined : JSON.stringify(report.missingPermissions),
  report: ({ report }) => JSON.stringify(report),
} satisfies Record<string, ReadOutput>

/** @returns name and value of each output; one that does not apply is empty */
export function listOutputs(presentation: Presentation): readonly (readonly [string, string])[] {
  return Object.entries<ReadOutput>(outputs).map(([name, read]) => [name, String(read(presentation) ?? '')])
}
