import { listOutputs } from './outputs.ts'
import type { Presentation } from './presentation.ts'
import type { Report } from './report.ts'

/** GitLab takes 5 KiB in all: https://docs.gitlab.com/administration/instance_limits/#limit-dotenv-file-size */
const MAX_BYTES = 5000

/** Of a single value at most so much is there; less, where all together would be too much. */
const CAPS = [1000, 800, 600, 450, 300, 250, 200, 150]

/**
 * The outputs as dotenv lines, as GitLab's `artifacts:reports:dotenv` takes them: no quotes, no line breaks, little.
 * So the report is not among them, and what is very long is cut.
 * The names begin with `JIRA_PAT_CHECK_`, not with the `JIRA_CHECK_` of the inputs, or a later check in the same
 * pipeline would take the output `username` for its input.
 * Source: https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsdotenv
 */
export function formatDotenv(presentation: Presentation): string {
  const texts = CAPS.map((maxBytes) => formatLines(presentation, maxBytes))
  return texts.find((text) => Buffer.byteLength(text) <= MAX_BYTES) ?? texts.at(-1) ?? ''
}

function formatLines(presentation: Presentation, maxBytes: number): string {
  return listOutputs(presentation)
    .filter(([name]) => name !== 'report')
    .map(([name, value]) => {
      const isList = name === 'missing-permissions'
      const text = isList ? cutList(value, presentation.report, maxBytes) : cutText(value, maxBytes)
      return `JIRA_PAT_CHECK_${name.toUpperCase().replaceAll('-', '_')}=${text}\n`
    })
    .join('')
}

function cutText(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text
  const mark = '…'
  // A character that is cut in two decodes as U+FFFD.
  return `${Buffer.from(text)
    .subarray(0, maxBytes - Buffer.byteLength(mark))
    .toString()
    .replace(/\uFFFD$/, '')}${mark}`
}

/** A list that is cut stays JSON. */
function cutList(json: string, { missingPermissions }: Report, maxBytes: number): string {
  if (Buffer.byteLength(json) <= maxBytes) return json
  // Each takes four bytes at least: `"A",`.
  let count = Math.min(missingPermissions.length, Math.floor(maxBytes / 4))
  const first = (): string =>
    JSON.stringify([...missingPermissions.slice(0, count), `… and ${missingPermissions.length - count} more`])
  // Without any of them it has some thirty bytes.
  while (Buffer.byteLength(first()) > maxBytes) count -= 1
  return first()
}
