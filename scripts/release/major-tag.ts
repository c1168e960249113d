import { expectAnswer, fieldOf, type GitHub, listOf, messageOf, ReleaseError, textOf } from './github.ts'
import { findNewerOfMajor, type Plan } from './plan.ts'
import { parseTag } from './version.ts'

/** Below these names nothing else lives, and no workflow starts. */
const TRIAL = 'release-trial'

/**
 * Tries, before anything is published, whether the token may set a tag at this commit, by a tag that is deleted again. GitHub
 * refuses that to a job's own token where the commit has other workflow files than the branches, and no `permissions:` can
 * allow it. Where exactly it draws the line is documented nowhere, so it is tried.
 * Sources: https://github.com/actions/checkout/issues/1421, https://github.com/mkb79/Audible/pull/882
 *
 * @throws ReleaseError that says what to do
 */
export async function tryTag(github: GitHub, { tag, majorTag }: Plan, sha: string): Promise<void> {
  const ref = `tags/${TRIAL}/${tag}`
  // What an earlier run may have left.
  await expectAnswer(github, ['DELETE', `/git/refs/${ref}`], [204, 404, 422])
  const answer = await github.ask('POST', '/git/refs', { ref: `refs/${ref}`, sha })
  if (answer.status !== 201) {
    throw new ReleaseError(
      `Nothing is published yet. ${majorTag} could not be moved to ${tag} afterwards: GitHub refuses a tag at ${sha} with HTTP ${answer.status}: ${messageOf(answer)}. ` +
        `Most likely no branch has the workflow files of that commit any more. Push one that has: git push origin ${sha}:refs/heads/releases/${majorTag}; ` +
        'or give the environment “release” a GitHub App that may write workflows (CONTRIBUTING.md, Release). Then run the failed jobs again.',
    )
  }
  await expectAnswer(github, ['DELETE', `/git/refs/${ref}`], [204])
}

/** @throws ReleaseError where the tag of the release is not at this commit any more */
export async function expectTagAt(github: GitHub, tag: string, sha: string): Promise<void> {
  const at = await commitOf(github, tag)
  if (at === sha) return
  throw new ReleaseError(
    `${tag} is at ${at ?? 'no commit'}, and this run releases ${sha}: the tag was moved or deleted since. Start from the run of the tag as it is now.`,
  )
}

/** Where the major tag is, and whether it goes to a release; `why` says it in words. */
export type Move =
  | { readonly moves: true; readonly from: string | undefined }
  | { readonly moves: false; readonly why: string }

/**
 * The major tag never moves back: a newer release of that major version that is published, or has the tag already, stands
 * against it.
 *
 * @param published the tags of all published releases
 */
export async function decideMove(github: GitHub, plan: Plan, sha: string, published: readonly string[]): Promise<Move> {
  const { tag, majorTag } = plan
  if (plan.isPreRelease) return { moves: false, why: `${tag} is a pre-release, which moves no other tag.` }
  const at = await commitOf(github, majorTag)
  if (at === sha) return { moves: false, why: `${majorTag} is at ${tag} already.` }
  const atMajorTag = at === undefined ? [] : await versionsAt(github, plan, at)
  const newer = findNewerOfMajor(plan, { published, atMajorTag })
  return newer === undefined
    ? { moves: true, from: at }
    : { moves: false, why: `${majorTag} stays where it is: ${newer} is newer than ${tag}.` }
}

/** Moves the major tag where that is decided. @returns what was done, in words */
export async function moveMajorTag(github: GitHub, { tag, majorTag }: Plan, sha: string, move: Move): Promise<string> {
  if (!move.moves) return move.why
  if (move.from === undefined) {
    await expectAnswer(github, ['POST', '/git/refs'], [201], { ref: `refs/tags/${majorTag}`, sha })
  } else {
    await expectAnswer(github, ['PATCH', `/git/refs/tags/${majorTag}`], [200], { sha, force: true })
  }
  return `${majorTag} is moved to ${tag}.`
}

/** @returns the commit of a tag, annotated or not; undefined where there is none */
async function commitOf(github: GitHub, tag: string): Promise<string | undefined> {
  const { status, json } = await expectAnswer(github, ['GET', `/git/ref/tags/${tag}`], [200, 404])
  return status === 404 ? undefined : peel(github, fieldOf(json, 'object'))
}

async function peel(github: GitHub, object: unknown): Promise<string> {
  const sha = textOf(object, 'sha')
  if (textOf(object, 'type') !== 'tag') return sha
  const { json } = await expectAnswer(github, ['GET', `/git/tags/${sha}`], [200])
  return peel(github, fieldOf(json, 'object'))
}

/** @returns the tags of the versions of this major one that are at a commit */
async function versionsAt(github: GitHub, { majorTag }: Plan, sha: string): Promise<readonly string[]> {
  const { json } = await expectAnswer(github, ['GET', `/git/matching-refs/tags/${majorTag}.`], [200])
  const tags: string[] = []
  for (const ref of listOf(json)) {
    const tag = textOf(ref, 'ref').replace('refs/tags/', '')
    if (parseTag(tag) !== undefined && (await peel(github, fieldOf(ref, 'object'))) === sha) tags.push(tag)
  }
  return tags
}
