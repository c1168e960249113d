import { expectAnswer, fieldOf, type GitHub, listOf, ReleaseError, textOf } from './github.ts'

/** A release as GitHub has it. */
export interface Release {
  readonly id: number
  readonly tag: string
  readonly isDraft: boolean
  /** Where assets are uploaded to. */
  readonly uploadUrl: string
  readonly assets: readonly Asset[]
}

export interface Asset {
  readonly id: number
  readonly name: string
  /** `sha256:…`; empty where GitHub does not say. */
  readonly digest: string
  /** Whether the upload came to its end. */
  readonly isWhole: boolean
}

const PER_PAGE = 100

/** Lists all releases, drafts too: a token that may write sees these. */
export async function listReleases(github: GitHub): Promise<readonly Release[]> {
  const releases: Release[] = []
  for (let page = 1; ; page += 1) {
    const { json } = await expectAnswer(github, ['GET', `/releases?per_page=${PER_PAGE}&page=${page}`], [200])
    const found = listOf(json)
    releases.push(...found.map(parseRelease))
    if (found.length < PER_PAGE) return releases
  }
}

/** @returns the release of a tag, a draft or not; undefined where there is none; throws where there are two drafts */
export function findRelease(releases: readonly Release[], tag: string): Release | undefined {
  const found = releases.filter((release) => release.tag === tag)
  const published = found.find(({ isDraft }) => !isDraft)
  if (published === undefined && found.length > 1) {
    throw new ReleaseError(`There are ${found.length} drafts of ${tag}: delete all, and run the failed jobs again.`)
  }
  return published ?? found[0]
}

/** @returns the tags of what is published, newest or not */
export function publishedTags(releases: readonly Release[]): readonly string[] {
  return releases.filter(({ isDraft }) => !isDraft).map(({ tag }) => tag)
}

export function parseRelease(json: unknown): Release {
  return {
    id: Number(fieldOf(json, 'id')),
    tag: textOf(json, 'tag_name'),
    isDraft: fieldOf(json, 'draft') === true,
    // It ends with a template: {?name,label}
    uploadUrl: textOf(json, 'upload_url').replace(/\{.*$/, ''),
    assets: listOf(fieldOf(json, 'assets')).map((asset) => ({
      id: Number(fieldOf(asset, 'id')),
      name: textOf(asset, 'name'),
      digest: textOf(asset, 'digest'),
      isWhole: textOf(asset, 'state') === 'uploaded',
    })),
  }
}
