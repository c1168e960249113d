/** The middle of a series of measurements, and its least, which nothing else on the machine has made longer. */
export interface Spread {
  readonly median: number
  readonly minimum: number
}

/** @param values at least one */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const [below = Number.NaN, above = Number.NaN] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ]
  return { median: (below + above) / 2, minimum: sorted[0] ?? Number.NaN }
}

export function ratioOf(one: Spread, other: Spread): Spread {
  return { median: one.median / other.median, minimum: one.minimum / other.minimum }
}
