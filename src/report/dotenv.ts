import { listOutputs } from './outputs.ts'
import type { Presentation } from './report.ts'

/**
 * The outputs as dotenv lines, as GitLab's `artifacts:reports:dotenv` takes them: no quotes, no line breaks.
 * The names begin with `JIRA_PAT_CHECK_`, not with the `JIRA_CHECK_` of the inputs, or a later check in the same
 * pipeline would take the output `username` for its input.
 * Source: https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsdotenv
 */
export function formatDotenv(presentation: Presentation): string {
  return listOutputs(presentation)
    .map(([name, value]) => `JIRA_PAT_CHECK_${name.toUpperCase().replaceAll('-', '_')}=${value}\n`)
    .join('')
}
