import { dateTimeOf } from '../base/utc.ts'
import { afterword, contradictionRemedy, contradictionTitle, otherProductStep } from '../catalogue/additions.ts'
import { type Category, categoryFor, type Entry } from '../catalogue/entry.ts'
import type { Facts } from '../catalogue/facts.ts'
import { fill, type NameOfInput } from '../catalogue/fill.ts'
import { factsOf } from '../catalogue/finding.ts'
import { adviceTemplates, notes } from '../catalogue/notes.ts'
import type { ProductWords } from '../catalogue/product-words.ts'
import { reasonTable } from '../catalogue/reasons.ts'
import type { Verdict } from '../verdict/judge.ts'
import { type AskedPermission, nameOfPermission } from '../verdict/permissions.ts'
import type { Redactor } from './redact.ts'
import type { Report } from './report.ts'
import { plainText } from './sanitize.ts'
import { inWords, sanitizeIdentity, sanitizePermissions, withoutEmail } from './sanitize-facts.ts'
import { type ShownTokens, showTokens } from './shown-tokens.ts'

/** What there is to say beside the verdict, and to do about it. */
export interface Warning {
  readonly title: string
  /** What happened, in one sentence. */
  readonly message: string
  readonly remedySteps: readonly string[]
}

/** Everything that is shown to anybody, in sanitized plain text; each channel only adds its own escaping. */
export interface Presentation extends ShownTokens {
  readonly report: Report
  /** How the product is called, and what is its own. */
  readonly words: ProductWords
  readonly title: string
  /** What happened, in one sentence. */
  readonly happened: string
  readonly remedySteps: readonly string[]
  readonly warnings: readonly Warning[]
  /** Calm lines for the log. */
  readonly lines: readonly string[]
  /** The user, without an e-mail address; empty where it is not proven. */
  readonly user: string
  /** What became of those that were asked for; none where none was asked about. */
  readonly permissions: readonly AskedPermission[]
  readonly expiryWarnDays: number
  readonly expiryFailDays: number | undefined
  /** The page with the user's tokens, where a text names it; else null. */
  readonly tokenPage: string | null
  readonly nowMs: number
}

/** What the run adds to the verdict. */
export interface RunFacts {
  readonly requests: number
  readonly durationMs: number
  readonly nowMs: number
  /** How whoever reads the words calls an input. */
  readonly nameOf: NameOfInput
}

/**
 * Puts a verdict into words. This is the one place at which the server's text is sanitized: nothing of it gets
 * out of here as it came in, and an e-mail address only as the identity's.
 * @param entry the words of the verdict's reason
 */
export function present(verdict: Verdict, entry: Entry, redactor: Redactor, run: RunFacts): Presentation {
  const { finding, identity, expiry, product } = verdict
  const ofProduct = product.words
  const nameOf: NameOfInput = (input) => run.nameOf(input === 'url' ? ofProduct.urlInput : input, ofProduct.patVariable)
  const plain = (text: string): string => plainText(text, redactor.redactLong)
  const email = plain(identity?.emailAddress ?? '')
  // Secrets first: the e-mail address may stand in the middle of one.
  const text = (value: string): string =>
    plainText(value, (line, isCut) => withoutEmail(redactor.redact(line, isCut), email))
  const ownText = (value: string): string =>
    plainText(value, (line, isCut) => withoutEmail(redactor.redactLong(line, isCut), email))
  /** Facts once for all that is said of them. */
  const wordsOf = (facts: Facts): ((template: string) => string) => {
    const known = { ...inWords(facts, { text, ownText, ownAddress: redactor.redactLong, nameOf }), ...ofProduct }
    return (template) => fill(template, known, nameOf)
  }
  const permissions = sanitizePermissions(verdict.asked, redactor.redactLong)
  const { category, result } = reasonTable[finding.reason]
  const inFacts = wordsOf(factsOf(finding))
  const isContradiction = finding.common.provenUser !== undefined && OF_THE_TOKEN.has(category)
  const told: Pick<Entry, 'title' | 'cause' | 'remedy'> = isContradiction
    ? { title: contradictionTitle, remedy: contradictionRemedy }
    : entry
  const happened = inFacts(entry.message)
  const cause = inFacts((told.cause ?? '') + afterword).trim()
  const remedySteps = [otherProductStep, ...told.remedy].map(inFacts).filter(Boolean)
  const warnings = verdict.notes
    .filter(({ isWarning }) => isWarning)
    .map((note) => {
      const { title, message, remedy } = notes[note.code]
      const words = wordsOf(note.facts)
      return { title: words(title), message: words(message), remedySteps: remedy.map(words).filter(Boolean) }
    })
  return {
    words: ofProduct,
    title: inFacts(told.title),
    happened,
    remedySteps,
    warnings,
    lines: verdict.notes
      .filter(({ isWarning }) => !isWarning)
      .map((note) => wordsOf(note.facts)(notes[note.code].message)),
    user: text(verdict.user),
    permissions,
    ...showTokens(verdict.tokens, text, run.nowMs),
    expiryWarnDays: verdict.expiryWarnDays,
    expiryFailDays: verdict.expiryFailDays,
    tokenPage: showTokenPage(verdict.tokenPage, [
      ...remedySteps,
      ...warnings.flatMap((warning) => warning.remedySteps),
    ]),
    nowMs: run.nowMs,
    report: {
      schemaVersion: 2,
      product: product.name,
      result,
      category: categoryFor(product.name, category),
      reason: finding.reason,
      stage: verdict.stage,
      message: [happened, cause].filter(Boolean).join(' '),
      remedy: remedySteps.join(' '),
      baseUrl: verdict.baseUrl === null ? null : redactor.redactLong(verdict.baseUrl),
      statusCode: finding.statusCode,
      identity: identity === null ? null : sanitizeIdentity(identity, plain),
      expiry: {
        status: expiry.status,
        tokenName: text(expiry.tokenName),
        expiresAt: expiry.expiresAt === undefined ? null : dateTimeOf(expiry.expiresAt),
        daysLeft: expiry.daysLeft ?? null,
      },
      gates: verdict.gates,
      missingPermissions: permissions.filter(({ holding }) => holding !== 'held').map(nameOfPermission),
      advice: verdict.advice.map((advice) => wordsOf(advice.facts)(adviceTemplates[advice.code])),
      requests: run.requests,
      durationMs: run.durationMs,
    },
  }
}

/** Categories that say something of the token or of the server's address, both of which the identity has proven good. */
const OF_THE_TOKEN: ReadonlySet<Category> = new Set(['unauthorized', 'forbidden', 'not-jira'])

/** A link is shown as it is or not at all. */
function showTokenPage(page: string | null, texts: readonly string[]): string | null {
  return page !== null && texts.some((text) => text.includes(page)) ? page : null
}
