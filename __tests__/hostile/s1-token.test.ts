import { describe, expect, it } from 'vitest'
import { authenticated, identity, jiraHeaders, movedTo } from '../support/answers.ts'
import { linesOf } from '../support/commands.ts'
import { goodToken } from '../support/healthy.ts'
import { playInProcess, runActionInProcess } from '../support/in-process.ts'
import { type SeenRequest, startJira } from '../support/jira.ts'
import { leaksOf, writtenBy } from '../support/leaks.ts'
import { playAgainst } from '../support/play.ts'
import { startProxy } from '../support/proxy.ts'
import type { Reply } from '../support/reply.ts'
import { type Answers, routes } from '../support/routes.ts'
import { exposuresOf } from './exposure.ts'
import { preload } from './preload.ts'
import { spellings } from './spellings.ts'

// S1: the token appears in nothing that is written, in no spelling, masking or no masking.

const dayMs = 86_400_000
const inDays = (days: number): string => new Date(Date.now() + days * dayMs).toISOString()

/** What a header can carry of a text: the bytes of its UTF-8, without control characters. */
const headerText = (text: string): string =>
  Buffer.from(text)
    .toString('latin1')
    .replace(/\p{Cc}/gu, '')

const headersWith = (text: string) => ({
  ...jiraHeaders,
  Server: headerText(text),
  'WWW-Authenticate': headerText(`OAuth realm="${text}"`),
  'X-AUSERNAME': headerText(text),
  'X-Echo': headerText(text),
  'Set-Cookie': headerText(`token=${text}`),
})

const page = (text: string): string =>
  `<!DOCTYPE html><html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>`

/** Several tokens of the account, so that warnings and advice name them too. */
const tokensCalled = (names: string[]): Reply =>
  authenticated(
    names.flatMap((name, id) => [
      { id, name, createdAt: inDays(-200), expiringAt: inDays(5) },
      { id: 100 + id, name: `${name}.`, createdAt: inDays(-400), expiringAt: inDays(-1) },
    ]),
  )

type Table = Partial<Record<'myself' | 'tokens' | 'permissions', Answers>>

/** Answers that repeat a text wherever they can. */
const echoes: Record<string, (text: string) => Table> = {
  'a proven identity': (text) => ({
    myself: {
      ...identity({ displayName: `I am ${text}.`, timeZone: text, locale: text, self: text, avatarUrls: { x: text } }),
      headers: headersWith(text),
    },
    tokens: tokensCalled([text]),
  }),
  'an error': (text) => ({
    myself: {
      status: 403,
      reason: headerText(text),
      headers: headersWith(text),
      body: { message: text, errorMessages: [text], errors: { [text]: text } },
    },
  }),
  'an error in the middle': (text) => ({
    permissions: { status: 400, reason: headerText(text), headers: headersWith(text), body: { errorMessages: [text] } },
  }),
  'the title of a page': (text) => ({ myself: { headers: headersWith(text), body: page(text) } }),
  'a redirect': (text) => ({
    myself: movedTo(headerText(`https://example.com/${text}/x;${text}?${text}=${text}#${text}`)),
  }),
  'the login page of a CAPTCHA': (text) => ({
    myself: ({ headers }: SeenRequest) => ({
      status: 403,
      headers: { 'X-Authentication-Denied-Reason': `CAPTCHA_CHALLENGE; login-url=http://${headers.host}/${text}` },
    }),
  }),
}

describe('the token, said back', () => {
  const usual = ['as it is', 'in base64 after a user name', 'percent-encoded throughout']
  const cases = Object.keys(echoes).flatMap((echo) =>
    spellings.filter(({ name }) => usual.includes(name)).map(({ name, spell }) => ({ echo, name, spell })),
  )

  it.concurrent.for(cases)('in $echo, $name', async ({ echo, spell }) => {
    const respond = routes(echoes[echo]?.(spell(goodToken)) ?? {})
    const { result } = await playInProcess({ respond }, { retries: '0', projects: 'OPS' })
    expect(exposuresOf([goodToken], writtenBy(result))).toEqual([])
    expect(result.outputs['reason']).toMatch(/\w/)
  })

  it.concurrent.for(spellings)('as the title of a page, $name', async ({ spell }) => {
    const respond = routes({ myself: { body: page(spell(goodToken)) } })
    const { result } = await playInProcess({ respond })
    expect(exposuresOf([goodToken], writtenBy(result))).toEqual([])
    // A tag ends the title.
    expect(result.outputs['message']).toMatch(/\*\*\*|titled “M”/)
  })

  it.concurrent.for([
    ['as the host of a redirect', movedTo(`https://${goodToken.replace(/\W/g, '')}.example.com/`)],
    ['as the user of a redirect', movedTo(`https://${goodToken}:${goodToken}@example.com/`)],
    ['at the end of a long title', { body: page(`${'.'.repeat(170)} ${goodToken}`) }],
    ['at the end of a title of blanks', { body: page(`x${' '.repeat(170)}${goodToken}`) }],
    ['where a long name is cut', identity({ displayName: `${'.'.repeat(280)}${goodToken}` })],
    [
      'after ten thousand characters that nobody sees',
      identity({ displayName: `${'\u200b'.repeat(9980)}${goodToken}` }),
    ],
    ['in its first half', identity({ displayName: goodToken.slice(0, 22) })],
    ['in its second half', identity({ displayName: goodToken.slice(22) })],
    ['many times over', identity({ displayName: goodToken.repeat(1000), timeZone: `${goodToken} `.repeat(300) })],
  ] satisfies [string, Reply][])('%s', async ([, reply]) => {
    const { result } = await playInProcess({ respond: routes({ myself: reply }) }, { retries: '0' })
    expect(exposuresOf([goodToken], writtenBy(result))).toEqual([])
  })

  it.concurrent.for([
    ['.', 290],
    ['&#8203;', 40],
    ['&#8203;', 1985],
    ['\u200b', 1990],
  ] as const)('not even its beginning, where a title is cut: after %j, %d times', async ([before, count]) => {
    const respond = routes({ myself: { body: page(`${before.repeat(count)}${goodToken}`) } })
    const { result } = await playInProcess({ respond })
    expect(result.outputs['message']).toMatch(/titled “[^“]*(?:\*\*\*|…)”/)
    expect(leaksOf([goodToken.slice(0, 4)], writtenBy(result))).toEqual([])
  })

  it.concurrent('in an error that nobody expects', async () => {
    const fault = `import { Socket } from 'node:net'
      Socket.prototype.connect = () => { throw new Error('cannot send Bearer ${goodToken} there') }`
    const { result } = await playAgainst({}, {}, { nodeArgs: preload(fault) })
    expect(result.outputs['reason']).toBe('internal-error')
    expect(exposuresOf([goodToken], writtenBy(result))).toEqual([])
  })
})

