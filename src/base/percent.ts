/** @returns the decoded text, or undefined where it is not percent-encoded as it should be */
export function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
