/** A version as a tag names it: `v2.1.0`, or `v2.1.0-rc.1`, which is a pre-release. */
export interface Version {
  readonly major: number
  readonly minor: number
  readonly patch: number
  /** What stands behind the hyphen; empty in a release that is none. */
  readonly preRelease: string
}

const TAG = /^v(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/

/** @returns undefined where a tag names no version, as `v2` does not */
export function parseTag(tag: string): Version | undefined {
  const found = TAG.exec(tag)
  if (found === null) return undefined
  const [, major, minor, patch, preRelease = ''] = found
  return { major: Number(major), minor: Number(minor), patch: Number(patch), preRelease }
}

export function tagOf({ major, minor, patch, preRelease }: Version): string {
  return `v${major}.${minor}.${patch}${preRelease === '' ? '' : `-${preRelease}`}`
}

/** @returns the versions of those tags that name one which is no pre-release */
export function stableVersions(tags: readonly string[]): readonly Version[] {
  return tags.flatMap((tag) => {
    const version = parseTag(tag)
    return version === undefined || version.preRelease !== '' ? [] : [version]
  })
}

/** Whether `a` comes after `b`. What stands behind a hyphen is not looked at. */
export function isNewer(a: Version, b: Version): boolean {
  if (a.major !== b.major) return a.major > b.major
  return a.minor === b.minor ? a.patch > b.patch : a.minor > b.minor
}
