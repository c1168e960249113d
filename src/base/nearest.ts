/**
 * The name that a mistyped one was probably meant to be: the fewest letters added, left out, changed or swapped.
 * @returns undefined where none is near
 */
export function nearest(mistyped: string, names: Iterable<string>): string | undefined {
  const from = mistyped.toLowerCase()
  const bound = Math.max(1, Math.floor(from.length / 3))
  let best: { name: string; distance: number } | undefined
  for (const name of names) {
    const to = name.toLowerCase()
    if (Math.abs(to.length - from.length) > bound) continue
    const distance = distanceOf(from, to)
    if (distance <= bound && (best === undefined || distance < best.distance)) best = { name, distance }
  }
  return best?.name
}

/**
 * The names that somebody can have meant: the one that begins so, the one that is nearest; else all that begin so, or end
 * with it as a word.
 */
export function meantBy(mistyped: string, names: readonly string[]): readonly string[] {
  const begun = mistyped.length < 2 ? [] : names.filter((name) => name.startsWith(mistyped))
  if (begun.length === 1) return begun
  const near = nearest(mistyped, names)
  if (near !== undefined) return [near]
  return begun.length > 0 || mistyped.length < 2 ? begun : names.filter((name) => name.endsWith(`-${mistyped}`))
}

/** Optimal string alignment distance: https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance */
function distanceOf(a: string, b: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const at = (line: readonly number[], index: number): number => line[index] ?? Number.POSITIVE_INFINITY
      const isSame = a[row - 1] === b[column - 1]
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (isSame ? 0 : 1),
          isSwapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    beforeLast = last
    last = current
  }
  return last[b.length] ?? Number.POSITIVE_INFINITY
}
