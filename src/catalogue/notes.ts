import type { FactsIn } from './template.ts'

/** Words for what is told beside the verdict: templates as in the catalogue. */
export interface NoteEntry {
  readonly title: string
  readonly message: string
}

const rotate =
  'To rotate it: create a new token[ at {tokenPage}], update the secret with it[, replace “{givenTokenName}” in token-name by its name], and then revoke the old one.'

const several =
  '{user} has several tokens, and Jira does not say which one was sent. The earliest to expire[, “{tokenName}”,] {expiry}.'

/** What is told beside the verdict, as a warning or as a line in the log. */
export const notes = {
  'permissions-held': {
    title: 'The user holds all permissions that were asked for',
    message: '{user} holds {held}.',
  },
  'expiry-ok': {
    title: 'The Jira token is good for now',
    message: 'The token[ “{tokenName}”] {expiry}.',
  },
  'expiry-near': {
    title: 'The Jira token expires soon',
    message: `The token[ “{tokenName}”] of {user} {expiry}. ${rotate}`,
  },
  'expiry-past': {
    title: 'The named Jira token has expired',
    message:
      'The token[ “{tokenName}”] of {user} {expiry}, but the one that was sent still works, so token-name names another: set it to the name of the token in the secret[, as it is listed at {tokenPage}].',
  },
  'expiry-never': {
    title: 'The Jira token never expires',
    message: 'The token[ “{tokenName}”] never expires.',
  },
  'expiry-ambiguous': {
    title: 'Which Jira token was sent is not known',
    message: several,
  },
  'expiry-ambiguous-near': {
    title: 'A Jira token of this account expires soon',
    message: `${several} It may be the one that was sent: set the input token-name to say which one this is. ${rotate}`,
  },
  'expiry-unknown': {
    title: 'The expiry of the Jira token is not known',
    message: 'It is not known when this token expires: {problem}.',
  },
  'expiry-not-checked': {
    title: 'The expiry of the Jira token is not checked',
    message: 'expiry-fail-days is set, but {problem}, so the expiry cannot fail this check.',
  },
} as const satisfies Record<string, NoteEntry>

type NoteCode = keyof typeof notes

/** Something to say beside the verdict, before it is put into words: just the facts that these name. */
export type Note = {
  readonly [Code in NoteCode]: {
    readonly code: Code
    /** A warning is an annotation of its own; otherwise it is a line in the log. */
    readonly isWarning: boolean
    readonly facts: FactsIn<(typeof notes)[Code]['title' | 'message']>
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
    '{user} administers this Jira. A token for a pipeline is safer with a user who has just the permissions that it needs.',
} as const satisfies Record<string, string>

type AdviceCode = keyof typeof adviceTemplates

/** A piece of advice, before it is put into words. */
export type Advice = {
  readonly [Code in AdviceCode]: { readonly code: Code; readonly facts: FactsIn<(typeof adviceTemplates)[Code]> }
}[AdviceCode]
