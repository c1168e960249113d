import { type Finding, finding } from '../catalogue/finding.ts'
import type { Expiry } from './expiry.ts'
import { describeExpiry } from './expiry-words.ts'

/**
 * Judges the gate `expiry-fail-days`: the token has to be known to live longer, and whatever leaves that open fails too.
 * @param product in words
 * @returns true where it holds, null where the expiry was not asked for, else what was found
 */
export function judgeExpiryGate(expiry: Expiry, givenTokenName: string, product: string): true | null | Finding {
  const gateInput = '<expiry-fail-days>'
  switch (expiry.status) {
    case 'not-checked':
      return null
    case 'unknown':
      return finding('expiry-unknown', { problem: expiry.problem, gateInput, ...expiry.blocker }, 200)
    case 'ambiguous': {
      const first = describeExpiry(expiry)
      const problem =
        expiry.isUnlisted === undefined
          ? `the account has several tokens, ${product} does not say which one was sent, and the first of them ${first}`
          : `the account lists no token with the number of the one that was sent, and the first that it lists ${first}`
      return expiry.fails
        ? finding('expiry-unknown', { problem, gateInput, ambiguousName: expiry.tokenName }, 200)
        : true
    }
    case 'never':
      return true
    default: {
      const { tokenName } = expiry
      const facts = { tokenName, givenTokenName, expiry: describeExpiry(expiry) }
      return expiry.fails ? finding('token-expiring', facts, 200) : true
    }
  }
}
