/** The middle of a series of measurements, and the quartiles around it. */
export interface Spread {
  readonly median: number
  readonly lower: number
  readonly upper: number
}

/** @param values at least one */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  return { median: quantile(sorted, 0.5), lower: quantile(sorted, 0.25), upper: quantile(sorted, 0.75) }
}

/** Pairwise, so that what slows both down for a while cancels out. */
export function ratiosOf(values: readonly number[], bases: readonly number[]): readonly number[] {
  return values.map((value, index) => value / (bases[index] ?? Number.NaN))
}

/** Between two values in proportion, as in https://en.wikipedia.org/wiki/Quantile. */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}
