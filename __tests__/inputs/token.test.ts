import { describe, expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import { judgeToken } from '../../src/inputs/token.ts'
import { someToken } from './source.ts'

describe('what may be a token', () => {
  it.each([
    ['a personal access token', someToken],
    ['an API token of Jira Cloud', 'ATATT3xFfGF0T9t-_k=1A2B3C4D'],
    ['a token of another product', 'BBDC-MjcxODI4MTgyODQ1Om'],
    ['a short password', 'ci'],
    ['a password with signs', 'p@$$w0rd!#%&()*+,-./:;=?[]^_{|}~\\'],
    ['a password with an inner quotation mark', 'it\'s-"so"-so'],
    ['a password that is like a variable, but longer', '$ECRET-1'],
    ['a password that begins like one', 'a$JIRA_PAT'],
    ['a password with a percent sign', '100%sure'],
    ['a password that begins with Bearer', 'Bearerbot7'],
    ['a password with an asterisk', '*a*'],
    ['a password with one angle bracket', '<secret'],
    ['a password with angle brackets at its end', 'a<b>'],
    ['a password with angle brackets at its start', '<a>b'],
    ['a password with the name of a scheme in it', 'NotBearer:7'],
    ['all of ASCII at its ends', '!~'],
  ])('%s', (_, token) => {
    expect(judgeToken(token)).toBeUndefined()
  })
})

const masked = 'is a row of asterisks: the masked form of a secret was copied, not the secret'
const expression = 'is a GitHub expression that was not evaluated (${{ … }})'
const variable = 'is the name of a variable that was not replaced by its value'
const placeholder = 'is a placeholder in angle brackets'
const scheme = 'begins with “Bearer” or “Basic”, which is the name of the scheme and not part of the token'
const wrapped = 'is wrapped in quotation marks'
const quoted = 'begins or ends with a quotation mark'
const control = 'has a line break or control character inside'
const space = 'has white space inside'
const notAscii = 'has a character that is not ASCII'

describe('what cannot be a token, and why', () => {
  it.each([
    ['***', masked],
    ['*', masked],
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
    ['<your-token>', placeholder],
    ['<your token>', placeholder],
    ['<your\ntoken>', placeholder],
    ['<>', placeholder],
    [`Bearer ${someToken}`, scheme],
    [`bearer ${someToken}`, scheme],
    [`Bearer\t${someToken}`, scheme],
    [`Bearer:${someToken}`, scheme],
    [`Bearer%20${someToken}`, scheme],
    ['Bearer', scheme],
    ['Basic c3ZjLWNpOmh1bnRlcjI=', scheme],
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
    ['•••••', notAscii],
  ])('%j %s', (token, problem) => {
    expect(judgeToken(token)).toEqual(finding('token-malformed', { problem }))
  })
})
