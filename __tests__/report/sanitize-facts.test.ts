import { describe, expect, it } from 'vitest'
import type { Facts } from '../../src/catalogue/facts.ts'
import { inWords, sanitizePermissions, withoutEmail } from '../../src/report/sanitize-facts.ts'

describe('a fact goes into words by where it comes from', () => {
  const sanitizing = {
    text: (value: string) => `sanitized ${value}`,
    ownText: (value: string) => `mostly ours: ${value}`,
    ownAddress: (value: string) => `address ${value}`,
    nameOf: (input: string) => `--${input}`,
  }
  const shown = (name: string, value: string | string[] | undefined): string | undefined =>
    inWords({ [name]: value } as Facts, sanitizing)[name]

  const ours = ['input', 'gateInput', 'proxyVariable', 'otherProduct', 'otherInput', 'notAnswered']
  const inputs = ['problem', 'accepts', 'wanted', 'detail', 'request', 'secretState', 'newTokenState', 'placesState']
  const addresses = [
    ...['baseUrl', 'host', 'proxy', 'tokenPage', 'correction', 'comparedUrl', 'frontUrl', 'httpsUrl'],
    ...['blockedHost', 'path'],
  ]

  it.each(ours)('a name of ours stays as it is, but for the inputs: %s', (name) => {
    expect(shown(name, '<token> ::')).toBe('--token ::')
  })

  it.each(inputs)('words of ours may quote others, and name inputs: %s', (name) => {
    expect(shown(name, '<token>')).toBe('mostly ours: --token')
  })

  it.each(addresses)('an address that was found to be plain may have a short secret in it: %s', (name) => {
    expect(shown(name, 'https://[::1]')).toBe('address https://[::1]')
  })

  it.each(['displayName', 'server', 'pageTitle', 'whatever'])('all else is the text of a server: %s', (name) => {
    expect(shown(name, '<token>')).toBe('sanitized <token>')
    expect(shown(name, ['a', 'b'])).toBe('sanitized a, sanitized b')
  })

  it('a hundred of a list are named, and the rest is counted', () => {
    const listed = (count: number): string[] =>
      shown(
        'server',
        Array.from({ length: count }, (_, index) => `s${index}`),
      )?.split(', ') ?? []
    expect(listed(100)).toHaveLength(100)
    expect(listed(100).at(-1)).toBe('sanitized s99')
    expect(listed(103)).toHaveLength(101)
    expect(listed(103).at(-1)).toBe('and 3 more')
  })

  it('what is not known stays unknown', () => {
    expect(shown('server', undefined)).toBeUndefined()
  })
})

describe('an e-mail address', () => {
  const gone = (line: string, email = 'svc.ci+1@example.com'): string => withoutEmail(line, email)

  it.each([
    ['as it is', 'a svc.ci+1@example.com b', 'a (e-mail address) b'],
    ['in capitals', 'SVC.CI+1@EXAMPLE.COM', '(e-mail address)'],
    ['in a path', '/users/svc.ci+1%40example.com/', '/users/(e-mail address)/'],
    ['in a word', 'xsvc.ci+1@example.comx', 'x(e-mail address)x'],
    ['joined by what nobody sees', 'svc.\u200Cci+1\u200D\uFE0F@example.com', '(e-mail address)'],
    ['twice', 'svc.ci+1@example.com, svc.ci+1@example.com', '(e-mail address), (e-mail address)'],
    ['but not of somebody else', 'svcxci+1@example.com', 'svcxci+1@example.com'],
  ])('stands in no text: %s', (_, line, shown) => {
    expect(gone(line)).toBe(shown)
  })

  it('is none without its at sign, or where it is longer than any', () => {
    expect(gone('svc-ci', 'svc-ci')).toBe('svc-ci')
    expect(gone('svc-ci', '')).toBe('svc-ci')
    const [longest, longer] = [`${'x'.repeat(308)}@example.com`, `${'x'.repeat(309)}@example.com`]
    expect(gone(longest, longest)).toBe('(e-mail address)')
    expect(gone(longer, longer)).toBe(longer)
  })
})

it('a key is looked through once, however often it is asked about', () => {
  const seen: string[] = []
  const redact = (key: string): string => {
    seen.push(key)
    return `(${key})`
  }
  const asked = [
    { place: 'OPS', permission: 'A', holding: 'held' },
    { place: 'OPS', permission: 'B', holding: 'missing' },
    { place: undefined, permission: 'A', holding: 'unknown' },
  ] as const
  expect(sanitizePermissions(asked, redact)).toEqual([
    { place: '(OPS)', permission: '(A)', holding: 'held' },
    { place: '(OPS)', permission: '(B)', holding: 'missing' },
    { place: undefined, permission: '(A)', holding: 'unknown' },
  ])
  expect(seen).toEqual(['OPS', 'A', 'B'])
})
