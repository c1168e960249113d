import { describe, expect, it } from 'vitest'
import { readSecrets, type SecretSource } from '../../src/inputs/secrets.ts'
import { someToken } from './source.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

const read = (given: Partial<SecretSource>) =>
  readSecrets({ token: '', username: '', headers: '', urls: [], environment: {}, ...given })

const none = { values: [], commonValues: [], tokens: [], spellings: [] }

describe('the token', () => {
  it('is a secret, raw and percent-encoded', () => {
    expect(read({ token: someToken })).toEqual({
      values: [someToken],
      commonValues: [],
      tokens: [someToken],
      spellings: [someToken, encodeURIComponent(someToken)],
    })
  })

  it('has no secrets in place of it where there is none', () => {
    expect(read({})).toEqual(none)
    expect(read({ username: 'svc-ci' })).toEqual(none)
  })

  it.each(['Bearer', 'bearer', 'Basic'])('is one without a pasted %s before it too', (scheme) => {
    const { values, spellings } = read({ token: `${scheme}  ${someToken}` })
    expect(values).toEqual([`${scheme}  ${someToken}`, someToken])
    expect(spellings).toContain(someToken)
  })

  it('that merely begins like a scheme is whole', () => {
    expect(read({ token: 'BearerToken' }).values).toEqual(['BearerToken'])
    expect(read({ token: 'a Bearer token' }).values).toEqual(['a Bearer token'])
  })

  it('is one together with the username, as Basic authentication sends it', () => {
    const { values, tokens, spellings } = read({ token: 'hunter>2', username: 'svc-ci' })
    expect(values).toContain(base64('svc-ci:hunter>2'))
    expect(tokens).toEqual(['hunter>2', base64('svc-ci:hunter>2')])
    expect(spellings).toEqual([...['hunter>2', 'hunter%3E2', 'c3ZjLWNpOmh1bnRlcj4y']])
    expect(read({ token: 'hunter>>', username: 'svc-ci' }).spellings).toContain('c3ZjLWNpOmh1bnRlcj4%2B')
  })

  it('is no secret as a name where it is the name of the user', () => {
    const { values, tokens } = read({ token: 'svc-ci', username: 'svc-ci' })
    expect(tokens).toEqual([base64('svc-ci:svc-ci')])
    expect(values).toContain('svc-ci')
  })

  it('may be ill-formed text', () => {
    expect(() => read({ token: 'abc\uD800' })).not.toThrow()
  })
})

describe('a mask would blot out the log where it is short', () => {
  it.each([
    ['a', []],
    ['abcd', ['abcd']],
  ])('%s', (token, spellings) => {
    expect(read({ token }).spellings).toEqual(spellings)
    expect(read({ token }).values).toEqual([token])
    expect(read({ urls: [`https://u:${token}@jira.example.com`] })).toMatchObject({ spellings, values: [token] })
    expect(read({ environment: { https_proxy: `http://u:${token}@p` } }).spellings).toEqual([
      ...[...spellings, base64(`u:${token}`)],
    ])
  })

  it.each([
    ['gzip', []],
    ['1234567', []],
    ['12345678', ['12345678']],
  ])('the more so where it is the value of a header: %s', (value, spellings) => {
    const commonValues = spellings.length === 0 ? [value] : []
    expect(read({ headers: `X-A: ${value}` })).toEqual({ values: spellings, commonValues, tokens: [], spellings })
  })

  it('and not common where it is a secret elsewhere too', () => {
    expect(read({ headers: 'X-A: hunter2', token: 'hunter2' })).toMatchObject({ values: ['hunter2'], commonValues: [] })
  })
})

describe('the values of headers', () => {
  it('are secrets, but no tokens: a server may well be called like one', () => {
    expect(read({ token: someToken, headers: 'CF-Access-Client-Id: abc.access\nX-B: Bearer hunter2-hunter2' })).toEqual(
      {
        values: [someToken, 'abc.access', 'Bearer hunter2-hunter2', 'hunter2-hunter2'],
        commonValues: [],
        tokens: [someToken],
        spellings: [
          ...[someToken, encodeURIComponent(someToken), 'abc.access', 'Bearer hunter2-hunter2'],
          ...['Bearer%20hunter2-hunter2', 'hunter2-hunter2'],
        ],
      },
    )
  })
})

