import type { Result } from '../catalogue/entry.ts'
import { describeDaysLeft } from '../verdict/expiry-words.ts'
import type { Gate, GateName } from '../verdict/gates.ts'
import type { Presentation } from './presentation.ts'
import type { Report } from './report.ts'
import { markdownText } from './sanitize.ts'
import { table } from './table.ts'

/** How a result is shown. */
export const RESULT_ICONS: Readonly<Record<Result, string>> = {
  usable: '✅',
  refused: '❌',
  unknown: '❓',
  misconfigured: '⚙️',
}

/** A gate that is missing here is covered by the rows of the user and of the expiry. */
const QUESTIONS: Partial<Readonly<Record<GateName, string>>> = {
  'expected-user': 'Is an expected user',
  projects: 'Sees all projects',
  spaces: 'Sees all spaces',
  repositories: 'Sees all repositories',
  permissions: 'Holds all permissions',
}

/**
 * What was checked and who answered, as a Markdown table; no row for what was not asked.
 * @returns Markdown blocks, none where nothing was
 */
export function drawChecklist(presentation: Presentation): readonly string[] {
  const { report } = presentation
  const rows: readonly (readonly [string, string | null])[] = [
    [presentation.words.product, report.baseUrl && markdownText(report.baseUrl)],
    ['User', userCell(presentation)],
    ...report.gates.map((gate) => [QUESTIONS[gate.gate] ?? '', gateCell(gate, presentation)] as const),
    ['Token expires', expiryCell(report)],
    ['HTTP status', statusCell(report)],
  ]
  const answered = rows.flatMap(([question, answer]) => (answer === null ? [] : [[question, answer]]))
  return answered.length === 0 ? [] : [table(['Checked', 'Answer'], answered)]
}

function userCell({ report, user }: Presentation): string | null {
  if (report.stage === 'inputs') return null
  if (user === '') return '➖ not known'
  return holds(report, 'user-active') === false ? `❌ ${markdownText(user)}, deactivated` : `✅ ${markdownText(user)}`
}

function gateCell({ gate, holds }: Gate, { report, permissions }: Presentation): string | null {
  if (QUESTIONS[gate] === undefined) return null
  if (holds === null) return '➖ not judged'
  if (gate !== 'permissions') return holds ? '✅ yes' : '❌ no'
  const all = permissions.length
  return holds ? `✅ ${all === 1 ? 'yes' : `all ${all}`}` : `❌ ${report.missingPermissions.length} of ${all} missing`
}

function expiryCell(report: Report): string | null {
  const { status, expiresAt, daysLeft, tokenName } = report.expiry
  const name = tokenName === '' ? '' : ` (“${markdownText(tokenName)}”)`
  const day = `${expiresAt?.slice(0, 10)}, ${describeDaysLeft(daysLeft ?? 0)}${name}`
  switch (status) {
    case 'not-checked':
      return holds(report, 'expiry-fail-days') === undefined ? null : '➖ not checked'
    case 'unknown':
      return '➖ not known'
    case 'never':
      return `✅ never${name}`
    case 'ambiguous':
      return `➖ not known; the first of the account’s tokens: ${day}`
    case 'ok':
      return `✅ ${day}`
    case 'expired':
      return `⚠️ expired: ${day}`
    case 'expiring':
      return holds(report, 'expiry-fail-days') === false ? `❌ too soon: ${day}` : `⚠️ soon: ${day}`
  }
}

/** Of use only where it says more than the other rows. */
function statusCell({ result, category, statusCode }: Report): string | null {
  return statusCode === null || result === 'usable' || category === 'gate' ? null : String(statusCode)
}

/** @returns undefined where the gate was not asked for, null where it was not judged */
function holds({ gates }: Report, name: GateName): boolean | null | undefined {
  return gates.find(({ gate }) => gate === name)?.holds
}
