import { listOutputs } from './outputs.ts'
import type { Presentation } from './presentation.ts'

/** GitLab takes 5 KiB in all; this leaves room for the rest. */
const MAX_MISSING_LENGTH = 1500

/**
 * The outputs as dotenv lines, as GitLab's `artifacts:reports:dotenv` takes them: no quotes, no line breaks, little.
 * So the report is not among them, and of very many missing permissions only the first are.
 * The names begin with `JIRA_PAT_CHECK_`, not with the `JIRA_CHECK_` of the inputs, or a later check in the same
 * pipeline would take the output `username` for its input.
 * Source: https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsdotenv
 */
export function formatDotenv(presentation: Presentation): string {
  return listOutputs(presentation)
    .filter(([name]) => name !== 'report')
    .map(([name, value]) => {
      const text = name === 'missing-permissions' ? shortened(value, presentation) : value
      return `JIRA_PAT_CHECK_${name.toUpperCase().replaceAll('-', '_')}=${text}\n`
    })
    .join('')
}

function shortened(json: string, { report }: Presentation): string {
  if (json.length <= MAX_MISSING_LENGTH) return json
  const all = report.missingPermissions
  let count = all.length
  const first = (): string => JSON.stringify([...all.slice(0, count), `… and ${all.length - count} more`])
  while (count > 0 && first().length > MAX_MISSING_LENGTH) count -= 1
  return first()
}
