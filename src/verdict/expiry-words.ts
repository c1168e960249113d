import type { Facts } from '../catalogue/entry.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Expiry } from './expiry.ts'

/** The facts about an expiry that messages name. */
export function expiryFacts({ tokenName, expiresAt, daysLeft }: Expiry, inputs: Pick<Inputs, 'tokenName'>): Facts {
  return {
    tokenName,
    givenTokenName: inputs.tokenName,
    expiry: expiresAt === undefined || daysLeft === undefined ? undefined : describeExpiry(expiresAt, daysLeft),
  }
}

function describeExpiry(expiresAt: number, daysLeft: number): string {
  const day = new Date(expiresAt).toISOString().slice(0, 10)
  return `${daysLeft < 0 ? 'expired' : 'expires'} on ${day} (${describeDaysLeft(daysLeft)})`
}

/** How long it is until a day, in words. */
export function describeDaysLeft(daysLeft: number): string {
  if (daysLeft < -1) return daysLeft === -2 ? '1 day ago' : `${-daysLeft - 1} days ago`
  if (daysLeft === -1) return 'within the last day'
  if (daysLeft === 0) return 'in less than a day'
  return daysLeft === 1 ? '1 day left' : `${daysLeft} days left`
}
