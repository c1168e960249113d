import { describe, expect, it } from 'vitest'
import { bearerRejected, identity, jiraHeaders, movedTo } from '../support/answers.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { playInProcess } from '../support/in-process.ts'
import { leaksOf, spellingsOf, writtenBy } from '../support/leaks.ts'
import type { Reply } from '../support/reply.ts'
import { routes } from '../support/routes.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

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
    const { result } = await playInProcess({ respond: routes({ myself: echo(goodToken) }) }, { retries: '0' })
    expect(leaksOf(spellingsOf(goodToken), writtenBy(result))).toEqual([])
    expect(result.outputs['result']).toMatch(/\w/)
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
    const { result } = await playInProcess({
      respond: routes({ myself: identity({ displayName: text, timeZone: text, locale: text }) }),
    })
    expect(result.outputs).toMatchObject({ result: 'usable', reason: 'authenticated', username: 'svc-ci' })
    expect(result.annotations).toEqual([])
    expect(result.commands).toEqual([])
    expect(result.stdout.replace(/^::add-mask::/gm, '')).not.toMatch(/::|##\[/)
  })

  it.concurrent.for(hostile)('is not obeyed in an error either: %j', async (text) => {
    const refusal = { ...bearerRejected, body: { errorMessages: [text], message: text } }
    const { result } = await playInProcess({ respond: routes({ myself: refusal }) }, { token: badToken })
    expect(result.outputs).toMatchObject({ result: 'refused', reason: 'token-rejected' })
    expect(result.annotations).toHaveLength(1)
    expect(result.commands).toEqual([])
  })
})
