import { describe, expect, it } from 'vitest'
import { findForeignSystem } from '../../src/inputs/foreign-token.ts'
import { judgeToken } from '../../src/inputs/token.ts'
import { jira } from '../../src/products/jira/jira.ts'
import { someToken } from './source.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const bearer = (token: string) => judgeToken(token, '', jira)
const basic = (token: string) => judgeToken(token, 'svc-ci', jira)

/** What nobody asked for: an OAuth 2.0 access token in the form that Jira gives it. */
const jwt = `${base64('{"alg":"HS256"}')}.${base64('{"exp":1}').replaceAll('=', '')}.c2lnbmF0dXJl`

it('of the length of a token, base64 of an address and a token is none', () => {
  const pair = base64('jane@example.com:ATATT3xFfGF0abcd')
  expect(pair).toMatch(/^[A-Za-z0-9+/]{44}$/)
  expect(bearer(pair)).toMatchObject({ reason: 'token-malformed' })
})

describe('what may be a token', () => {
  it.each([
    ['a personal access token', someToken],
    ['one that begins with M, with every sign of base64', 'MTIzNDU2Nzg5MDEyOh+/AbCdEfGhIjKlMnOpQrStUvWx'],
    ['one that begins with N', 'NDU2Nzg5MDEyMzQ1Oh/+AbCdEfGhIjKlMnOpQrStUvWx'],
    ['one that begins with O', 'OTg3NjU0MzIxMDk4Or+/AbCdEfGhIjKlMnOpQrStUvWx'],
    ['an OAuth 2.0 access token', jwt],
    ['an API token of Jira Cloud', 'ATATT3xFfGF0T9t-_k=1A2B3C4D'],
    ['an opaque access token', '1f0c4e9a-88f2-4f05-9d4e-8b1d6c1a2b3c'],
    ['base64 of something else than an address', base64('svc-ci:hunter2')],
    ['base64 of an address alone', base64('jane@example.com')],
    ['base64 with an at sign after the colon', base64('svc-ci:p@ss')],
    ['base64 with white space before the at sign', base64('a b@c:hunter2')],
    ['a short password', 'ci'],
    ['a password with signs', 'p@$$w0rd!#%&()*+,-./:;=?[]^_{|}~\\'],
    ['a password with an inner quotation mark', 'it\'s-"so"-so'],
    ['a password that is like a variable, but longer', '$ECRET-1'],
    ['a password that begins like one', 'a$JIRA_PAT'],
    ['a password with a percent sign', '100%sure'],
    ['a password that begins with Bearer', 'Bearerbot7'],
    ['a password that begins with token', 'tokenizer7'],
    ['a password with an asterisk', '*a*'],
    ['a password with one angle bracket', '<secret'],
    ['a password with angle brackets at its end', 'a<b>'],
    ['a password with angle brackets at its start', '<a>b'],
    ['a password with the name of a scheme in it', 'NotBearer:7'],
    ['a password with the name of another scheme in it', 'NotBasic%20it'],
    ['a password with OAuth in it', 'NotOAuth%20it'],
    ['a password with a label in it', 'mytoken:7'],
    ['a password with an address in it', 'see-https://example.com'],
    ['what is no base64, before such a pair', `!${base64('jane@example.com:x1')}`],
    ['what is no base64, behind such a pair', `${base64('jane@example.com:x12')}!`],
    ['a prefix of GitLab somewhere else', 'a-glpat-aBcDeFgHiJkLmNoPqRsT'],
    ['a prefix of Slack somewhere else', 'a-xoxb-1234-5678-abc'],
    ['a prefix of npm somewhere else', 'a-npm_aBcDeFgHiJkLmNoPqRsTuVwXyZ'],
    ['a key of AWS behind something', 'a-AKIAIOSFODNN7EXAMPLE'],
    ['a key of AWS before something', 'AKIAIOSFODNN7EXAMPLE-a'],
    ['a prefix of Bitbucket somewhere else', 'a-BBDC-MjcxODI4MTgyODQ1Om'],
    ['a prefix of Bitbucket Cloud somewhere else', 'a-ATBBaBcDeFgHiJkLmNoPqRsTuVwXyZ01234567'],
    ['a prefix of Bitbucket Cloud before something else', 'ATBBaBcDeFgHiJkLmNoPqRsTuVwXyZ01234567-a'],
    ['what is no prefix of GitHub', 'ghx_16C7e42F292c6912E7710c838347Ae178B4a'],
    ['what is no key of AWS', 'AKIAiosfodnn7example'],
    ['a prefix in other letters', 'GHP_16C7e42F292c6912E7710c838347Ae178B4a'],
    ['a prefix somewhere else', 'a-ghp_16C7e42F292c6912E7710c838347Ae178B4a'],
    ['all of ASCII at its ends', '!~'],
  ])('%s', (_, token) => {
    expect(bearer(token)).toBeUndefined()
    expect(basic(token)).toBeUndefined()
  })
})

