import { describe, expect, it } from 'vitest'
import { isFinding } from '../../../src/catalogue/finding.ts'
import { someToken } from '../../inputs/source.ts'
import { reading, unsoundList } from './reading.ts'

const ENTRY = 'tokens:\n - secret: A\n   jira-url: https://jira.example.com\n'

const bitbucketToken = `BBDC-${someToken}`
const cloudToken = `ATATT3xFfGF0${'aB3_-='.repeat(30)}`

const PASTED = 'has what looks like a token itself'

describe('a token in the list is masked, and told by its line alone', () => {
  it.each([
    ['as a secret', `tokens:\n - secret: ${someToken}\n`, 2],
    ['in quotation marks', `${ENTRY}   owner: "${someToken}"\n`, 4],
    ['in a comment', `# ${someToken}\n${ENTRY}`, 1],
    ['behind a value', `${ENTRY}   owner: jane # ${someToken}\n`, 4],
    ['as a key', `${ENTRY}   ${someToken}: a\n`, 4],
    ['in a header', `${ENTRY}   headers: "Authorization: Bearer ${someToken}"\n`, 4],
    ['in a URL', `${ENTRY}   used-by: https://a?token=${someToken}&b\n`, 4],
    ['in what is no YAML', `{[\n\t@${someToken}\n`, 2],
    ['after CRLF', `a\r\nb\r\n${someToken}\r\n`, 3],
    ['after a lone CR', `a\rb\r${someToken}\n`, 3],
    ['after a PEM block', `# -----BEGIN A-----\n# MIIB\n# -----END A-----\n# ${someToken}\n`, 4],
    [
      'between two PEM blocks',
      `-----BEGIN A-----\n-----END A-----\nx: ${someToken}\n-----BEGIN A-----\n-----END A-----\n`,
      3,
    ],
    ['after a BEGIN line that no END line follows', `# -----BEGIN CERTIFICATE-----\n# x: ${someToken}\n`, 2],
    ['after a line break of JSON', `{"tokens": "a\\n${someToken}"}`, 1],
    ['in a file that is too long otherwise', `${someToken}\n`, 1],
  ])('%s', (_, text, line) => {
    const { list, masked } = reading(text)
    expect(masked).toEqual([someToken])
    expect(JSON.stringify(list)).not.toContain(someToken)
    expect(list).toMatchObject({
      reason: 'input-invalid',
      facts: { problem: `is no list that can be used: line ${line} ${PASTED}`, meant: [] },
    })
  })

  it.each([
    ['of Bitbucket', bitbucketToken],
    ['of Atlassian Cloud', cloudToken],
  ])('one %s', (_, token) => {
    const { list, masked } = reading(`${ENTRY}   owner: ${token}\n`)
    expect(masked).toEqual([token])
    expect(list).toMatchObject({ facts: { problem: `is no list that can be used: line 4 ${PASTED}` } })
  })

  it('and every further one is masked, of which the first is told', () => {
    const other = someToken.replaceAll('M', 'N')
    const { list, masked } = reading(`# ${someToken}\n# ${other} ${bitbucketToken}\n`)
    expect(masked.toSorted()).toEqual([someToken, other, bitbucketToken].toSorted())
    expect(list).toMatchObject({ facts: { problem: `is no list that can be used: line 1 ${PASTED}` } })
  })

  it.each([
    ['spelled with escapes', `"${someToken.replace('M', '\\u004d')}"`, 4],
    ['with a plus sign as some serializers write it', `"${someToken.replaceAll('+', '\\u002B')}"`, 4],
    ['with a slash as some serializers write it', `"${someToken.replaceAll('/', '\\/')}"`, 4],
    ['broken over two lines', `"${someToken.slice(0, 20)}\\\n     ${someToken.slice(20)}"`, 4],
  ])('one %s', (_, value, line) => {
    const { list, masked } = reading(`${ENTRY}   owner: ${value}\n`)
    expect(masked).toEqual([someToken])
    expect(list).toMatchObject({ facts: { problem: `is no list that can be used: line ${line} ${PASTED}` } })
  })

  it('one in the place of the list', () => {
    const { list, identity, masked } = reading(someToken)
    expect(masked).toEqual([someToken])
    expect(list).toMatchObject({ reason: 'input-invalid', facts: { problem: PASTED } })
    expect(JSON.stringify([list, identity])).not.toContain(someToken)
  })
})

describe('what is no token', () => {
  it.each([
    ['a run of 43', someToken.slice(1)],
    ['a run of 45', `a${someToken}`],
    ['one without a digit', 'aB'.repeat(22)],
    ['one without a small letter', 'A1'.repeat(22)],
    ['one without a capital', 'a1'.repeat(22)],
    ['a hash', 'a1b2'.repeat(16)],
    ['words about such tokens', 'those of Bitbucket begin with BBDC-, of Cloud with ATATT'],
  ])('%s', (_, text) => {
    const { list, masked } = reading(`# ${text}\n${ENTRY}`)
    expect(masked).toEqual([])
    expect(isFinding(list)).toBe(false)
  })

  it.each([
    ['as it is', (block: string) => `|\n${block.replace(/^/gm, '     ')}`],
    ['in one line', (block: string) => JSON.stringify(block)],
    ['with CRLF in one line', (block: string) => JSON.stringify(block.replaceAll('\n', '\r\n'))],
    ['in base64', (block: string) => Buffer.from(block).toString('base64')],
  ])('a line of a PEM block, %s', (_, write) => {
    const block = `-----BEGIN CERTIFICATE-----\n${'MIIB'.repeat(16)}\n${someToken}\n-----END CERTIFICATE-----`
    const { list, masked } = reading(`${ENTRY}   ca-certificate: ${write(block)}\n`)
    expect(masked).toEqual([])
    expect(isFinding(list)).toBe(false)
  })

  it('and a PEM block where no key may stand is told as that', () => {
    const block = `|\n     -----BEGIN PRIVATE KEY-----\n     ${someToken}\n     -----END PRIVATE KEY-----`
    expect(unsoundList(`${ENTRY}   client-key: ${block}`).problem).toContain('has a private key itself')
  })
})
