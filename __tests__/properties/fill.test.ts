import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fill, type Words } from '../../src/catalogue/fill.ts'
import { hostileText } from './hostile-text.ts'
import { withSeed } from './reproducible.ts'

/** A piece of a template: words, a fact, or an optional part with a fact. */
type Piece = { words: string } | { fact: string; isOptional: boolean }

const words = fc.string({ unit: fc.constantFrom(...'abc .,:“”()'), maxLength: 8 })
const name = fc.constantFrom('host', 'user', 'detail', 'tokenName')
const piece: fc.Arbitrary<Piece> = fc.oneof(
  words.map((text) => ({ words: text })),
  fc.record({ fact: name, isOptional: fc.boolean() }),
)

const templateOf = (pieces: Piece[]): string =>
  pieces
    .map((part) => ('words' in part ? part.words : part.isOptional ? `[ (${braced(part)})]` : braced(part)))
    .join('')

function braced({ fact }: { fact: string }): string {
  return `{${fact}}`
}

/** The same, put together by hand. */
function filled(pieces: Piece[], facts: Words): string {
  return pieces
    .map((part) => {
      if ('words' in part) return part.words
      const fact = facts[part.fact] ?? ''
      return part.isOptional ? fact && ` (${fact})` : fact || '(unknown)'
    })
    .join('')
}

describe(withSeed('a template'), () => {
  it('is filled with facts that mean nothing by themselves', () => {
    const facts = fc.dictionary(name, hostileText)
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), facts, (pieces, known) => {
        expect(fill(templateOf(pieces), known)).toBe(filled(pieces, known))
      }),
    )
  })
})
