import { DAY_MS } from '../base/clock.ts'
import type { ListedToken } from './listed-token.ts'

/**
 * The last third of a token's life: `rotate` never acts before it, however many days it is told.
 * @param endsMs milliseconds since the epoch
 * @returns milliseconds; undefined where the beginning of its life is not known
 */
export function lastThirdMs({ createdAt }: Pick<ListedToken, 'createdAt'>, endsMs: number): number | undefined {
  return createdAt === undefined ? undefined : (endsMs - createdAt) / 3
}

/**
 * What is left of a token's life when `rotate` replaces it: so many days, but no more than the last third.
 * @param endsMs milliseconds since the epoch
 * @param rotateDays as many as the input says
 * @returns milliseconds; below 0 for a token that ends before it begins
 */
export function restAtRotationMs(token: Pick<ListedToken, 'createdAt'>, endsMs: number, rotateDays: number): number {
  return Math.min(rotateDays * DAY_MS, lastThirdMs(token, endsMs) ?? Number.POSITIVE_INFINITY)
}
