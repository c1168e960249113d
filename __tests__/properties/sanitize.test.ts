import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../src/report/redact.ts'
import { markdownText, mermaidText, plainText } from '../../src/report/sanitize.ts'
import { parseCommand } from '../support/commands.ts'
import { hostileText } from './hostile-text.ts'
import { withSeed } from './reproducible.ts'

const { redact } = createRedactor(['hunter2-hunter2-hunter2', 'c2VjcmV0OnNlY3JldDpzZWNyZXQ'])
const plain = (text: string): string => plainText(text, redact)

describe(withSeed('plain text'), () => {
  it('twice is the same as once', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(plain(plain(text))).toBe(plain(text))
      }),
    )
  })

  it('is one line of visible text, and no command of a CI system, wherever in a line it stands', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = plain(text)
        expect(shown).not.toMatch(/\p{Cc}|[\u2028\u2029\u202A-\u202E\u2066-\u2069\u200B\u{E0000}-\u{E007F}]|\p{Cs}/u)
        expect(shown).not.toMatch(/::|##/)
        for (const line of [shown, `  ${shown}`, `Jira says ${shown}.`]) expect(parseCommand(line)).toBeUndefined()
      }),
    )
  })

  it('is short', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (one, other) => {
        expect(Array.from(plain(one.repeat(20) + other)).length).toBeLessThanOrEqual(300)
      }),
    )
  })

  it('leaves names in any script as they are', () => {
    const letter = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
      .filter((text) => /^(?:[\p{L}\p{M}\p{N}\p{Emoji_Presentation}]|\u200C|\u200D|\uFE0F)+$/u.test(text))
      .filter((text) => !/^\p{M}|^\u200C|^\u200D|[\u115F\u1160\u17B4\u17B5\u3164\uFFA0]/u.test(text))
    const word = fc.string({ unit: letter, minLength: 1, maxLength: 12 })
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(name, (text) => {
        expect(plain(text)).toBe(text)
      }),
    )
  })
})

const decoded = (html: string): string =>
  html.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replaceAll('\u200B', '')

describe(withSeed('inert in Markdown'), () => {
  it('has no sign left that means something there, and reads the same', () => {
    fc.assert(
      fc.property(hostileText.map(plain), (text) => {
        const shown = markdownText(text)
        expect(shown.replace(/&#\d+;/g, '')).not.toMatch(/[!#$&()*+\-/:<=>@[\\\]^_`{|}~]/)
        expect(shown).not.toMatch(/\w\.\w|(?:^|\s)\d+[.)]\s/)
        expect(decoded(shown)).toBe(text)
      }),
    )
  })

  it('names nobody: after decoding no at sign stands before a name, no number sign before a number', () => {
    fc.assert(
      fc.property(hostileText.map(plain), (text) => {
        const html = markdownText(text).replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
        expect(html).not.toMatch(/[@#]\w/)
      }),
    )
  })
})

describe(withSeed('inert in Mermaid'), () => {
  it('is letters, digits and signs that mean nothing there', () => {
    fc.assert(
      fc.property(hostileText.map(plain), (text) => {
        const name = mermaidText(text)
        expect(name).toMatch(/^[\p{L}\p{M}\p{N} ._()-]+$/u)
        expect(mermaidText(name)).toBe(name)
      }),
    )
  })
})
