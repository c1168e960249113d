import { listOutputs } from './outputs.ts'
import type { Presentation } from './presentation.ts'
import type { Report } from './report.ts'

/** GitLab takes 5 KiB in all; these leave room for the rest, of which nothing has more than 300 characters. */
const MAX_BYTES: Readonly<Record<string, number>> = { message: 1000, remedy: 1000, 'missing-permissions': 1000 }

/**
 * The outputs as dotenv lines, as GitLab's `artifacts:reports:dotenv` takes them: no quotes, no line breaks, little.
 * So the report is not among them, and what is very long is cut.
 * The names begin with `JIRA_PAT_CHECK_`, not with the `JIRA_CHECK_` of the inputs, or a later check in the same
 * pipeline would take the output `username` for its input.
 * Source: https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsdotenv
 */
export function formatDotenv(presentation: Presentation): string {
  return listOutputs(presentation)
    .filter(([name]) => name !== 'report')
    .map(([name, value]) => {
      const maxBytes = MAX_BYTES[name] ?? Number.POSITIVE_INFINITY
      const text =
        name === 'missing-permissions' ? cutList(value, presentation.report, maxBytes) : cutText(value, maxBytes)
      return `JIRA_PAT_CHECK_${name.toUpperCase().replaceAll('-', '_')}=${text}\n`
    })
    .join('')
}

function cutText(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text
  // A character that is cut in two decodes as U+FFFD.
  return `${Buffer.from(text)
    .subarray(0, maxBytes)
    .toString()
    .replace(/\uFFFD$/, '')}…`
}

/** A list that is cut stays JSON. */
function cutList(json: string, { missingPermissions }: Report, maxBytes: number): string {
  if (json.length <= maxBytes) return json
  let count = missingPermissions.length
  const first = (): string =>
    JSON.stringify([...missingPermissions.slice(0, count), `… and ${missingPermissions.length - count} more`])
  while (count > 0 && first().length > maxBytes) count -= 1
  return first()
}
