import { describe, expect, it } from 'vitest'
import { documentationUrl } from '../../src/report/documentation.ts'

const ours = 'https://github.com/jira-pat-check/jira-pat-check/blob/main/docs/reasons.md#token-rejected'
const gitHub = { GITHUB_SERVER_URL: 'https://github.com' }

it('the page of a reason', () => {
  expect(documentationUrl('token-rejected', {})).toBe(ours)
  expect(documentationUrl('sso-login', {})).toBe(ours.replace('token-rejected', 'sso-login'))
})

describe('is that of the version that runs', () => {
  const version = { GITHUB_ACTION_REPOSITORY: 'example/jira-pat-check', GITHUB_ACTION_REF: 'v1' }

  it('on github.com', () => {
    expect(documentationUrl('token-rejected', { ...gitHub, ...version })).toBe(
      'https://github.com/example/jira-pat-check/blob/v1/docs/reasons.md#token-rejected',
    )
  })

  it('and ours elsewhere, where that repository may be a mirror or none', () => {
    expect(documentationUrl('token-rejected', version)).toBe(ours)
    expect(documentationUrl('token-rejected', { ...version, GITHUB_SERVER_URL: 'https://github.example.com' })).toBe(
      ours,
    )
  })
})

describe('what the environment says is taken where it is what it should be', () => {
  it.each([
    ['v1.2.3', 'v1.2.3'],
    ['releases/v1', 'releases/v1'],
    ['3d3c42e5aac5ba805825da76410c181273ba90b1', '3d3c42e5aac5ba805825da76410c181273ba90b1'],
    ['', 'main'],
    ['/v1', 'main'],
    ['v1/', 'main'],
    ['v1?x', 'main'],
    ['v1) [x](https://evil.example.com', 'main'],
    ['v1\n', 'main'],
  ])('GITHUB_ACTION_REF %j: %s', (ref, shown) => {
    const environment = { ...gitHub, GITHUB_ACTION_REPOSITORY: 'jira-pat-check/jira-pat-check', GITHUB_ACTION_REF: ref }
    expect(documentationUrl('token-rejected', environment)).toBe(ours.replace('main', shown))
  })

  it.each(['', 'example', '/repository', 'example/', 'example/a/b', 'exam ple/a', 'a/b)', '(a/b'])(
    'GITHUB_ACTION_REPOSITORY %j is not, and then its ref says nothing either',
    (repository) => {
      const environment = { ...gitHub, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: 'v1' }
      expect(documentationUrl('token-rejected', environment)).toBe(ours)
    },
  )
})
