import { describe, expect, it } from 'vitest'
import { formatDotenv } from '../../src/report/dotenv.ts'
import { listOutputs } from '../../src/report/outputs.ts'
import { presented, rejected } from './presented.ts'

it("is one NAME=value line for each output but the report, as GitLab's runner reads it", () => {
  const lines = formatDotenv(presented()).split('\n')
  expect(lines.pop()).toBe('')
  expect(lines.slice(0, 8)).toEqual([
    'JIRA_PAT_CHECK_RESULT=usable',
    'JIRA_PAT_CHECK_CATEGORY=ok',
    'JIRA_PAT_CHECK_REASON=authenticated',
    'JIRA_PAT_CHECK_STAGE=authentication',
    'JIRA_PAT_CHECK_MESSAGE=Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci).',
    'JIRA_PAT_CHECK_REMEDY=',
    'JIRA_PAT_CHECK_STATUS_CODE=200',
    'JIRA_PAT_CHECK_USERNAME=svc-ci',
  ])
  for (const line of lines) expect(line).toMatch(/^JIRA_PAT_CHECK_[A-Z_]+=/)
})

it('holds the same as the outputs', () => {
  const outputs = listOutputs(rejected()).filter(([name]) => name !== 'report')
  const values = formatDotenv(rejected())
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(line.indexOf('=') + 1))
  expect(values).toEqual(outputs.map(([, value]) => value))
})

it('names nothing that a later check would take for its input', () => {
  for (const [name] of listOutputs(presented())) {
    const variable = `JIRA_CHECK_${name.toUpperCase().replaceAll('-', '_')}`
    expect(formatDotenv(presented())).not.toContain(`${variable}=`)
  }
})

describe('missing permissions', () => {
  const missingOf = (missingPermissions: readonly string[]): string[] => {
    const permissions = [{ place: 'OPS', permission: 'CREATE_ISSUES', holding: 'held' }] as const
    const text = formatDotenv(presented({ permissions, report: { missingPermissions } }))
    return JSON.parse(/^JIRA_PAT_CHECK_MISSING_PERMISSIONS=(.*)$/m.exec(text)?.[1] ?? 'null')
  }
  const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `OPS${index}:CREATE_ISSUES`)

  it('are all there while they are few', () => {
    expect(missingOf([])).toEqual([])
    expect(missingOf(many(40))).toEqual(many(40))
  })

  it('are as many as GitLab takes, and the number of the others', () => {
    const missing = missingOf(many(500))
    const count = missing.length - 1
    expect(JSON.stringify(missing).length).toBeLessThanOrEqual(1000)
    expect(missing).toEqual([...many(count), `… and ${500 - count} more`])
    expect(count).toBeGreaterThan(40)
  })

  it('of absurd length are only counted', () => {
    expect(missingOf(['x'.repeat(2000)])).toEqual(['… and 1 more'])
  })
})
