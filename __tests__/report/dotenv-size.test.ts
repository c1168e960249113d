import { describe, expect, it } from 'vitest'
import { formatDotenv } from '../../src/report/dotenv.ts'
import { identityOf } from '../verdict/asked-for.ts'
import { type Changes, presented } from './presented.ts'

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

describe('what is cut', () => {
  const told = (name: string, changes: Changes): string | undefined =>
    new RegExp(`^JIRA_PAT_CHECK_${name}=(.*)$`, 'm').exec(formatDotenv(presented(changes)))?.[1]

  it('is cut between two characters, and no other character is lost', () => {
    expect(told('MESSAGE', { report: { message: 'é'.repeat(1000) } })).toBe(`${'é'.repeat(498)}…`)
    const message = `\uFFFD${'x'.repeat(1000)}`
    expect(told('MESSAGE', { report: { message } })).toBe(`\uFFFD${'x'.repeat(994)}…`)
  })

  it('is the list of permissions too, which stays JSON and names as many as there is room for', () => {
    const listOf = (missingPermissions: string[]): string | undefined =>
      told('MISSING_PERMISSIONS', {
        permissions: [{ place: 'OPS', permission: 'A', holding: 'missing' }],
        report: { missingPermissions },
      })
    expect(listOf(['x'.repeat(996)])).toBe(`["${'x'.repeat(996)}"]`)
    expect(listOf(['x'.repeat(997)])).toBe('["… and 1 more"]')
    const names = Array.from({ length: 300 }, (_, index) => `OPS:${100 + index}`)
    const list = listOf(names)
    expect(sizeOf(list ?? '')).toBe(1000)
    expect(JSON.parse(list ?? '')).toEqual([...names.slice(0, 98), '… and 202 more'])
  })

  it('is nothing as long as all together have five thousand bytes', () => {
    const long = 'x'.repeat(900)
    const withLocale = (length: number): string => {
      const identity = {
        ...identityOf(),
        name: long,
        key: long,
        displayName: long,
        timeZone: long,
        locale: 'l'.repeat(length),
      }
      return formatDotenv(presented({ report: { identity } }))
    }
    const rest = sizeOf(withLocale(0))
    expect(sizeOf(withLocale(5000 - rest))).toBe(5000)
    expect(sizeOf(withLocale(5001 - rest))).toBeLessThan(5000)
    expect(withLocale(5000 - rest)).not.toContain('…')
  })
})
