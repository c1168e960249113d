import type { AssetFile } from './assets.ts'
import { addFile, draftRelease, expectFiles } from './draft.ts'
import { expectAnswer, type GitHub, ReleaseError } from './github.ts'
import { decideMove, expectTagAt, moveMajorTag, tryTag } from './major-tag.ts'
import { findNewer, type Plan } from './plan.ts'
import { findRelease, listReleases, publishedTags } from './releases.ts'

/** What the steps of a release work with. */
export interface Release {
  readonly plan: Plan
  /** The commit that is released. */
  readonly sha: string
  /** Writes releases. */
  readonly github: GitHub
  /** Sets tags: may have a token of its own. */
  readonly tagger: GitHub
  readonly files: readonly AssetFile[]
}

/**
 * The first half: a draft with all files, after it was tried that the second half can be done.
 *
 * @returns what was done, in words
 * @throws ReleaseError; nothing is published then
 */
export async function draft({ plan, sha, github, tagger, files }: Release): Promise<string> {
  await expectTagAt(github, plan.tag, sha)
  const move = await decideMove(github, plan, sha, publishedTags(await listReleases(github)))
  if (move.moves) await tryTag(tagger, plan, sha)
  const { isDraft, assets } = await draftRelease(github, plan, files)
  return isDraft ? `${plan.tag} is drafted, with ${assets.length} files.` : `${plan.tag} is published already.`
}

/**
 * The second half: the attestation goes into the draft, the draft is published, the major tag follows.
 *
 * @param attestation made of the files in between
 * @returns what was done, in words
 */
export async function publish(release: Release, attestation: AssetFile): Promise<string> {
  const { plan, sha, github, tagger, files } = release
  await expectTagAt(github, plan.tag, sha)
  const found = findRelease(await listReleases(github), plan.tag)
  if (found === undefined) throw new ReleaseError(`There is no draft of ${plan.tag}: run all jobs again.`)
  expectFiles(found, files)
  if (found.isDraft) {
    await addFile(github, found, attestation)
    const published = publishedTags(await listReleases(github))
    const isLatest = !plan.isPreRelease && findNewer(plan, published) === undefined
    const changes = { draft: false, prerelease: plan.isPreRelease, make_latest: String(isLatest) }
    await expectAnswer(github, ['PATCH', `/releases/${found.id}`], [200], changes)
  }
  const move = await decideMove(github, plan, sha, publishedTags(await listReleases(github)))
  return `${plan.tag} is published. ${await moveMajorTag(tagger, plan, sha, move)}`
}
