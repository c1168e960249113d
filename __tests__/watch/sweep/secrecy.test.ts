import { describe, expect, it } from 'vitest'
import { maskAll } from '../../../src/watch/sweep/secrecy.ts'
import { entryOf } from './entry-of.ts'

const ci = entryOf('CI', { 'jira-url': 'https://jira.example.com', token: 'ci/Token-0815' })
const release = entryOf('RELEASE', { 'jira-url': 'https://jira.example.com', token: 'ReleaseToken4711' })
const partner = entryOf('PARTNER', { username: 'svc-partner', token: 'Passwort-1234' })

/** What `svc-partner` and the password are sent as. */
const partnerBasic = Buffer.from('svc-partner:Passwort-1234').toString('base64')

/** What the runner is told to mask. */
function maskedOf(...given: [Parameters<typeof maskAll>[0], string[]?, Record<string, string>?]): string[] {
  const [entries, others = [], environment = {}] = given
  const masked: string[] = []
  maskAll(entries, others, environment, (secret) => masked.push(secret))
  return masked.toSorted()
}

describe('what the runner masks', () => {
  it('are the tokens of all entries, in every spelling in which they are sent', () => {
    expect(maskedOf([ci, release])).toEqual(['ReleaseToken4711', 'ci%2FToken-0815', 'ci/Token-0815'])
    expect(maskedOf([partner])).toEqual(['Passwort-1234', partnerBasic, encodeURIComponent(partnerBasic)].toSorted())
  })

  it('are the secrets of the run itself, and the password of a proxy; what is blank is none', () => {
    expect(maskedOf([], ['ghs_0815', ''])).toEqual(['ghs_0815'])
    expect(maskedOf([], [], { HTTPS_PROXY: 'http://svc:pass-word@proxy.example.com' })).toEqual(
      ['pass-word', Buffer.from('svc:pass-word').toString('base64')]
        .flatMap((text) => [text, encodeURIComponent(text)])
        .filter((text, at, all) => all.indexOf(text) === at)
        .toSorted(),
    )
    expect(maskedOf([], [])).toEqual([])
  })

  it('are the lines of a private key, but for those that say what it is', () => {
    const lines = [
      'friendlyName: deploy',
      '-----BEGIN PRIVATE KEY-----',
      'Proc-Type: 4,ENCRYPTED',
      'MIIEvQIBADANBgkqhkiG9w0B',
      'AQEFAASCBKcwggSjAgEAAoIB/+==',
      'short==',
      '-----END PRIVATE KEY-----',
    ]
    const key = ['AQEFAASCBKcwggSjAgEAAoIB/+==', 'MIIEvQIBADANBgkqhkiG9w0B']
    for (const lineEnd of ['\n', '\r\n', '\\n']) {
      expect(maskedOf([entryOf('KEY', {}, { variableValues: [lines.join(lineEnd)] })])).toEqual(key)
    }
  })
})

describe('what is taken out of every text', () => {
  const key = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC'
  const withKey = entryOf('KEY', { headers: 'X-Access: open-sesame\nX-Mode: gzip' }, { variableValues: [`${key}\n`] })
  const { redactor } = maskAll(
    [ci, release, partner, withKey],
    ['ghs_of_the_run'],
    { https_proxy: 'http://svc:pass-word@proxy.example.com' },
    () => undefined,
  )

  it.each([
    ['the token of one entry', 'ci/Token-0815'],
    ['that of another one', 'ReleaseToken4711'],
    ['what is sent of a password', partnerBasic],
    ['the value of a header', 'open-sesame'],
    ['a common one, where it is a word of its own', 'gzip'],
    ['a line of a private key', key],
    ['the secret of the run itself', 'ghs_of_the_run'],
    ['the password of a proxy', 'pass-word'],
  ])('is %s', (_, secret) => {
    expect(redactor.redact(`It said ${secret} to us.`)).toBe('It said *** to us.')
  })
})

describe('a name that a server sends', () => {
  const { isTokenOf } = maskAll([ci, release, partner], [], {}, () => undefined)

  it.each([
    ['the token itself is its token', ci, 'ci/Token-0815', true],
    ['the token of another entry is one, too', ci, 'ReleaseToken4711', true],
    ['the password of another entry may be a name', ci, 'Passwort-1234', false],
    ['its own password is none', partner, 'Passwort-1234', true],
    ['what is sent of its password is none', partner, partnerBasic, true],
    ['a token beside a password is one', partner, 'ReleaseToken4711', true],
    ['a name is a name', ci, 'Jane Doe', false],
  ])('%s', (_, entry, name, expected) => {
    expect(isTokenOf(entry)(name)).toBe(expected)
  })
})
