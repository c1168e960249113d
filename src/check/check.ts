import type { Ask } from '../asking/ask.ts'
import type { Clock } from '../base/clock.ts'
import { type Finding, isFinding } from '../catalogue/finding.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { fingerprintOf } from '../inputs/token-fingerprint.ts'
import { readTokenTraits } from '../inputs/token-traits.ts'
import { judgeExpiry, unknownExpiry, type WarnDaysOf } from '../verdict/expiry.ts'
import { type Evidence, judge, NO_EVIDENCE, type Verdict } from '../verdict/judge.ts'
import { failures } from '../verdict/load-failures.ts'
import type { PlaceAccess } from '../verdict/permissions.ts'
import type { AskOne, Product } from '../verdict/product.ts'
import { askedBy, type Question } from '../verdict/question.ts'

/** What a check needs besides the inputs. */
export interface CheckOptions {
  readonly product: Product
  readonly ask: Ask
  readonly clock: Clock
  /** Whether a name that a server sends is the token, in any spelling. */
  readonly isToken: (name: string) => boolean
  /** When the warning of the expiry begins, where `expiry-warn-days` does not say it. */
  readonly warnDaysOf?: WarnDaysOf | undefined
}

/** Asks who the user is, what they may do and when the token expires, stops at the first failure, and concludes. */
export async function check(inputs: Inputs, options: CheckOptions): Promise<Verdict> {
  const { product, ask, clock, isToken, warnDaysOf } = options
  const retries = { ofAny: inputs.retries, ofLimit: inputs.retries }
  const conclude = (evidence: Partial<Evidence>): Verdict =>
    judge(inputs, { ...NO_EVIDENCE, ...evidence }, product, clock.now())

  const { scheme, token } = inputs.credentials
  const sent = { scheme, traits: readTokenTraits(token, clock.now()), isToken }
  const identity = await product.identify((question) => ask(question, retries), sent)
  if (isFinding(identity)) return conclude({ failure: { finding: identity, stage: 'authentication' } })

  // All places side by side, as far as the pace lets them.
  const askAll = (questions: readonly Question<PlaceAccess>[]): Promise<readonly (PlaceAccess | Finding)[]> =>
    Promise.all(questions.map((question) => ask(askedBy(identity, question), retries)))
  const answers = [...(await askAll(product.askAccess(inputs)))]
  if (!answers.some(isFinding))
    answers.push(...(await askAll(product.askFurtherAccess(inputs, answers.filter(isAccess)))))
  const access = answers.filter(isAccess)
  const failed = answers.find(isFinding)
  if (failed !== undefined) return conclude({ identity, access, failure: { finding: failed, stage: 'permissions' } })

  if (!inputs.checkExpiry) return conclude({ identity, access })
  const isGate = inputs.expiryFailDays !== undefined
  const askForList: AskOne = (question) => ask(askedBy(identity, question), isGate ? retries : { ofAny: 0, ofLimit: 1 })
  const tokens = await product.listTokens(askForList, identity, token)
  if (!isFinding(tokens)) {
    return conclude({
      identity,
      access,
      tokens,
      expiry: judgeExpiry(tokens, { ...inputs, warnDaysOf, fingerprint: () => fingerprintOf(token) }, clock.now()),
    })
  }
  const { blockerOf, describeUnreadableList, saysNothingOfTheList } = await failures.load()
  const expiry = unknownExpiry(
    describeUnreadableList(tokens, product.tokensPathOf(identity), product.words),
    blockerOf(tokens),
  )
  if (isGate && saysNothingOfTheList(tokens)) {
    return conclude({ identity, access, expiry, failure: { finding: tokens, stage: 'expiry' } })
  }
  return conclude({ identity, access, expiry })
}

function isAccess(answer: PlaceAccess | Finding): answer is PlaceAccess {
  return !isFinding(answer)
}
