import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { allProducts } from '../../src/products/all-products.ts'
import { productOf } from '../../src/products/product-of.ts'
import { answered } from '../verdict/answered.ts'
import { identityOf } from '../verdict/asked-for.ts'

const { jira, confluence, bitbucket } = allProducts

describe('a product', () => {
  it('is loaded by its name', async () => {
    expect(await Promise.all(['jira', 'confluence', 'bitbucket'].map((name) => productOf(name as 'jira')))).toEqual([
      jira,
      confluence,
      bitbucket,
    ])
  })

  it.each(['confluence', 'bitbucket'] as const)('that is not of this version is told by its file: %s', async (name) => {
    vi.doMock(`../../src/products/${name}.ts`, () => ({ VERSION: '0.0.0' }))
    onTestFinished(() => void vi.doUnmock(`../../src/products/${name}.ts`))
    await expect(productOf(name)).rejects.toThrow(`${name}.js is not of this version: copy the whole of dist/`)
  })

  it('asks for a permission by default, or for none', () => {
    expect([jira, confluence, bitbucket].map((product) => product.permissionsOfProjects)).toEqual([
      ['BROWSE_PROJECTS'],
      [],
      [],
    ])
  })

  it('knows what makes an administrator, where its answers tell that', () => {
    expect([jira, confluence, bitbucket].map((product) => product.administratorPermissions)).toEqual([
      ['ADMINISTER', 'SYSTEM_ADMIN'],
      [],
      [],
    ])
  })

  it('has a page on which tokens are managed, and a resource that lists them', () => {
    const url = 'https://example.com/x'
    expect([jira, confluence, bitbucket].map((product) => product.tokenPageOf(url))).toEqual([
      expect.stringMatching(/^https:\/\/example\.com\/x\/secure\/ViewProfile\.jspa/),
      `${url}/plugins/personalaccesstokens/usertokens.action`,
      `${url}/plugins/servlet/access-tokens/manage`,
    ])
    const identity = identityOf({ slug: 'svc-ci' })
    expect([jira, confluence, bitbucket].map((product) => product.tokensPathOf(identity))).toEqual([
      '/rest/pat/latest/tokens',
      '/rest/pat/latest/tokens',
      '/rest/access-tokens/latest/users/svc-ci',
    ])
  })

  it('has tokens that can make tokens, or not', () => {
    expect([jira, confluence, bitbucket].map(({ tokenMaking }) => tokenMaking !== undefined)).toEqual([
      true,
      true,
      false,
    ])
  })

  it('knows the tokens of other systems by their marks, unless they are its own', () => {
    expect([jira, confluence, bitbucket].map(({ tokenSystem }) => tokenSystem)).toEqual([
      undefined,
      undefined,
      'Bitbucket',
    ])
  })

  it('has others beside it, each with an input of its own', () => {
    expect([jira, confluence, bitbucket].map(({ others }) => others.map(({ urlInput }) => urlInput))).toEqual([
      ['confluence-url', 'bitbucket-url'],
      ['jira-url', 'bitbucket-url'],
      ['jira-url', 'confluence-url'],
    ])
    expect([jira, confluence, bitbucket].map(({ contextPaths }) => contextPaths)).toEqual([
      ['/jira'],
      ['/confluence', '/wiki'],
      ['/bitbucket', '/stash'],
    ])
  })
})

describe('Cloud', () => {
  const isCloudHost = (host: string): (boolean | undefined)[] =>
    [jira, confluence, bitbucket].map(({ cloud }) => cloud?.host.test(host))

  it.each<[string, (boolean | undefined)[]]>([
    ['example.atlassian.net', [true, true, undefined]],
    ['atlassian.net', [true, true, undefined]],
    ['EXAMPLE.ATLASSIAN.NET', [true, true, undefined]],
    ['example.jira.com', [true, false, undefined]],
    ['jira.com', [true, false, undefined]],
    ['jira.com.example.com', [false, false, undefined]],
    ['atlassian.net.example.com', [false, false, undefined]],
    ['myjira.com', [false, false, undefined]],
  ])('is at %s: %j', (host, expected) => {
    expect(isCloudHost(host)).toEqual(expected)
  })

  it('is told by Atlassian’s edge, behind which there is no Bitbucket', () => {
    const answer = answered({ headers: { Server: 'AtlassianEdge' } })
    expect([jira, confluence, bitbucket].map((product) => product.isOfCloud(answer))).toEqual([true, true, false])
  })

  it('has a context path of its own', () => {
    expect([jira.cloud?.path, confluence.cloud?.path]).toEqual(['', '/wiki'])
  })
})

it('asks for a CAPTCHA in words that are Bitbucket’s alone; the others do it by a header', () => {
  const errors = [
    { message: 'no', exceptionName: 'com.atlassian.bitbucket.auth.CaptchaRequiredAuthenticationException' },
  ]
  const answer = answered({ status: 401, body: { errors } })
  expect([jira, confluence, bitbucket].map((product) => product.asksForCaptcha(answer))).toEqual([false, false, true])
})

describe('a path to which a redirect leads is a page, and no context path', () => {
  it.each<[string, boolean[]]>([
    ['/jira/secure/Dashboard.jspa', [true, false, false]],
    ['/secure', [true, false, false]],
    ['/browse/OPS-1', [true, false, false]],
    ['/projects/OPS', [true, false, true]],
    ['/securely', [false, false, false]],
    ['/dashboard', [true, false, true]],
    ['/display/OPS', [false, true, false]],
    ['/wiki/pages/1', [false, true, false]],
    ['/wiki/index.action', [false, true, false]],
    ['/wiki/.action', [false, false, false]],
    ['/displays', [false, false, false]],
    ['/login', [false, false, true]],
    ['/getting-started', [false, false, true]],
    ['/loginhelp', [false, false, false]],
    ['/jira', [false, false, false]],
  ])('%s: %j', (path, expected) => {
    expect([jira, confluence, bitbucket].map(({ pages }) => pages.test(path))).toEqual(expected)
  })
})
