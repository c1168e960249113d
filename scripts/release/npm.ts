import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type AssetFile, integrityOf } from './assets.ts'
import { type GitHub, ReleaseError } from './github.ts'
import { distTagOf, type Plan } from './plan.ts'
import { findRelease, listReleases, publishedTags } from './releases.ts'

/** Runs npm. @returns how it ended, and what it printed */
export type Npm = (args: readonly string[]) => { readonly status: number | null; readonly stdout: string }

/** The npm of this machine; what it has to say of an error goes to the log. */
export const realNpm: Npm = (args) =>
  spawnSync('npm', [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

/**
 * Publishes the package to npm, unless it is there already: the very file that the published release has, once that is
 * seen to hold what this commit packs.
 *
 * @param packed what this commit packs, of which only the gzip may differ
 * @param folder where the file is written
 * @returns what was done, in words
 */
export async function publishPackage(
  { plan, github, npm }: { readonly plan: Plan; readonly github: GitHub; readonly npm: Npm },
  packed: AssetFile,
  folder: string,
): Promise<string> {
  const releases = await listReleases(github)
  const release = findRelease(releases, plan.tag)
  const asset = release?.assets.find(({ name }) => name === packed.name)
  if (release === undefined || release.isDraft || asset === undefined) {
    throw new ReleaseError(`${plan.tag} is not published on GitHub with ${packed.name}, and npm comes last.`)
  }
  const published = { name: packed.name, bytes: await github.download(asset.id) }
  if (!gunzipSync(published.bytes).equals(gunzipSync(packed.bytes))) {
    throw new ReleaseError(
      `${packed.name} of ${plan.tag} does not hold what this commit packs: release the next patch.`,
    )
  }
  const name = `jira-pat-check@${plan.tag.slice(1)}`
  const there = integrityThere(npm, name)
  if (there === integrityOf(published)) return `${name} is on npm already.`
  if (there !== '') throw new ReleaseError(`${name} is on npm with other bytes: release the next patch.`)

  const path = join(folder, published.name)
  writeFileSync(path, published.bytes)
  const distTag = distTagOf(plan, publishedTags(releases))
  const how = ['--provenance', '--access', 'public', '--ignore-scripts', '--tag', distTag]
  const { status } = npm(['publish', path, ...how])
  if (status !== 0) {
    throw new ReleaseError(
      `npm publish ends with ${status}: above stands why. A trusted publisher has to be set on npm for release.yml and the environment “release” (CONTRIBUTING.md, Release). Then run the failed jobs again.`,
    )
  }
  return `${name} is on npm, as ${distTag}.`
}

/** @returns the integrity of a version that is on npm; empty where it is not there */
function integrityThere(npm: Npm, name: string): string {
  const { status, stdout } = npm(['view', name, 'dist.integrity', '--json'])
  if (status === 0) return stdout.trim().replaceAll('"', '')
  // Of a package that is not there at all, npm prints an error as JSON.
  if (/"code": "E404"/.test(stdout)) return ''
  throw new ReleaseError('npm does not say whether the version is there: run the failed jobs again.')
}
