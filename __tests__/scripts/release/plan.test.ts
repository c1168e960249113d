import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  distTagOf,
  findNewer,
  findNewerOfMajor,
  type Plan,
  planRelease,
  sectionOf,
} from '../../../scripts/release/plan.ts'
import { parseTag, tagOf } from '../../../scripts/release/version.ts'

const changelog = `# Changelog

## [Unreleased]

## [2.1.0] - 2026-12-01

### Added

- Something.

## [2.0.0] - 2026-11-26

- The rest.

[Unreleased]: https://example.com/compare/v2.1.0...HEAD
[2.1.0]: https://example.com/tag/v2.1.0
`

const planOf = (tag: string): Plan => {
  const version = tag.slice(1)
  const plan = planRelease(tag, JSON.stringify({ version }), `## [${version}] - 2026-12-01\n\nIt is.\n`)
  if (typeof plan === 'string') throw new Error(plan)
  return plan
}

describe('a tag', () => {
  it.each(['v2.0.0', 'v10.20.30', 'v2.0.0-rc.1', 'v0.0.1'])('%s is a version, and is called so again', (tag) => {
    const version = parseTag(tag)
    expect(version && tagOf(version)).toBe(tag)
  })

  it.each(['v2', 'v2.1', '2.0.0', 'v02.0.0', 'v2.0.0+1', 'v2.0.0-', 'v2.0.0-rc..1', 'v2.0.0\n', 'v1.2.3.4', ''])(
    '%j is none',
    (tag) => {
      expect(parseTag(tag)).toBeUndefined()
      expect(planRelease(tag, '{"version":"2.0.0"}', changelog)).toMatch(/is no version/)
    },
  )
})

describe('a release', () => {
  it('has the section of its version in the changelog, and no other', () => {
    expect(planRelease('v2.1.0', '{"version":"2.1.0"}', changelog)).toEqual({
      tag: 'v2.1.0',
      version: { major: 2, minor: 1, patch: 0, preRelease: '' },
      isPreRelease: false,
      majorTag: 'v2',
      notes: '### Added\n\n- Something.',
    })
    expect(sectionOf(changelog, '2.0.0')).toBe('- The rest.')
    expect(sectionOf(changelog.replaceAll('\n', '\r\n'), '2.0.0')).toBe('- The rest.')
  })

  it('is a pre-release where its version has a hyphen', () => {
    expect(planOf('v3.0.0-rc.1')).toMatchObject({ isPreRelease: true, majorTag: 'v3' })
  })

  it.each([
    ['of another version than package.json', 'v2.1.0', '2.0.0', /package\.json says 2\.0\.0/],
    ['without a section', 'v2.2.0', '2.2.0', /no section “## \[2\.2\.0\]”/],
    ['whose section is empty', 'vUnreleased', 'Unreleased', /is no version/],
  ])('is none %s', (_, tag, version, problem) => {
    expect(planRelease(tag, JSON.stringify({ version }), changelog)).toMatch(problem)
  })

  it('can be made of the version in package.json, as the changelog is now', () => {
    const packageText = readFileSync('package.json', 'utf8')
    const tag = `v${JSON.parse(packageText).version}`
    const plan = planRelease(tag, packageText, readFileSync('CHANGELOG.md', 'utf8'))
    expect(plan).toMatchObject({ tag, notes: expect.stringContaining('###') })
    expect(JSON.stringify(plan)).not.toMatch(/\\n## |\\n\[\w/)
  })
})

describe('the major tag', () => {
  it.each<[tag: string, published: string[], atMajorTag: string[], newer: string | undefined]>([
    ['v1.2.3', [], [], undefined],
    ['v1.2.3', ['v1.2.2', 'v1.2.3'], ['v1.2.2'], undefined],
    ['v1.2.3', ['v2.0.0', 'v10.0.0'], ['v1.0.0'], undefined],
    ['v1.2.3', ['v1.2.4'], [], 'v1.2.4'],
    ['v1.2.3', ['v1.10.0', 'v1.9.9'], [], 'v1.10.0'],
    ['v1.2.3', [], ['v1.2.4'], 'v1.2.4'],
    ['v1.2.3', ['v1.3.0-rc.1'], [], undefined],
    ['v2.0.0', ['v1.9.9', 'v2.0.0-rc.1'], [], undefined],
  ])('goes to %s, unless a newer one of that major version is there: %j %j', (tag, published, atMajorTag, newer) => {
    expect(findNewerOfMajor(planOf(tag), { published, atMajorTag })).toBe(newer)
  })
})

describe('the latest release', () => {
  it.each<[tag: string, published: string[], newer: string | undefined, distTag: string]>([
    ['v2.0.0', ['v1.9.9', 'v2.0.0-rc.1'], undefined, 'latest'],
    ['v1.2.4', ['v2.0.0'], 'v2.0.0', 'release-1.2'],
    ['v2.0.1', ['v2.1.0'], 'v2.1.0', 'release-2.0'],
    ['v3.0.0-rc.1', ['v2.1.0'], undefined, 'next'],
  ])('is %s or not: %j', (tag, published, newer, distTag) => {
    expect(findNewer(planOf(tag), published)).toBe(newer)
    expect(distTagOf(planOf(tag), published)).toBe(distTag)
  })
})
