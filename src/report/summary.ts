import { drawChecklist, RESULT_ICONS } from './checklist.ts'
import { drawPermissions } from './permission-table.ts'
import type { Presentation, Warning } from './presentation.ts'
import { markdownText } from './sanitize.ts'
import { drawTimeline } from './timeline.ts'

/** What a summary takes from the runner. */
export interface SummaryContext {
  /** Page that explains the reason. */
  readonly documentationUrl: string
  /** The step, where its name tells it from another check of the same job; else empty. */
  readonly step: string
}

/**
 * The job summary as Markdown: the verdict, the remedy as steps, what was checked and who answered, permissions and
 * tokens as tables, advice, and where to read on. All text in it is inert. It has two links at most: the page of the
 * documentation, and the user's own token page on that Jira.
 * @param lives a picture of an old and a new token, Markdown blocks in which all is inert
 */
export function writeSummary(
  presentation: Presentation,
  context: SummaryContext,
  lives: readonly string[] = [],
): string {
  const { report, title, remedySteps, warnings, permissions, tokenPage } = presentation
  const text = (plain: string): string => linkPage(plain, tokenPage, presentation.words.tokenPageTitle)
  const list = (steps: readonly string[]): readonly string[] =>
    steps.length === 0 ? [] : [steps.map((step, index) => `${index + 1}. ${text(step)}`).join('\n')]
  const describe = ({ message, remedySteps: steps }: Warning): readonly string[] => [text(message), ...list(steps)]
  // A token that is good today and not for long is not headed as if all were well.
  const first = report.result === 'usable' ? warnings[0] : undefined
  const others = warnings.filter((warning) => warning !== first)
  const advice = report.advice.map((line) => `- ${markdownText(line)}`)
  return [
    heading(first?.title ?? title, first === undefined ? RESULT_ICONS[report.result] : '⚠️', presentation, context),
    text(report.message),
    ...(first === undefined ? [] : [text(first.message)]),
    ...section('What to do', list(first?.remedySteps ?? remedySteps)),
    ...others.flatMap((warning) => section(`⚠️ ${markdownText(warning.title)}`, describe(warning))),
    ...section('The old token and the new one', lives),
    ...section('What was checked', drawChecklist(presentation)),
    ...section('Permissions', drawPermissions(permissions, presentation.words)),
    ...section('Tokens of this account', drawTimeline(presentation)),
    ...section('Worth knowing', advice.length === 0 ? [] : [advice.join('\n')]),
    writeFooter(presentation, context),
    '',
  ].join('\n\n')
}

/** One job may have several checks, whose summaries stand one below the other: of whom, of which Jira, by which step. */
function heading(title: string, icon: string, { user, report }: Presentation, { step }: SummaryContext): string {
  const address = (report.baseUrl ?? '').replace(/^https?:\/\//, '')
  return `## ${icon} ${[title, user, address, step].filter(Boolean).map(markdownText).join(' · ')}`
}

function section(title: string, blocks: readonly string[]): readonly string[] {
  return blocks.length === 0 ? [] : [`### ${title}`, ...blocks]
}

function writeFooter({ report }: Presentation, { documentationUrl }: SummaryContext): string {
  const requests = `${report.requests} ${report.requests === 1 ? 'request' : 'requests'} in ${report.durationMs} ms`
  const about = `[About \`${report.reason}\`](${documentationUrl})`
  return [`Result: ${report.result}`, about, ...(report.requests === 0 ? [] : [requests])].join(' · ')
}

/** The URL of the token page is too long to read, and the one in a text that people are to follow. */
function linkPage(text: string, tokenPage: string | null, title: string): string {
  if (tokenPage === null) return markdownText(text)
  return text
    .split(tokenPage)
    .map(markdownText)
    .join(`[${title}](${encodeUrl(tokenPage)})`)
}

/** Percent-encodes whatever could end a link or a table cell. */
function encodeUrl(url: string): string {
  return url.replace(/[^\w.~:/?=%[\]-]/gu, (sign) =>
    Array.from(Buffer.from(sign), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  )
}
