import type { Presentation } from './presentation.ts'

/**
 * All outputs of the action, in the order of `action.yml`; one that does not apply is empty.
 * @returns pairs of name and value
 */
export function listOutputs({ report, permissions }: Presentation): readonly (readonly [string, string])[] {
  const { identity, expiry } = report
  return [
    ['result', report.result],
    ['category', report.category],
    ['reason', report.reason],
    ['stage', report.stage],
    ['message', report.message],
    ['remedy', report.remedy],
    ['status-code', report.statusCode === null ? '' : String(report.statusCode)],
    ['username', identity?.name ?? ''],
    ['user-key', identity?.key ?? ''],
    ['display-name', identity?.displayName ?? ''],
    ['email', identity?.emailAddress ?? ''],
    ['time-zone', identity?.timeZone ?? ''],
    ['locale', identity?.locale ?? ''],
    ['account-id', identity?.accountId ?? ''],
    ['token-expires-at', expiry.expiresAt ?? ''],
    ['token-days-left', expiry.daysLeft === null ? '' : String(expiry.daysLeft)],
    ['token-name', expiry.tokenName],
    ['expiry-status', expiry.status],
    ['missing-permissions', permissions.length === 0 ? '' : JSON.stringify(report.missingPermissions)],
    ['report', JSON.stringify(report)],
  ]
}
