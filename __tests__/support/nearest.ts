/** The three names most like a mistyped one: those that hold it, then those that share the most pairs of letters. */
export function nearest(name: string, names: string[]): string[] {
  const pairs = pairsOf(name)
  const likeness = (candidate: string): number => {
    if (candidate.includes(name) || name.includes(candidate)) return 1
    const others = pairsOf(candidate)
    const shared = [...pairs].filter((pair) => others.has(pair)).length
    return (2 * shared) / (pairs.size + others.size)
  }
  return names.toSorted((one, other) => likeness(other) - likeness(one)).slice(0, 3)
}

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from(text.slice(1), (letter, index) => `${text[index]}${letter}`))
