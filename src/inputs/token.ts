import type { Finding } from '../catalogue/finding.ts'
import { finding } from '../catalogue/finding.ts'
import { describePlaceholder } from './placeholder.ts'

/** What is pasted with a token or got into it; the first that fits gives the words. */
const MALFORMED: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:Bearer|Basic)(?:[\s:]|%20|$)/i,
    'begins with “Bearer” or “Basic”, which is the name of the scheme and not part of the token',
  ],
  [/^(["'`]).*\1$/s, 'is wrapped in quotation marks'],
  [/^["'`]|["'`]$/, 'begins or ends with a quotation mark'],
  [/[^\P{Cc}\s]|[\r\n]/u, 'has a line break or control character inside'],
  [/\s/, 'has white space inside'],
  [/[^\x20-\x7e]/, 'has a character that is not ASCII'],
]

/**
 * Judges a token by its form alone, before anything is sent: a line break in a header would make Node quote the
 * token in an error message, and a placeholder would count as a failed login.
 * @param token trimmed
 * @returns a finding `token-malformed` that quotes nothing of the token, or undefined where the form is possible
 */
export function judgeToken(token: string): Finding | undefined {
  const problem = describePlaceholder(token) ?? MALFORMED.find(([pattern]) => pattern.test(token))?.[1]
  return problem === undefined ? undefined : finding('token-malformed', { problem })
}
