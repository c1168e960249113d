import { describe, expect, it } from 'vitest'
import { readSecrets } from '../../src/inputs/secrets.ts'
import { someToken } from './source.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('the token', () => {
  it('is a secret, raw and percent-encoded', () => {
    expect(readSecrets(someToken, '', {})).toEqual({
      values: [someToken, someToken],
      spellings: [someToken, encodeURIComponent(someToken)],
    })
  })

  it('has no secrets in place of it where there is none', () => {
    expect(readSecrets('', '', {})).toEqual({ values: [], spellings: [] })
    expect(readSecrets('', 'svc-ci', {})).toEqual({ values: [], spellings: [] })
  })

  it.each(['Bearer', 'bearer', 'Basic'])('is one without a pasted %s before it too', (scheme) => {
    const { values, spellings } = readSecrets(`${scheme}  ${someToken}`, '', {})
    expect(values).toEqual([`${scheme}  ${someToken}`, someToken])
    expect(spellings).toContain(someToken)
  })

  it('that merely begins like a scheme is whole', () => {
    expect(readSecrets('BearerToken', '', {}).values).toEqual(['BearerToken', 'BearerToken'])
    expect(readSecrets('a Bearer token', '', {}).values).toEqual(['a Bearer token', 'a Bearer token'])
  })

  it('is one together with the username, as Basic authentication sends it', () => {
    const { values, spellings } = readSecrets('hunter>2', 'svc-ci', {})
    expect(values).toContain(base64('svc-ci:hunter>2'))
    expect(spellings).toEqual(
      expect.arrayContaining([
        'hunter>2',
        'hunter%3E2',
        base64('svc-ci:hunter>2'),
        encodeURIComponent(base64('svc-ci:hunter>2')),
      ]),
    )
  })

  it('may be ill-formed text', () => {
    expect(() => readSecrets('\uD800', '', {})).not.toThrow()
  })
})

describe('the credentials of a proxy', () => {
  it.each(['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'])('from %s', (variable) => {
    const { values } = readSecrets('', '', { [variable]: 'http://svc-ci:hunter2@proxy.example.com:3128' })
    expect(values).toEqual(['hunter2', 'hunter2', base64('svc-ci:hunter2')])
  })

  it('from all variables', () => {
    const { values } = readSecrets('', '', {
      https_proxy: 'http://svc-ci:first@proxy.example.com',
      HTTP_PROXY: 'http://svc-ci:second@proxy.example.com',
    })
    expect(values).toEqual(expect.arrayContaining(['first', 'second']))
  })

  it.each([
    ['percent-encoded', 'http://svc%40ci:p%40ss@proxy.example.com', ['p%40ss', 'p@ss', base64('svc@ci:p@ss')]],
    ['without a scheme', 'svc-ci:hunter2@proxy.example.com:3128', ['hunter2', base64('svc-ci:hunter2')]],
    ['in capital letters', 'HTTP://svc-ci:hunter2@proxy.example.com', ['hunter2', base64('svc-ci:hunter2')]],
    ['amid white space', ' http://svc-ci:hunter2@proxy.example.com\n', ['hunter2', base64('svc-ci:hunter2')]],
    ['without a user', 'http://:hunter2@proxy.example.com', ['hunter2', base64(':hunter2')]],
    ['with an @ in the password', 'http://svc-ci:hun@ter2@proxy.example.com', ['hun@ter2', base64('svc-ci:hun@ter2')]],
    ['with a colon in the password', 'http://svc-ci:hun:ter2@proxy.example.com', ['hun:ter2']],
    ['not to be decoded', 'http://svc-ci:100%@proxy.example.com', ['100%', base64('svc-ci:100%')]],
    ['of a scheme that is refused', 'socks5://svc-ci:hunter2@proxy.example.com', ['hunter2']],
  ])('%s', (_, value, secrets) => {
    expect(readSecrets('', '', { HTTPS_PROXY: value }).values).toEqual(expect.arrayContaining(secrets))
  })

  it.each([
    'http://proxy.example.com:3128',
    'proxy.example.com:3128',
    'http://svc-ci@proxy.example.com:3128',
    'http://svc-ci:@proxy.example.com:3128',
    'http://proxy.example.com/a:b@c',
    '',
  ])('none in %j', (value) => {
    expect(readSecrets('', '', { https_proxy: value })).toEqual({ values: [], spellings: [] })
  })
})
