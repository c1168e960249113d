import type { Result } from '../catalogue/entry.ts'
import type { Holding } from '../jira/permissions.ts'
import type { AskedPermission } from '../verdict/gates.ts'
import type { Presentation, Report } from './report.ts'
import { table } from './table.ts'
import { drawTimeline } from './timeline.ts'
import { markdownText } from './untrusted.ts'

const ICONS: Readonly<Record<Result, string>> = { usable: '✅', refused: '❌', unknown: '❓', misconfigured: '⚙️' }
const HOLDINGS: Readonly<Record<Holding, string>> = { held: '✅', missing: '❌', unknown: '❔ not known here' }

/** A step's summary may have 1 MiB; what is above this is better read in the report. */
const MAX_PERMISSION_ROWS = 200

/**
 * The job summary as Markdown: the verdict, what was checked and who answered, the remedy as steps, permissions and
 * tokens as tables, advice, and the page of the documentation.
 * @param documentationUrl page that explains the reason
 */
export function writeSummary(presentation: Presentation, documentationUrl: string): string {
  const { report, title, remedySteps, permissions } = presentation
  return [
    `## ${ICONS[report.result]} ${markdownText(title)}`,
    markdownText(report.message),
    table(['', ''], factRows(presentation)),
    ...section(
      'What to do',
      remedySteps.map((step, index) => `${index + 1}. ${markdownText(step)}`),
    ),
    ...section('Permissions', permissionTable(permissions)),
    ...section('Tokens of this account', drawTimeline(presentation)),
    ...section(
      'Worth knowing',
      [...presentation.warnings.map(({ message }) => message), ...report.advice].map(
        (line) => `- ${markdownText(line)}`,
      ),
    ),
    `[About \`${report.reason}\`](${documentationUrl})`,
    '',
  ].join('\n\n')
}

function factRows({ report, user }: Presentation): readonly (readonly string[])[] {
  const { identity, statusCode, expiry } = report
  const rows: readonly (readonly [string, string | null])[] = [
    ['Jira', report.jiraUrl],
    ['User', user || null],
    ['Result', `${report.result} (${report.reason})`],
    ['HTTP status', statusCode === null ? null : String(statusCode)],
    ['Token expires', identity === null ? null : describeExpiry(expiry)],
    [
      'Gates',
      report.gates
        .map(({ gate, holds }) => `${gate}: ${holds === null ? 'not judged' : holds ? 'holds' : 'fails'}`)
        .join(', ') || null,
    ],
    ['Asked', `${report.requests} ${report.requests === 1 ? 'request' : 'requests'} in ${report.durationMs} ms`],
  ]
  return rows.flatMap(([name, value]) => (value === null ? [] : [[`**${name}**`, markdownText(value)]]))
}

function describeExpiry({ status, expiresAt, daysLeft, tokenName }: Report['expiry']): string {
  if (expiresAt === null) return status
  const token = tokenName === '' ? '' : `, token “${tokenName}”`
  return `${expiresAt.slice(0, 10)} (${status}, ${daysLeft} days left${token})`
}

function permissionTable(permissions: readonly AskedPermission[]): readonly string[] {
  const wanted = [...new Set(permissions.map(({ permission }) => permission))]
  const byProject = Map.groupBy(permissions, ({ project }) => project ?? 'global')
  const rows = Array.from(byProject, ([project, asked]) => [
    markdownText(project),
    ...wanted.map((key) => HOLDINGS[asked.find(({ permission }) => permission === key)?.holding ?? 'missing']),
  ])
  if (rows.length === 0) return []
  const left = rows.length - MAX_PERMISSION_ROWS
  return [
    table(['Project', ...wanted.map(markdownText)], rows.slice(0, MAX_PERMISSION_ROWS)),
    ...(left > 0 ? [`… and ${left} more projects, all in the output \`report\`.`] : []),
  ]
}

function section(heading: string, blocks: readonly string[]): readonly string[] {
  if (blocks.length === 0) return []
  const isList = blocks.every((block) => /^(?:\d+\.|-) /.test(block))
  return [`### ${heading}`, ...(isList ? [blocks.join('\n')] : blocks)]
}
