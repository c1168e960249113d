import type { AskedPermission } from '../verdict/permissions.ts'
import { markdownText } from './sanitize.ts'
import { table } from './table.ts'

const HOLDINGS: Readonly<Record<AskedPermission['holding'], string>> = {
  held: '✅ held',
  missing: '❌ missing',
  unknown: '❓ not known here',
  'not-visible': '❌ not visible',
}

/** Where there are more projects than this, those that lack nothing are only counted. */
const FEW_PROJECTS = 10

/** A step's summary may have 1 MiB; what is above this is better read in the report. */
const MAX_PROJECTS = 200

/**
 * What became of every permission that was asked for: projects × permissions.
 * @returns Markdown blocks, none where nothing was asked
 */
export function drawPermissions(permissions: readonly AskedPermission[]): readonly string[] {
  if (permissions.length === 0) return []
  const wanted = [...new Set(permissions.map(({ permission }) => permission))]
  const projects = Array.from(
    Map.groupBy(permissions, ({ project }) => project ?? 'global'),
    ([key, asked]) => ({ key, asked, lacksNothing: asked.every(({ holding }) => holding === 'held') }),
  )
  const toShow = projects.length > FEW_PROJECTS ? projects.filter(({ lacksNothing }) => !lacksNothing) : projects
  const rows = toShow
    .slice(0, MAX_PROJECTS)
    .map(({ key, asked }) => [markdownText(key), ...wanted.map((name) => holdingOf(name, asked, permissions))])
  const counted = projects.length - toShow.length
  const left = toShow.length - rows.length
  return [
    ...(rows.length === 0 ? [] : [table(['Project', ...wanted.map(markdownText)], rows)]),
    ...(left === 0 ? [] : [`… and ${left} more such projects, all of them in the output \`report\`.`]),
    ...(counted === 0 ? [] : [`✅ ${counted} ${rows.length === 0 ? '' : 'more '}projects: nothing is missing.`]),
  ]
}

/** @returns an icon with words, for those who do not see the icon; an answer can say something of one permission and not of another */
function holdingOf(name: string, asked: readonly AskedPermission[], all: readonly AskedPermission[]): string {
  const holding = asked.find(({ permission }) => permission === name)?.holding
  if (holding !== undefined) return HOLDINGS[holding]
  const isElsewhere = (other: AskedPermission): boolean =>
    other.permission === name && (other.project === undefined) !== (asked[0]?.project === undefined)
  if (!all.some(isElsewhere)) return '➖ not judged'
  return asked[0]?.project === undefined ? '➖ by project' : '➖ global'
}
