import { RESULT_ICONS, writeChecklist } from './checklist.ts'
import { drawPermissions } from './permission-table.ts'
import type { Presentation } from './presentation.ts'
import { markdownText } from './sanitize.ts'
import { drawTimeline } from './timeline.ts'

/**
 * The job summary as Markdown: the verdict, what was checked and who answered, the remedy as steps, permissions and
 * tokens as tables, advice, and where to read on. All text in it is inert. It has two links at most: the page of the
 * documentation, and the user's own token page on that Jira.
 * @param documentationUrl page that explains the reason
 */
export function writeSummary(presentation: Presentation, documentationUrl: string): string {
  const { report, title, remedySteps, warnings, permissions, tokenPage } = presentation
  const text = (plain: string): string => linkPage(plain, tokenPage)
  const steps = remedySteps.map((step, index) => `${index + 1}. ${text(step)}`)
  const advice = report.advice.map((line) => `- ${markdownText(line)}`)
  return [
    `## ${RESULT_ICONS[report.result]} ${markdownText(title)}`,
    text(report.message),
    writeChecklist(presentation),
    ...section('What to do', steps.length === 0 ? [] : [steps.join('\n')]),
    ...warnings.flatMap((warning) => section(`⚠️ ${markdownText(warning.title)}`, [text(warning.message)])),
    ...section('Permissions', drawPermissions(permissions)),
    ...section('Tokens of this account', drawTimeline(presentation)),
    ...section('Worth knowing', advice.length === 0 ? [] : [advice.join('\n')]),
    writeFooter(presentation, documentationUrl),
    '',
  ].join('\n\n')
}

function section(heading: string, blocks: readonly string[]): readonly string[] {
  return blocks.length === 0 ? [] : [`### ${heading}`, ...blocks]
}

function writeFooter({ report }: Presentation, documentationUrl: string): string {
  const requests = `${report.requests} ${report.requests === 1 ? 'request' : 'requests'} in ${report.durationMs} ms`
  return [`[About \`${report.reason}\`](${documentationUrl})`, ...(report.requests === 0 ? [] : [requests])].join(' · ')
}

/** The URL of the token page is too long to read, and the one in a text that people are to follow. */
function linkPage(text: string, tokenPage: string | null): string {
  if (tokenPage === null) return markdownText(text)
  return text
    .split(tokenPage)
    .map(markdownText)
    .join(`[Personal Access Tokens](${encodeUrl(tokenPage)})`)
}

/** Percent-encodes whatever could end a link or a table cell. */
function encodeUrl(url: string): string {
  return url.replace(/[^\w.~:/?=%[\]-]/gu, (sign) =>
    Array.from(Buffer.from(sign), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  )
}