describe('the token, put into another input too', () => {
  // Of letters alone, so that it passes for a key.
  const token = goodToken.replace(/\W/g, '')
  const unknownPermission = { permissions: { status: 400, body: { errorMessages: [`No such permission: ${token}`] } } }

  it.concurrent.for<[string, Record<string, string>, Table]>([
    ['projects', { projects: token }, {}],
    ['projects, while the server is out of order', { projects: token }, { permissions: { status: 503 } }],
    ['permissions', { permissions: token }, {}],
    ['permissions, which the server repeats', { projects: 'OPS', permissions: token }, unknownPermission],
    ['expected-user', { 'expected-user': token }, {}],
    ['token-name', { 'token-name': token }, {}],
    ['username', { username: token }, {}],
    ['fail-on', { 'fail-on': token }, {}],
    ['ca-certificate', { 'ca-certificate': token }, {}],
  ])('%s', async ([, inputs, answers]) => {
    const respond = routes({ myself: identity(), tokens: authenticated([]), ...answers })
    const { result } = await playInProcess({ respond }, { token, retries: '1', ...inputs })
    expect(exposuresOf([token], writtenBy(result))).toEqual([])
    expect(result.outputs['reason']).toMatch(/\w/)
  })
})

describe('a user who is called like the token is not believed', () => {
  const asItIs = ['key', 'accountId', 'displayName', 'emailAddress'].map((field) => ({
    field,
    name: 'as it is',
    spell: (secret: string) => secret,
  }))
  const names = [...asItIs, ...spellings.map((spelling) => ({ field: 'name', ...spelling }))]

  it.concurrent.for(names)('$field, $name', async ({ field, spell }) => {
    const { result } = await playInProcess({ respond: routes({ myself: identity({ [field]: spell(goodToken) }) }) })
    expect(result.outputs).toMatchObject({ result: 'unknown', reason: 'no-identity', username: '', email: '' })
    expect(result.exitCode).toBe(1)
    expect(exposuresOf([goodToken], writtenBy(result))).toEqual([])
  })
})

describe('the other secrets, said back in every spelling', () => {
  it.concurrent('user:token of Basic authentication', async () => {
    const sent = Buffer.from(`svc-ci:${goodToken}`).toString('base64')
    const respond = routes({ myself: { status: 302, headers: { Location: `https://example.com/${sent}` } } })
    const { result } = await playInProcess({ respond }, { username: 'svc-ci' })
    expect(exposuresOf([goodToken, sent], writtenBy(result))).toEqual([])
  })

  /** Several at a time: the summary shows no more than twenty tokens. */
  const batches = [0, 1, 2].map((batch) => spellings.filter((_, index) => index % 3 === batch))
  // With the characters that one encoding or another escapes.
  const password = `p&ss<w0rd>"with'all/of+it=\\é`

  it.concurrent.for(batches)('the password of the proxy: %j', async (batch) => {
    const names = batch.map(({ spell }) => spell(password))
    const jira = await startJira({ respond: routes({ tokens: tokensCalled(names) }) })
    const proxy = await startProxy({ hosts: { 'jira.example.com': jira.port } })
    const result = await runActionInProcess({
      inputs: { 'jira-url': 'http://jira.example.com', 'allow-http': 'true', token: goodToken },
      env: { http_proxy: proxy.url.replace('//', `//svc-ci:${encodeURIComponent(password)}@`) },
    })
    await Promise.all([jira.close(), proxy.close()])
    expect(result.outputs).toMatchObject({ reason: 'authenticated', 'expiry-status': 'ambiguous' })
    expect(result.summary).toContain('&#42;&#42;&#42;')
    expect(exposuresOf([password], writtenBy(result))).toEqual([])
  })
})

it.concurrent('every spelling that is sent is masked before anything else is printed', async () => {
  const { result, setting } = await playAgainst({}, { username: 'svc-ci' })
  const [, sent = ''] = setting.jira?.requests[0]?.headers.authorization?.split(' ') ?? []
  const lines = linesOf(result.stdout)
  const masks = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('::add-mask::')),
  )
  for (const spelling of [goodToken, encodeURIComponent(goodToken), sent]) {
    expect(masks).toContain(`::add-mask::${spelling.replaceAll('%', '%25')}`)
  }
})
