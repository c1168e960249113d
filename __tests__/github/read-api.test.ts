import { describe, expect, it } from 'vitest'
import { readApiRoute } from '../../src/github/read-api.ts'

describe("where GitHub's API is", () => {
  it.each([
    ['github.com where nothing is said', {}, 'https://api.github.com'],
    ['github.com where it is blank', { GITHUB_API_URL: ' ' }, 'https://api.github.com'],
    ['github.com, as its runner says', { GITHUB_API_URL: 'https://api.github.com' }, 'https://api.github.com'],
    ['an Enterprise Server', { GITHUB_API_URL: 'https://ghe.example.com/api/v3/' }, 'https://ghe.example.com/api/v3'],
    [
      'a path with slashes behind it',
      { GITHUB_API_URL: 'https://ghe.example.com/api///' },
      'https://ghe.example.com/api',
    ],
    ['this machine', { GITHUB_API_URL: 'http://127.0.0.1:8080/api/v3' }, 'http://127.0.0.1:8080/api/v3'],
  ])('%s', (_what, environment, baseUrl) => {
    expect(readApiRoute(environment)).toEqual({ baseUrl, proxy: undefined })
  })

  it('and through which proxy', () => {
    const environment = { https_proxy: 'http://proxy.example.com:3128', no_proxy: 'ghe.example.com' }
    expect(readApiRoute(environment)).toMatchObject({ proxy: { hostname: 'proxy.example.com', port: 3128 } })
    const spared = { ...environment, GITHUB_API_URL: 'https://ghe.example.com/api/v3' }
    expect(readApiRoute(spared)).toMatchObject({ proxy: undefined })
  })

  it.each([
    ['http', 'http://api.github.com', 'is no https URL, and a token has to go there'],
    ['another scheme', 'ftp://api.github.com', 'is no https URL, and a token has to go there'],
    ['another scheme on this machine', 'ftp://127.0.0.1', 'is no https URL, and a token has to go there'],
    ['a user', 'https://geheim@api.github.com', 'holds a login, which does not belong there'],
    ['a password', 'https://:geheim@api.github.com', 'holds a login, which does not belong there'],
    ['a login', 'https://me:geheim@api.github.com', 'holds a login, which does not belong there'],
    ['a query', 'https://api.github.com/?geheim=1', 'has a query or a fragment'],
    ['a fragment', 'https://api.github.com/#geheim', 'has a query or a fragment'],
    ['no URL', 'geheim', 'cannot be read as a URL'],
    ['a host that there cannot be', 'https://${geheim}', 'cannot be read as a URL'],
  ])('is not taken from %s, and not quoted', (_what, url, problem) => {
    const found = readApiRoute({ GITHUB_API_URL: url })
    expect(found).toMatchObject({
      kind: 'finding',
      reason: 'input-invalid',
      facts: {
        input: 'GITHUB_API_URL',
        problem,
        accepts: 'https://api.github.com, or https://HOST/api/v3 of a GitHub Enterprise Server',
      },
    })
    expect(JSON.stringify(found)).not.toContain('geheim')
  })

  it('is not known where its proxy is not', () => {
    expect(readApiRoute({ https_proxy: 'socks5://proxy.example.com' })).toMatchObject({
      reason: 'input-invalid',
      facts: { input: 'https_proxy' },
    })
  })
})
