import type { Ask } from '../asking/ask.ts'
import type { Clock } from '../base/clock.ts'
import { isFinding } from '../catalogue/finding.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { judgeExpiry, unknownExpiry } from '../verdict/expiry.ts'
import { type Evidence, judge, NO_EVIDENCE, type Verdict } from '../verdict/judge.ts'
import type { Product } from '../verdict/product.ts'

/** What a check needs besides the inputs. */
export interface CheckOptions {
  readonly product: Product
  readonly ask: Ask
  readonly clock: Clock
  /** Whether a name that a server sends is one of our secrets. */
  readonly isSecret: (name: string) => boolean
}

/** Asks who the user is, what they may do and when the token expires, stops at the first failure, and concludes. */
export async function check(inputs: Inputs, { product, ask, clock, isSecret }: CheckOptions): Promise<Verdict> {
  const conclude = (evidence: Partial<Evidence>): Verdict =>
    judge(inputs, { ...NO_EVIDENCE, ...evidence }, product, clock.now())

  const identity = await ask(product.askIdentity(isSecret), inputs.retries)
  if (isFinding(identity)) return conclude({ failure: { finding: identity, stage: 'authentication' } })

  // All places side by side, as far as the pace lets them.
  const answers = await Promise.all(product.askAccess(inputs).map((question) => ask(question, inputs.retries)))
  const access = answers.flatMap((answer) => (isFinding(answer) ? [] : [answer]))
  const failed = answers.find(isFinding)
  if (failed !== undefined) return conclude({ identity, access, failure: { finding: failed, stage: 'permissions' } })

  if (!inputs.checkExpiry) return conclude({ identity, access })
  const tokens = await ask(product.askTokens(), 0)
  if (!isFinding(tokens)) {
    return conclude({ identity, access, tokens, expiry: judgeExpiry(tokens, inputs, clock.now()) })
  }
  // Never a failure: what cannot be read is unknown.
  return conclude({ identity, access, expiry: unknownExpiry(`the list of tokens cannot be read (${tokens.reason})`) })
}
