import { describe, expect, it } from 'vitest'
import { authenticated, identity } from '../support/answers.ts'
import { linesOf } from '../support/commands.ts'
import { goodToken } from '../support/healthy.ts'
import { leaksOf, spellingsOf, writtenBy } from '../support/leaks.ts'
import { playAgainst } from '../support/play.ts'
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