const masked = 'is a row of asterisks or dots: the masked form of a secret was copied, not the secret'
const expression = 'is a GitHub expression that was not evaluated (${{ … }})'
const variable = 'is the name of a variable that was not replaced by its value'
const placeholder = 'is a placeholder in angle brackets'
const scheme = 'begins with “Bearer” or “Authorization”, which is put before the token when it is sent'
const basicScheme = 'begins with “Basic”: what follows that is a user name and a password in one'
const label = 'begins with “token”, which is its name and not part of it'
const wrapped = 'is wrapped in quotation marks'
const quoted = 'begins or ends with a quotation mark'
const control = 'has a line break or control character inside'
const space = 'has white space inside'
const notAscii = 'has a character that is not ASCII'
const cookie = 'is the cookie of a session in a browser (such as JSESSIONID=…), which ends with that session'
const oauth1 = 'holds the parameters of OAuth 1.0a (oauth_…=…), which sign a single request'
const pair = 'is the base64 of an e-mail address and a token, as they are sent together'
const address = 'is the address of a page'
const foreign = (system: string): string => `is one of ${system}, as its first letters show, and not of Jira`

describe('what cannot be a token, and why', () => {
  it.each([
    ['***', masked],
    ['*', masked],
    ['•••••', masked],
    ['${{ secrets.JIRA_PAT }}', expression],
    ['${{secrets.JIRA_PAT}}', expression],
    ['Bearer ${{ secrets.JIRA_PAT }}', expression],
    ['$JIRA_PAT', variable],
    ['${JIRA_PAT}', variable],
    ['$T2', variable],
    ['$env:JIRA_PAT', variable],
    ['%JIRA_PAT%', variable],
    ['$(JIRA_PAT)', variable],
    ['$(jira.pat)', variable],
    ['{{ jira_pat }}', variable],
    ['secrets.JIRA_PAT', variable],
    ['<your-token>', placeholder],
    ['<your token>', placeholder],
    ['<your\ntoken>', placeholder],
    ['<>', placeholder],
    ['JSESSIONID=1A2B3C4D5E6F', cookie],
    ['Cookie: JSESSIONID=1A2B3C4D5E6F; Path=/', cookie],
    ['atlassian.xsrf.token=a;JSESSIONID=1A2B', cookie],
    ['seraph.rememberme.cookie=1%3A2', cookie],
    ['cloud.session.token=eyJ', cookie],
    ['crowd.token_key=abc', cookie],
    ['oauth_token=abc', oauth1],
    ['?oauth_consumer_key=a&oauth_token=b', oauth1],
    ['realm=x,oauth_signature=y', oauth1],
    ['OAuth oauth_consumer_key="a", oauth_token="b"', oauth1],
    ['OAuth realm="x"', oauth1],
    ['x oauth_token=abc', oauth1],
    [`Authorization : Bearer ${someToken}`, scheme],
    ['Authorization :  Basic c3ZjLWNpOmh1bnRlcjI=', basicScheme],
    ['http://jira.example.com', address],
    [`Bearer ${someToken}`, scheme],
    [`bearer ${someToken}`, scheme],
    [`Bearer\t${someToken}`, scheme],
    [`Bearer:${someToken}`, scheme],
    [`Bearer%20${someToken}`, scheme],
    [`Authorization: Bearer ${someToken}`, scheme],
    [`authorization=${someToken}`, scheme],
    ['Bearer', scheme],
    ['Basic c3ZjLWNpOmh1bnRlcjI=', basicScheme],
    ['Authorization: Basic c3ZjLWNpOmh1bnRlcjI=', basicScheme],
    ['basic', basicScheme],
    [`token: ${someToken}`, label],
    [`token:${someToken}`, label],
    [`Token ${someToken}`, label],
    [`token=${someToken}`, label],
    [`"${someToken}"`, wrapped],
    [`'${someToken}'`, wrapped],
    [`\`${someToken}\``, wrapped],
    ['"two\nlines"', wrapped],
    [`"${someToken}`, quoted],
    [`'${someToken}`, quoted],
    [`${someToken}"`, quoted],
    [`${someToken}\``, quoted],
    [`"${someToken}'`, quoted],
    ['a"b"', quoted],
    ['"a"b', quoted],
    ['first\nsecond', control],
    ['first\rsecond', control],
    ['first\u0000second', control],
    ['first\u001Bsecond', control],
    ['first\u007Fsecond', control],
    ['first\u0085second', control],
    ['first second', space],
    ['first\tsecond', space],
    ['first\u00A0second', space],
    ['first\u2028second', space],
    ['pässword', notAscii],
    ['tok\u200Ben', notAscii],
    ['https://jira.example.com/secure/ViewProfile.jspa', address],
    [base64('jane@example.com:ATATT3xFfGF0'), pair],
    [base64('jane@example.com:ATATT3xFfGF0').replace(/=+$/, ''), pair],
    [Buffer.from('jane@example.com:>>>???').toString('base64url'), pair],
    ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', foreign('GitHub')],
    ['gho_16C7e42F292c6912E7710c838347Ae178B4a', foreign('GitHub')],
    ['ghu_16C7e42F292c6912E7710c838347Ae178B4a', foreign('GitHub')],
    ['ghs_16C7e42F292c6912E7710c838347Ae178B4a', foreign('GitHub')],
    ['ghr_16C7e42F292c6912E7710c838347Ae178B4a', foreign('GitHub')],
    ['github_pat_11ABCDEFG0_abc', foreign('GitHub')],
    ['glpat-aBcDeFgHiJkLmNoPqRsT', foreign('GitLab')],
    ['glptt-aBcDeFgHiJkLmNoPqRsT', foreign('GitLab')],
    ['GR1348941aBcDeFgHiJkLmNoP', foreign('GitLab')],
    ['xoxb-1234-5678-abc', foreign('Slack')],
    ['xoxe.xoxp-1-abc', foreign('Slack')],
    ['xapp-1-A-2-b', foreign('Slack')],
    ['npm_aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789', foreign('npm')],
    ['AKIAIOSFODNN7EXAMPLE', foreign('AWS')],
    ['ASIAIOSFODNN7EXAMPLE', foreign('AWS')],
    ['BBDC-MjcxODI4MTgyODQ1Om', foreign('Bitbucket')],
    ['ATBBaBcDeFgHiJkLmNoPqRsTuVwXyZ01234567', foreign('Bitbucket Cloud')],
    ['ATCTT3xFfGN0aBcDeF', foreign('Bitbucket Cloud')],
  ])('%j %s', (token, problem) => {
    const found = bearer(token)
    expect(found).toMatchObject({ reason: 'token-malformed', facts: { problem, bearerToken: 'personal access token' } })
    const wanted = String(Reflect.get(found?.facts ?? {}, 'wanted'))
    expect(wanted).toMatch(/^[a-z].*[^.]$/)
    // Nothing of it is quoted.
    const quotable = `${problem} ${wanted}`
    const parts = token.replace(/JSESSIONID|Authorization/, '').match(/[A-Za-z0-9+/]{10,}/g) ?? []
    for (const part of parts) expect(quotable).not.toContain(part)
  })

  it.each([
    [`Bearer ${someToken}`, 'what follows that, alone'],
    ['pässword', /^it again, copied from Jira as plain text/],
    ['Basic c3ZjLWNpOmh1bnRlcjI=', /user name as <username>/],
    [base64('jane@example.com:ATATT3xFfGF0'), /e-mail address as <username>/],
    ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', /^a personal access token of Jira/],
    ['oauth_token=abc', /OAuth 2\.0 access token, which is sent as Bearer/],
    ['https://jira.example.com', /<jira-url>/],
  ])('%j: what to store instead', (token, wanted) => {
    expect(bearer(token)?.facts).toHaveProperty('wanted', expect.stringMatching(wanted))
  })
})

