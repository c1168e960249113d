import { rotateStep } from './additions.ts'
import type { NoteEntry } from './note-entry.ts'
import type { ProductWords } from './product-words.ts'
import { rotationNotes } from './rotation-notes.ts'
import type { FactsIn } from './template.ts'

const STORE = 'Store it in the secret[, and put its name in place of “{givenTokenName}” in <token-name>].'

/** What is told beside the verdict, as a warning or as a line in the log. */
export const notes = {
  'permissions-held': {
    title: 'The user holds all permissions that were asked for',
    message: '{user} holds {held}[; {scopeCaveat}].',
    remedy: [],
  },
  'expiry-ok': {
    title: 'The {product} token is good for now',
    message: 'The token[ “{tokenName}”] {expiry}.',
    remedy: [],
  },
  'expiry-near': {
    title: 'The {product} token expires soon',
    message: 'The token[ “{tokenName}”] of {user} {expiry}.',
    remedy: ['Create a new token in {product}[: {tokenPage}].', STORE, 'Then revoke the old one.', rotateStep],
  },
  'expiry-past': {
    title: '<token-name> names a token that has expired',
    message: 'The token[ “{tokenName}”] of {user} {expiry}, so it is not the one that was sent: that one still works.',
    remedy: ['Set <token-name> to the name of the token that is in the secret[; they are listed at {tokenPage}].'],
  },
  'expiry-never': {
    title: 'The {product} token never expires',
    message: 'The token[ “{tokenName}”] never expires.',
    remedy: [],
  },
  'expiry-ambiguous': {
    title: 'Which {product} token was sent is not known',
    message: '{user} {doubt}. The first to expire[, “{tokenName}”,] {expiry}.',
    remedy: [],
  },
  'expiry-ambiguous-near': {
    title: 'A {product} token of this account expires soon',
    message:
      'A token of {user}[, “{tokenName}”,] {expiry}, and {product} does not say whether it is the one that was sent.',
    remedy: [
      'Set <token-name> to the name of the token that is in the secret: then its own date counts.',
      'If it is the one that expires: create a new token[ ({tokenPage})].',
      STORE,
      'Then revoke the old one.',
      rotateStep,
    ],
  },
  'expiry-unknown': {
    title: 'The expiry of the {product} token is not known',
    message: 'It is not known when this token expires: {problem}.',
    remedy: [
      '[Ask {operator} to let requests for {path} through like those for the identity.]',
      '[Compare <token-name> (“{givenTokenName}”) with the names of that user’s tokens in {product}, or leave it out.]',
    ],
  },
  ...rotationNotes,
} as const satisfies Record<string, NoteEntry>

type NoteCode = keyof typeof notes

/** Something to say beside the verdict, before it is put into words: just the facts that these name. */
export type Note = {
  readonly [Code in NoteCode]: {
    readonly code: Code
    /** A warning is an annotation of its own; otherwise it is a line in the log. */
    readonly isWarning: boolean
    readonly facts: FactsIn<
      (typeof notes)[Code]['title' | 'message'] | (typeof notes)[Code]['remedy'][number],
      keyof ProductWords
    >
  }
}[NoteCode]

/** Advice from what was read anyway: a template each. */
export const adviceTemplates = {
  'never-expires': 'The token[ “{tokenName}”] never expires. A token that lives 90 days limits the harm if it leaks.',
  'long-lived':
    'The token[ “{tokenName}”] lives for more than a year. A token that lives 90 days limits the harm if it leaks.',
  'expired-tokens': 'The account still lists expired tokens: {tokenName}. They can be removed.',
  'unused-tokens':
    'Tokens of the account that nobody has used for 90 days: {tokenName}. Revoke them if nothing needs them.',
  administrator:
    '{user} administers this {product}. A token for a pipeline is safer with a user who has just the permissions that it needs.',
} as const satisfies Record<string, string>

type AdviceCode = keyof typeof adviceTemplates

/** A piece of advice, before it is put into words. */
export type Advice = {
  readonly [Code in AdviceCode]: {
    readonly code: Code
    readonly facts: FactsIn<(typeof adviceTemplates)[Code], keyof ProductWords>
  }
}[AdviceCode]
