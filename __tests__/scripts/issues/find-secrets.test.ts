import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findSecrets, removeSecrets } from '../../../scripts/issues/find-secrets.ts'
import { badToken, goodToken } from '../../support/healthy.ts'

const jwt = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${Buffer.from('{"sub":"jane"}').toString('base64url')}.c2lnbmF0dXJl`
const key = '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\nabc\n-----END RSA PRIVATE KEY-----'

/** Built in parts, so that nobody who searches this repository for tokens takes them for real. */
const letters = (count: number): string => 'aB3dE5'.repeat(20).slice(0, count)

const secrets: [kind: string, secret: string][] = [
  ['a token of Jira or Confluence', badToken],
  ['a token of Bitbucket', `BBDC-${letters(44)}`],
  ['an API token of Atlassian', `ATATT3xFfGF0${letters(100)}`],
  ['a token of GitHub', `ghp_${letters(36)}`],
  ['a token of GitHub', `github_pat_${letters(60)}`],
  ['a token of GitLab', `glpat-${letters(20)}`],
  ['a token of npm', `npm_${letters(36)}`],
  ['a token of Slack', `xoxb-${letters(30)}`],
  ['a key of AWS', `AKIA${'A1B2'.repeat(4)}`],
  ['a JSON Web Token', jwt],
]

describe.each(secrets)('%s', (kind, secret) => {
  it.each([
    ['alone', secret],
    ['in a report', JSON.stringify({ result: 'refused', note: secret })],
    ['in a command', `curl -H 'Authorization: Bearer ${secret}' https://jira.example.com`],
    ['in an assignment', `JIRA_PAT=${secret}`],
    ['in a block', `\`\`\`\n${secret}\n\`\`\``],
  ])('is found and taken out %s', (_, text) => {
    const found = findSecrets(text)
    expect(found).toContainEqual({ kind, secret })
    const rest = removeSecrets(text, found)
    expect(rest).not.toContain(secret)
    expect(rest).toContain('[removed: ')
    expect(findSecrets(rest)).toEqual([])
  })
})

describe('by what stands before it', () => {
  it.each([
    ['a password behind “Basic”', 'authorization: basic c3ZjLWNpOmh1bnRlcjI=', 'c3ZjLWNpOmh1bnRlcjI='],
    ['a token behind “Bearer”', 'Bearer 0123456789abcdefghij', '0123456789abcdefghij'],
    ['a password in an address', 'https_proxy=http://jane:p4ss%40word@proxy.example.com:3128', 'p4ss%40word'],
    [
      'the cookie of a session',
      'Cookie: JSESSIONID=0123456789ABCDEF0123456789ABCDEF',
      '0123456789ABCDEF0123456789ABCDEF',
    ],
  ])('%s', (kind, text, secret) => {
    expect(findSecrets(text)).toEqual([{ kind, secret }])
    expect(removeSecrets(text, findSecrets(text))).toBe(text.replace(secret, `[removed: ${kind}]`))
  })

  it('a private key goes with all that follows its first line', () => {
    expect(findSecrets(key)).toMatchObject([{ kind: 'a private key' }])
    expect(removeSecrets(`a\n${key}\nb`, findSecrets(key))).toBe('a\n[removed: a private key]\nb')
    expect(removeSecrets(key.slice(0, 60), findSecrets(key))).not.toContain('MIIE')
  })
})

describe('nothing is found', () => {
  it.each([
    ['in an expression', 'Authorization: Bearer ${{ secrets.JIRA_PAT }}'],
    ['in a variable', 'curl -H "Authorization: Bearer $JIRA_PAT" https://jira.example.com'],
    ['in what is masked', 'Authorization: Bearer *** and https://jane:***@proxy.example.com'],
    ['in a placeholder', 'Bearer <token>, Bearer YOUR_PERSONAL_ACCESS_TOKEN, Bearer xxxxxxxxxxxxxxxxxxxxxxxx'],
    ['in a commit', 'uses: jira-pat-check/jira-pat-check@3d3c42e5aac5ba805825da76410c181273ba90b1'],
    ['in an integrity', `"integrity": "sha512-${letters(86)}=="`],
    ['in the token of the stand-in Jira', `JIRA_PAT=${goodToken}`],
    ['in a certificate', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'],
    ['in nothing', ''],
  ])('%s', (_, text) => {
    expect(findSecrets(text)).toEqual([])
  })

  it('in what this project shows of any scenario, which people are asked for', () => {
    const shown = readFileSync('__tests__/dist/__snapshots__/scenarios.test.ts.snap', 'utf8')
    expect(shown.length).toBeGreaterThan(10_000)
    expect(findSecrets(shown)).toEqual([])
  })

  it.each(globSync(['*.md', 'docs/*.md', 'examples/**/*.yml']))('in %s, of which people paste parts', (path) => {
    expect(findSecrets(readFileSync(path, 'utf8'))).toEqual([])
  })
})
