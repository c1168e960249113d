import { VERSION } from '../base/version.ts'
import { isFinding } from '../catalogue/finding.ts'
import { withDebugLog } from '../check/debug-log.ts'
import type { World } from '../check/run.ts'
import { createGitHub } from '../github/api.ts'
import { readApiRoute } from '../github/read-api.ts'
import type { ReadFile } from '../inputs/pem.ts'
import type { Redactor } from '../report/redact.ts'
import { readSystemCa } from '../wire/ca.ts'
import type { WatchInputs } from './inputs.ts'
import { updateIssues } from './issues/update-issues.ts'
import { type Night, problemOf } from './night.ts'
import type { Aside } from './tell.ts'

/** What writing issues takes from the run. */
export interface IssueOptions {
  readonly world: World
  readonly readFile: ReadFile
  readonly redactor: Redactor
  /** When all has to be over, by the clock that nobody can set. */
  readonly deadlineMs: number
}

/** Whether a run may write issues at all: on GitHub, about a whole list. */
export function writesIssues({ issues, only }: WatchInputs, { runner }: World): boolean {
  return issues && only.length === 0 && runner.readEvent() !== undefined
}

/**
 * Opens, updates and closes the issues of a night.
 * @returns what there is to say of it, which changes no result; nothing of a night that says nothing of the list
 */
export async function writeIssues(
  { report, problem, isWhole, list }: Night,
  inputs: WatchInputs,
  { world, readFile, redactor, deadlineMs }: IssueOptions,
): Promise<Aside> {
  const { runner, environment, clock } = world
  const event = runner.readEvent()
  // Where nothing was looked at for another reason than the list, all of it would count as gone.
  if (!writesIssues(inputs, world) || event === undefined || !(isWhole || list.state === 'unsound')) {
    return { warnings: [], issuesToFollow: 0 }
  }
  const route = readApiRoute(environment)
  if (isFinding(route)) {
    const { message } = problemOf(route, { redactor, nameOf: runner.nameOf, nowMs: clock.now() })
    return { warnings: [`No issues are written: ${message}`], issuesToFollow: 0 }
  }
  if (inputs.githubToken === '') {
    return {
      warnings: [
        `No issues are written: ${runner.nameOf('github-token')} is blank. Leave it out, or set ${runner.nameOf('issues')} to false where none are wanted.`,
      ],
      issuesToFollow: 0,
    }
  }
  const github = createGitHub(
    {
      ...route,
      userAgent: `jira-pat-check/${VERSION}`,
      token: inputs.githubToken,
      readSystemCa: () => readSystemCa(environment['SSL_CERT_FILE'], readFile),
      around: (http) => withDebugLog(http, runner, redactor.redact),
    },
    clock,
  )
  const done = await updateIssues(
    {
      report,
      list: {
        name: list.name || undefined,
        path: list.path || undefined,
        unsound: list.state === 'unsound' ? (problem?.message ?? '') : undefined,
        isRead: list.state !== 'unread',
      },
      label: inputs.issueLabel,
      repository: event.repository,
      eventName: event.name,
      ref: environment['GITHUB_REF'] ?? '',
      event: event.payload,
      redact: redactor.redactLong,
    },
    { github, clock, deadlineMs },
  )
  const { opened, updated, closed, skipped, warnings, following } = done
  runner.log(skipped ?? `Issues: ${opened} opened, ${updated} updated, ${closed} closed.`)
  return { warnings, issuesToFollow: following }
}
