/** A package's name and its licence's name begin each part of the file that ncc writes. */
const PART = /(?<=^|\n\n)(?=\S+\n[A-Z][\w.-]+\n)/g

/** @returns the licences of several bundles in one text, each package once, in the order of letters */
export function joinLicences(texts: readonly string[]): string {
  const parts = texts.flatMap((text) =>
    text
      .trimEnd()
      .split(PART)
      .map((part) => part.trimEnd()),
  )
  return `${[...new Set(parts)].toSorted().join('\n\n')}\n`
}
