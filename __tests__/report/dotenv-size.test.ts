import { expect, it } from 'vitest'
import { formatDotenv } from '../../src/report/dotenv.ts'
import { identityOf } from '../verdict/asked-for.ts'
import { presented } from './presented.ts'

// https://docs.gitlab.com/administration/instance_limits/#limit-dotenv-file-size
const GITLAB_BYTES = 5 * 1024

const sizeOf = (text: string): number => Buffer.byteLength(text)

it.each(['x', 'é', '持', '🚀'])('fits into what GitLab takes, however long everything is (%s)', (character) => {
  const text = character.repeat(300)
  const identity = {
    ...identityOf(),
    ...{ name: text, key: text, accountId: text, displayName: text, emailAddress: text, timeZone: text, locale: text },
  }
  const missingPermissions = Array.from({ length: 50_000 }, (_, index) => `OPS${index}:CREATE_ISSUES`)
  const long = formatDotenv(
    presented({
      permissions: [{ place: 'OPS', permission: 'CREATE_ISSUES', holding: 'missing' }],
      report: {
        message: text.repeat(4),
        remedy: text.repeat(4),
        identity,
        missingPermissions,
        expiry: { status: 'ok', tokenName: text, expiresAt: '2027-02-10T12:00:00.000Z', daysLeft: 80 },
      },
    }),
  )
  expect(sizeOf(long)).toBeLessThanOrEqual(GITLAB_BYTES)
  expect(sizeOf(long)).toBeGreaterThan(2500)
  expect(long).not.toContain('\uFFFD')
  expect(long.trimEnd().split('\n')).toHaveLength(19)
  expect(long).toContain('JIRA_PAT_CHECK_EXPIRY_STATUS=ok')
})

it('has a long text as long as it fits', () => {
  const text = formatDotenv(presented({ report: { message: 'x'.repeat(2000) } }))
  expect(/^JIRA_PAT_CHECK_MESSAGE=(.*)$/m.exec(text)?.[1]).toBe(`${'x'.repeat(997)}…`)
  expect(formatDotenv(presented({ report: { message: 'x'.repeat(1000) } }))).toContain(`MESSAGE=${'x'.repeat(1000)}\n`)
})
