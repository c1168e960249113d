import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../src/report/redact.ts'
import { plainText } from '../../src/report/sanitize.ts'
import { hostileText } from './hostile-text.ts'
import { withSeed } from './reproducible.ts'

/** The ways in which one character of a secret can be written. */
const spellings: readonly ((character: string) => string)[] = [
  (character) => character,
  (character) => character.toUpperCase(),
  (character) => `%${hexOf(character)}`,
  (character) => `%25${hexOf(character)}`,
  (character) => `&#${character.charCodeAt(0)};`,
  (character) => `&#x${hexOf(character)};`,
  (character) => `\\u00${hexOf(character)}`,
  (character) => `\\\\u00${hexOf(character).toUpperCase()}`,
  (character) => `${character}\u200B`,
  (character) => `${character} `,
]

function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(2, '0')
}

const secret = fc.stringMatching(/^[A-Za-z0-9+/=_:.-]{20,60}$/)
const jiraToken = fc.stringMatching(/^[MNO][A-Za-z0-9+/]{43}$/)
const spelled = jiraToken.chain((token) =>
  fc
    .array(fc.constantFrom(...spellings), { minLength: token.length, maxLength: token.length })
    .map((ways) => ({ token, text: Array.from(token, (character, at) => ways[at]?.(character) ?? '').join('') })),
)

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe(withSeed('a secret is hidden'), () => {
  it('whatever way each of its characters is written', () => {
    fc.assert(
      fc.property(spelled, ({ token, text }) => {
        expect(createRedactor([token]).redact(`“${text}”`)).toMatch(/^“\*\*\*[ \u200B]?”$/)
      }),
    )
  })

  it('amid hostile text, before that is shown', () => {
    fc.assert(
      fc.property(spelled, hostileText, hostileText, ({ token, text }, before, after) => {
        const shown = plainText(`${before}“${text}”${after}`, createRedactor([token]).redact, 100_000)
        const bare = shown.toLowerCase().replace(/[^a-z0-9+/]/g, '')
        expect(bare).not.toContain(token.toLowerCase())
      }),
    )
  })

  it('in base64, wherever it stands in a longer text', () => {
    fc.assert(
      fc.property(secret, fc.string({ maxLength: 10 }), fc.string({ maxLength: 10 }), (token, before, after) => {
        const { redact } = createRedactor([token])
        for (const encode of [base64, (text: string) => Buffer.from(text).toString('base64url')]) {
          const encoded = encode(`${before}${token}${after}`)
          const shown = redact(encoded)
          expect(shown).toContain('***')
          // What is left belongs to the text around it, but for one sign at either end.
          const around = Buffer.byteLength(before) + Buffer.byteLength(after)
          expect(shown.replace('***', '').length).toBeLessThanOrEqual(Math.ceil((around * 8) / 6) + 6)
        }
      }),
    )
  })

  it('in any part of it that is long enough to be no chance', () => {
    const part = secret.chain((token) =>
      fc
        .tuple(fc.nat({ max: token.length - 16 }), fc.integer({ min: 16, max: token.length }))
        .map(([start, length]) => ({ token, text: token.slice(start, start + length) })),
    )
    fc.assert(
      fc.property(part, ({ token, text }) => {
        fc.pre(text.length >= 16)
        expect(createRedactor([token]).redact(`“${text}”`)).toBe('“***”')
      }),
    )
  })

  it('as a name of somebody', () => {
    fc.assert(
      fc.property(spelled, ({ token, text }) => {
        const { isSecret } = createRedactor([token])
        expect([isSecret(token), isSecret(text), isSecret(base64(token)), isSecret(`the ${token}`)]).toEqual([
          ...[true, true, true, true],
        ])
      }),
    )
  })
})

describe(withSeed('what is no secret'), () => {
  const { redact, isSecret } = createRedactor(['hunter2-hunter2-hunter2', 'MjcxODI4MTgyODQ1OmEgc3RhbmQtaW4'])

  it('stays as it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(redact(text)).toBe(text)
        expect(isSecret(text)).toBe(false)
      }),
    )
  })

  it('stays, whatever the secrets are: nothing else than mask and text comes out', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 3 }), hostileText, (secrets, text) => {
        fc.pre(!text.includes('*'))
        const shown = createRedactor(secrets).redact(text)
        for (const part of shown.split('***')) expect(text).toContain(part)
      }),
    )
  })
})
