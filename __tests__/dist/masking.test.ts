import { describe, expect, it } from 'vitest'
import { authenticated, bearerRejected, identity, jiraHeaders, movedTo } from '../support/answers.ts'
import { linesOf } from '../support/commands.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { leaksOf, spellingsOf, writtenBy } from '../support/leaks.ts'
import { playAgainst } from '../support/play.ts'
import type { Reply } from '../support/reply.ts'
import { routes } from '../support/routes.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('masks', () => {
  it.concurrent('come before everything else', async () => {
    const { result } = await playAgainst({})
    expect(linesOf(result.stdout)[0]).toMatch(/^::add-mask::/)
    expect(result.masks).toContain(goodToken)
  })

  it.concurrent('cover what Basic authentication sends', async () => {
    const { result } = await playAgainst({}, { username: 'svc-ci' })
    expect(result.masks).toContain(goodToken)
    expect(result.masks).toContain(base64(`svc-ci:${goodToken}`))
  })

  it.concurrent('cover the password of the proxy, as it is written and as it is sent', async () => {
    const env = { https_proxy: 'http://svc-ci:p%40ss-w0rd@127.0.0.1:1' }
    const { result } = await playAgainst({}, { 'jira-url': 'https://jira.example.com', retries: '0' }, { env })
    expect(result.masks).toEqual(expect.arrayContaining(['p@ss-w0rd', 'p%40ss-w0rd', base64('svc-ci:p@ss-w0rd')]))
  })

  it.concurrent('cover a token that is never sent', async () => {
    const { result } = await playAgainst({}, { token: `Bearer ${goodToken}` })
    expect(result.outputs).toMatchObject({ reason: 'token-malformed' })
    expect(result.masks.some((mask) => mask.includes(goodToken))).toBe(true)
  })

  it.concurrent('leave the identity alone: masked values do not cross jobs', async () => {
    const { result } = await playAgainst({})
    const identityOutputs = ['username', 'user-key', 'display-name', 'email'].map((name) => result.outputs[name] ?? '')
    for (const mask of result.masks) for (const value of identityOutputs) expect(value).not.toContain(mask)
  })
})

describe('a server that says the token back', () => {
  const echoes: [where: string, echo: (text: string) => Reply][] = [
    ['as an error message', (text) => ({ ...bearerRejected, body: { message: text } })],
    ['in a page', (text) => ({ status: 500, body: `<html><title>${text}</title>${text}</html>` })],
    [
      'in a header',
      (text) => ({ status: 403, headers: { ...jiraHeaders, Server: text, 'X-Seraph-LoginReason': text } }),
    ],
    ['in a redirect', (text) => movedTo(`https://${encodeURIComponent(text)}.example.com/${text}?token=${text}`)],
    ['as a reason phrase', (text) => ({ status: 418, reason: text })],
    ['as the display name', (text) => identity({ displayName: `I am ${text}` })],
    ['as the time zone', (text) => identity({ timeZone: text })],
    ['as the locale', (text) => identity({ locale: text })],
  ]
  const spellings: [spelling: string, spell: (token: string) => string][] = [
    ['as it is', (token) => token],
    ['in base64', base64],
    ['URL-encoded', encodeURIComponent],
    ['in base64 with the user', (token) => base64(`svc-ci:${token}`)],
  ]
  const cases = echoes.flatMap(([where, echo]) =>
    spellings.map(([spelling, spell]) => [`${where}, ${spelling}`, (token: string) => echo(spell(token))] as const),
  )

  it.concurrent.for(cases)('%s', async ([, echo]) => {
    const { result } = await playAgainst({ respond: routes({ myself: echo(goodToken) }) }, { retries: '0' })
    expect(leaksOf(spellingsOf(goodToken), writtenBy(result))).toEqual([])
    expect(result.outputs['result']).toMatch(/\w/)
  })

  it.concurrent.for(['name', 'key', 'accountId'])('is not believed where the %s is the token', async (field) => {
    const { result } = await playAgainst({ respond: routes({ myself: identity({ [field]: goodToken }) }) })
    expect(result.outputs['result']).not.toBe('usable')
    expect(result.exitCode).toBe(1)
    expect(leaksOf(spellingsOf(goodToken), writtenBy(result))).toEqual([])
  })

  it.concurrent('in the name of a listed token', async () => {
    const list = authenticated([{ id: 1, name: goodToken, expiringAt: '2999-01-01T00:00:00.000+00:00' }])
    const { result } = await playAgainst({ respond: routes({ tokens: list }) })
    expect(leaksOf(spellingsOf(goodToken), writtenBy(result))).toEqual([])
  })
})

describe('a server that speaks the language of the runner', () => {
  const hostile = [
    'x\n::error title=forged::forged',
    'x\r::set-output name=result::usable',
    'x ##[error]forged',
    '::stop-commands::x',
    'x%0A::warning::forged',
    'x\u2028::error::forged\u2029::error::forged',
    'x\u0085::error::forged\u000b::error::forged',
    '\u001b[2K\u001b[1G::error::forged',
    'result<<EOF\nusable\nEOF\nresult=usable',
  ]

  it.concurrent.for(hostile)('is not obeyed: %j', async (text) => {
    const { result } = await playAgainst({
      respond: routes({ myself: identity({ displayName: text, timeZone: text, locale: text }) }),
    })
    expect(result.outputs).toMatchObject({ result: 'usable', reason: 'authenticated', username: 'svc-ci' })
    expect(result.annotations).toEqual([])
    expect(result.commands).toEqual([])
    expect(result.stdout.replace(/^::add-mask::/gm, '')).not.toMatch(/::|##\[/)
  })

  it.concurrent.for(hostile)('is not obeyed in an error either: %j', async (text) => {
    const refusal = { ...bearerRejected, body: { errorMessages: [text], message: text } }
    const { result } = await playAgainst({ respond: routes({ myself: refusal }) }, { token: badToken })
    expect(result.outputs).toMatchObject({ result: 'refused', reason: 'token-rejected' })
    expect(result.annotations).toHaveLength(1)
    expect(result.commands).toEqual([])
  })
})
