import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { defaultPrefix, nameNewToken } from '../../src/rotate/names.ts'
import { predecessorOf } from '../../src/verdict/family.ts'
import { fingerprint, nowMs, prefix } from './seen.ts'

describe('the name of a new token', () => {
  const chances = [0, 0.999, 0.5, 0.25]
  const name = nameNewToken(prefix, fingerprint, nowMs, () => chances.shift() ?? 0)

  it('names the day, the one before it, and four letters of chance', () => {
    expect(name).toBe('github-release-1f3b-261122-0badcafe-a9sj')
  })

  it('is of the family, and names its predecessor', () => {
    expect(predecessorOf(name, prefix)).toBe(fingerprint)
  })

  it('is no longer than Jira takes', () => {
    expect(nameNewToken('n'.repeat(19), fingerprint, nowMs, () => 0)).toHaveLength(40)
  })
})

describe('the prefix of a family, where none is given', () => {
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 4)

  it.each([
    ['octo-repo', 'JIRA_PAT', `github-octorep-${hash('octo-org/octo-repoJIRA_PAT')}`],
    ['.Ärger', 'env:eu / 1/JIRA_PAT', `github-rger-${hash('octo-org/.Ärgerenv:eu / 1/JIRA_PAT')}`],
    ['x', 'org:JIRA_PAT', `github-x-${hash('octo-org/xorg:JIRA_PAT')}`],
  ])('%s, %s', (name, place, expected) => {
    expect(defaultPrefix({ owner: 'octo-org', name }, place)).toBe(expected)
    expect(expected.length).toBeLessThanOrEqual(19)
  })
})
