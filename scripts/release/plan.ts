import { isNewer, parseTag, stableVersions, type Version } from './version.ts'

/** What a tag asks for. */
export interface Plan {
  readonly tag: string
  readonly version: Version
  readonly isPreRelease: boolean
  /** The tag that follows the newest release of this major version, as `v2`. */
  readonly majorTag: string
  /** The changelog's section, in Markdown. */
  readonly notes: string
}

/**
 * @param packageText of `package.json`
 * @param changelog the whole of `CHANGELOG.md`
 * @returns the plan; or a text that says why the tag cannot be released as it is
 */
export function planRelease(tag: string, packageText: string, changelog: string): Plan | string {
  const version = parseTag(tag)
  if (version === undefined)
    return `${tag} is no version: a release is tagged vX.Y.Z, or vX.Y.Z-NAME for a pre-release.`
  const found: unknown = JSON.parse(packageText)
  const named = typeof found === 'object' && found !== null && 'version' in found ? found.version : undefined
  if (`v${named}` !== tag) {
    return `The tag is ${tag}, and package.json says ${named}: tag the commit that raises the version (CONTRIBUTING.md, Release).`
  }
  const notes = sectionOf(changelog, tag.slice(1))
  if (notes === '') return `CHANGELOG.md has no section “## [${tag.slice(1)}]” with anything in it.`
  return { tag, version, isPreRelease: version.preRelease !== '', majorTag: `v${version.major}`, notes }
}

/** @returns what stands below the heading of a version, without the links at the end of the file; empty where nothing does */
export function sectionOf(changelog: string, version: string): string {
  const lines = changelog.split(/\r?\n/)
  const start = lines.findIndex((line) => line.startsWith(`## [${version}]`))
  if (start === -1) return ''
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => /^## \[|^\[[^\]]+\]:/.test(line))
  return (end === -1 ? rest : rest.slice(0, end)).join('\n').trim()
}

/** What has been published, and where the major tag is. */
export interface Standing {
  /** The tags of all releases that are published, drafts left out. */
  readonly published: readonly string[]
  /** The tags of versions at the commit to which the major tag points; none where there is no such tag. */
  readonly atMajorTag: readonly string[]
}

/** @returns the newest version of this major one that stands against moving its tag to the plan's; undefined where none does */
export function findNewerOfMajor({ version }: Plan, { published, atMajorTag }: Standing): string | undefined {
  return newestOf(
    [...published, ...atMajorTag].filter((tag) => parseTag(tag)?.major === version.major),
    version,
  )
}

/** @returns the newest version that stands against calling the plan's the latest one; undefined where none does */
export function findNewer({ version }: Plan, published: readonly string[]): string | undefined {
  return newestOf(published, version)
}

/** Under which name npm keeps a version: `npm install jira-pat-check` takes `latest`. It must not look like a range, as v1 does. */
export function distTagOf(plan: Plan, published: readonly string[]): string {
  if (plan.isPreRelease) return 'next'
  const { major, minor } = plan.version
  return findNewer(plan, published) === undefined ? 'latest' : `release-${major}.${minor}`
}

function newestOf(tags: readonly string[], than: Version): string | undefined {
  const [newest] = stableVersions(tags)
    .filter((version) => isNewer(version, than))
    .toSorted((a, b) => (isNewer(a, b) ? -1 : 1))
  return newest === undefined ? undefined : `v${newest.major}.${newest.minor}.${newest.patch}`
}
