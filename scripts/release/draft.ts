import { type AssetFile, digestOf, isPacked } from './assets.ts'
import { expectAnswer, type GitHub, ReleaseError } from './github.ts'
import type { Plan } from './plan.ts'
import { type Asset, findRelease, listReleases, parseRelease, type Release } from './releases.ts'

/**
 * Drafts the release of a plan, or goes on with the draft that an earlier run left, and fills it: afterwards it has just
 * these files. Of a release that is published nothing is changed.
 *
 * @throws ReleaseError where GitHub refuses, or what is published has other files
 */
export async function draftRelease(github: GitHub, plan: Plan, files: readonly AssetFile[]): Promise<Release> {
  const found = findRelease(await listReleases(github), plan.tag)
  if (found?.isDraft === false) {
    expectFiles(found, files)
    return found
  }
  const described = { name: plan.tag, body: plan.notes, draft: true, prerelease: plan.isPreRelease }
  const { json } =
    found === undefined
      ? await expectAnswer(github, ['POST', '/releases'], [201], { tag_name: plan.tag, ...described })
      : await expectAnswer(github, ['PATCH', `/releases/${found.id}`], [200], described)
  const draft = parseRelease(json)
  await fill(github, draft, files)
  return readRelease(github, draft, files)
}

/** Adds one file to a draft, in place of one of that name. */
export async function addFile(github: GitHub, draft: Release, file: AssetFile): Promise<void> {
  const before = draft.assets.find(({ name }) => name === file.name)
  if (before !== undefined && isSame(before, file)) return
  if (before !== undefined) await remove(github, before)
  await upload(github, draft, file)
}

/**
 * What is published is held against the files that come out the same on every machine: what is packed depends on the gzip
 * of the day, and a job may run again weeks later.
 *
 * @throws ReleaseError where a release lacks one of these files, or has it with other bytes
 */
export function expectFiles({ tag, isDraft, assets }: Release, files: readonly AssetFile[]): void {
  const wrong = files.filter((file) => {
    const asset = assets.find(({ name }) => name === file.name)
    return asset === undefined || !(isSame(asset, file) || (!isDraft && isPacked(file)))
  })
  if (wrong.length === 0) return
  const names = wrong.map(({ name }) => name).join(', ')
  throw new ReleaseError(
    isDraft
      ? `The draft of ${tag} does not have ${names} as this commit makes it: run all jobs again.`
      : `${tag} is published without ${names} as this commit makes it, and a published release does not change: release the next patch.`,
  )
}

async function fill(github: GitHub, draft: Release, files: readonly AssetFile[]): Promise<void> {
  const kept = draft.assets.filter((asset) => files.some((file) => file.name === asset.name && isSame(asset, file)))
  for (const asset of draft.assets.filter((asset) => !kept.includes(asset))) await remove(github, asset)
  for (const file of files.filter(({ name }) => !kept.some((asset) => asset.name === name))) {
    await upload(github, draft, file)
  }
}

async function readRelease(github: GitHub, { id }: Release, files: readonly AssetFile[]): Promise<Release> {
  const { json } = await expectAnswer(github, ['GET', `/releases/${id}`], [200])
  const release = parseRelease(json)
  expectFiles(release, files)
  return release
}

/** An upload that broke off leaves an asset that is not whole. */
function isSame({ digest, isWhole }: Asset, file: AssetFile): boolean {
  return isWhole && digest === digestOf(file)
}

async function remove(github: GitHub, { id }: Asset): Promise<void> {
  await expectAnswer(github, ['DELETE', `/releases/assets/${id}`], [204, 404])
}

async function upload(github: GitHub, { uploadUrl }: Release, { name, bytes }: AssetFile): Promise<void> {
  await expectAnswer(github, ['POST', `${uploadUrl}?name=${encodeURIComponent(name)}`], [201], bytes)
}
