import type { ProductWords } from '../catalogue/product-words.ts'
import type { AskedPermission } from '../verdict/permissions.ts'
import { markdownText } from './sanitize.ts'
import { table } from './table.ts'

const HOLDINGS: Readonly<Record<AskedPermission['holding'], string>> = {
  held: '✅ held',
  missing: '❌ missing',
  unknown: '❓ not known here',
  'not-visible': '❌ not visible',
}

/** Where there are more places than this, those that lack nothing are only counted. */
const FEW_PLACES = 10

/** A step's summary may have 1 MiB; what is above this is better read in the report. */
const MAX_PLACES = 200

/**
 * What became of every permission that was asked for: places × permissions.
 * @param words how the product calls these places
 * @returns Markdown blocks, none where nothing was asked
 */
export function drawPermissions(
  permissions: readonly AskedPermission[],
  { placeTitle, placeWords }: Pick<ProductWords, 'placeTitle' | 'placeWords'>,
): readonly string[] {
  // Where a Node is told that it is too old, it has no groupBy either.
  if (permissions.length === 0) return []
  const wanted = [...new Set(permissions.map(({ permission }) => permission))]
  const places = Array.from(
    Map.groupBy(permissions, ({ place }) => place ?? 'global'),
    ([key, asked]) => ({ key, asked, lacksNothing: asked.every(({ holding }) => holding === 'held') }),
  )
  const toShow = places.length > FEW_PLACES ? places.filter(({ lacksNothing }) => !lacksNothing) : places
  const rows = toShow
    .slice(0, MAX_PLACES)
    .map(({ key, asked }) => [markdownText(key), ...wanted.map((name) => holdingOf(name, asked, permissions))])
  const counted = places.length - toShow.length
  const left = toShow.length - rows.length
  return [
    ...(rows.length === 0 ? [] : [table([placeTitle, ...wanted.map(markdownText)], rows)]),
    ...(left === 0 ? [] : [`… and ${left} more such ${placeWords}, all of them in the output \`report\`.`]),
    ...(counted === 0 ? [] : [`✅ ${counted} ${rows.length === 0 ? '' : 'more '}${placeWords}: nothing is missing.`]),
  ]
}

/** What an icon means for a permission that is none of this place, by where it is asked for. */
const ELSEWHERE = { global: '➖ global', project: '➖ by project', repository: '➖ by repository' } as const

/** @returns an icon with words, for those who do not see the icon; an answer can say something of one permission and not of another */
function holdingOf(name: string, asked: readonly AskedPermission[], all: readonly AskedPermission[]): string {
  const holding = asked.find(({ permission }) => permission === name)?.holding
  if (holding !== undefined) return HOLDINGS[holding]
  const here = kindOf(asked[0]?.place)
  const elsewhere = all.find(({ permission, place }) => permission === name && kindOf(place) !== here)
  return elsewhere === undefined ? '➖ not judged' : ELSEWHERE[kindOf(elsewhere.place)]
}

function kindOf(place: string | undefined): keyof typeof ELSEWHERE {
  return place === undefined ? 'global' : place.includes('/') ? 'repository' : 'project'
}