describe('with username, a password may be nearly anything', () => {
  it.each([
    ...['pässword', 'pass word', '"quoted"', "'", '<secret>', '$SECRET', '%SECRET%', '{{ x }}', 'secrets.X'],
    ...['Bearer hunter2', 'Bearer', 'Basic', 'basic:hunter2', 'Basically', 'token:hunter2', 'JSESSIONID=1'],
    ...['oauth_token=1', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a', 'BBDC-MjcxODI4', 'https://example.com'],
    ...['*a*', '$ {{ a }}', base64('svc-ci:hunter2')],
  ])('%j', (password) => {
    expect(basic(password)).toBeUndefined()
  })

  it.each([
    ['***', masked, /^the secret itself/],
    ['${{ secrets.JIRA_PASSWORD }}', expression, /^the value itself/],
    ['Basic c3ZjLWNpOmh1bnRlcjI=', basicScheme, /the user name is given as <username>$/],
    ['basic%20c3ZjLWNpOmh1bnRlcjI=', basicScheme, /<username>$/],
    ['hunter\n2', control, /one line/],
    ['hunter\t2', control, /one line/],
    ['hunter\u00002', control, /one line/],
    [base64('jane@example.com:ATATT3xFfGF0'), pair, /^the API token alone: the e-mail address is given as <username>$/],
  ])('but not %j', (password, problem, wanted) => {
    expect(basic(password)).toMatchObject({
      reason: 'token-malformed',
      facts: { problem, wanted: expect.stringMatching(wanted), bearerToken: undefined },
    })
  })
})

it('a token bears the mark of another system, or of the one that is asked', () => {
  expect(findForeignSystem('BBDC-MjcxODI4MTgyODQ1Om', 'Bitbucket')).toBeUndefined()
  expect(findForeignSystem('BBDC-MjcxODI4MTgyODQ1Om', 'GitHub')).toBe('Bitbucket')
})