describe('a password in the URL of Jira', () => {
  it('is a secret, though it is refused', () => {
    const { values, tokens } = read({ urls: ['https://svc-ci:hun%40ter2@jira.example.com'] })
    expect(values).toEqual(['hun%40ter2', 'hun@ter2'])
    expect(tokens).toEqual([])
  })
})

describe('the credentials of a proxy', () => {
  it.each(['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'])('from %s', (variable) => {
    const { values, tokens } = read({ environment: { [variable]: 'http://svc-ci:hunter2@proxy.example.com:3128' } })
    expect(values).toEqual(['hunter2', base64('svc-ci:hunter2')])
    expect(tokens).toEqual([])
  })

  it('from all variables', () => {
    const environment = {
      https_proxy: 'http://svc-ci:first@proxy.example.com',
      HTTP_PROXY: 'http://svc-ci:second@proxy.example.com',
    }
    expect(read({ environment }).values).toEqual(expect.arrayContaining(['first', 'second']))
  })

  const proxied = (login: string): string => `http://${login}@proxy.example.com:3128`

  it.each([
    ['percent-encoded', proxied('svc%40ci:p%40ss'), ['p%40ss', 'p@ss', base64('svc@ci:p@ss')]],
    ['percent-encoded twice', proxied('svc-ci:p%2540ss'), ['p%2540ss', 'p%40ss', 'p@ss', base64('svc-ci:p%40ss')]],
    ['without a scheme', 'svc-ci:hunter2@proxy.example.com:3128', ['hunter2', base64('svc-ci:hunter2')]],
    ['in capital letters', 'HTTP://svc-ci:hunter2@proxy.example.com', ['hunter2', base64('svc-ci:hunter2')]],
    ['amid white space', ` ${proxied('svc-ci:hunter2')}\n`, ['hunter2', base64('svc-ci:hunter2')]],
    ['without a user', proxied(':hunter2'), ['hunter2', base64(':hunter2')]],
    ['with an @ in the user', proxied('svc@example.com:hunter2'), ['hunter2', base64('svc@example.com:hunter2')]],
    ['with a domain in the user', proxied('CORP\\svc-ci:hunter2'), ['hunter2', base64('CORP\\svc-ci:hunter2')]],
    ['with an @', proxied('svc-ci:hun@ter2'), ['hun@ter2', 'hun%40ter2', base64('svc-ci:hun@ter2')]],
    ['with a colon', proxied('svc-ci:hun:ter2'), ['hun:ter2', 'hun%3Ater2', base64('svc-ci:hun:ter2')]],
    ['with a slash', proxied('svc-ci:hun/ter2'), ['hun/ter2', 'hun%2Fter2', base64('svc-ci:hun/ter2')]],
    ['with two slashes', proxied('svc-ci:hun//ter2'), ['hun//ter2', base64('svc-ci:hun//ter2')]],
    ['without a scheme, but with its slashes', '//svc-ci:hunter2@proxy', ['hunter2', base64('svc-ci:hunter2')]],
    ['with all of them', proxied('svc-ci:h@u:n/t%er2'), ['h@u:n/t%er2', base64('svc-ci:h@u:n/t%er2')]],
    ['not to be decoded', proxied('svc-ci:100%'), ['100%', '100%25', base64('svc-ci:100%')]],
    ['with a line break', proxied('svc-ci:hun\nter2'), ['hun\nter2']],
    ['of a scheme that is refused', 'socks5://svc-ci:hunter2@proxy.example.com', ['hunter2']],
  ])('%s', (_, value, secrets) => {
    const { values, spellings } = read({ environment: { HTTPS_PROXY: value } })
    expect(values).toEqual(expect.arrayContaining(secrets))
    for (const secret of secrets)
      expect(spellings).toEqual(expect.arrayContaining([secret, encodeURIComponent(secret)]))
  })

  it.each([
    'http://proxy.example.com:3128',
    'proxy.example.com:3128',
    'http://svc-ci@proxy.example.com:3128',
    'http://svc-ci:@proxy.example.com:3128',
    'http://',
    'htt?p://svc-ci@proxy.example.com:3128',
    '',
  ])('none in %j', (value) => {
    expect(read({ environment: { https_proxy: value } })).toEqual(none)
  })
})
