import type { Clock } from '../../base/clock.ts'
import type { GitHub } from '../../github/api.ts'
import { createIssues } from '../../github/issues.ts'
import { isRefusal } from '../../github/refusal.ts'
import { plainText } from '../../report/sanitize.ts'
import type { WatchReport } from '../watched-token.ts'
import { carryOutAll } from './carry-out-all.ts'
import { MAX_NEW_ISSUES } from './create.ts'
import type { OurIssue } from './decide.ts'
import { mayWrite, type Trigger } from './may-write.ts'
import { goneFrom, planAll } from './plan.ts'
import { issuesOf, search } from './search.ts'
import { type ListFacts, type Subject, subjectsOf } from './subject.ts'
import { createTrouble } from './trouble.ts'
import { askOnce, type Work } from './work.ts'

/** What came of one night, and where its issues are. */
export interface Night extends Trigger {
  /** Without tokens where the list is unsound. */
  readonly report: WatchReport
  readonly list: ListFacts
  readonly label: string
  /** `GITHUB_REPOSITORY`: `OWNER/NAME` */
  readonly repository: string
  /** Takes secrets out of a text. */
  readonly redact: (text: string, isCut: boolean) => string
}

export interface IssuesResult {
  readonly opened: number
  readonly updated: number
  readonly closed: number
  /** New issues that were too many for this run. */
  readonly following: number
  /** Plain text; the night's result does not depend on them. */
  readonly warnings: readonly string[]
  /** For the log: why none are written here; undefined where they are. */
  readonly skipped: string | undefined
  /** The page of the open issue in which a token stands, by its secret. */
  readonly links: ReadonlyMap<string, string>
}

/** How GitHub is reached, and until when. */
export interface IssuesWorld {
  readonly github: GitHub
  readonly clock: Clock
  /** By the clock that nobody can set. */
  readonly deadlineMs: number
}

/**
 * Opens, updates and closes the issues of a night. Whatever GitHub or the network does comes back as a warning; what is
 * left undone, and what a killed run has left, the next run finds and does.
 */
export async function updateIssues(night: Night, { github, clock, deadlineMs }: IssuesWorld): Promise<IssuesResult> {
  const { repository, label } = night
  const done = { opened: 0, updated: 0, closed: 0 }
  const trouble = createTrouble(night.redact)
  const end = (more: Partial<IssuesResult> = {}): IssuesResult => {
    return { ...done, following: 0, warnings: trouble.warnings, skipped: undefined, links: new Map(), ...more }
  }
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return end({ warnings: [WITHOUT.repository] })
  const issues = createIssues(github, repository, clock, deadlineMs)
  const may = await mayWrite(night, issues)
  if (may === 'no') return end({ skipped: WITHOUT.branch })
  if (may === 'unknown') return end({ warnings: [WITHOUT.defaultBranch] })
  const plain = (text: string | undefined): string | undefined => text && plainText(text, night.redact)
  const list = { ...night.list, name: plain(night.list.name), path: plain(night.list.path) }
  const subjects = subjectsOf(night.report, list)
  if (subjects.length === 0) return end({ warnings: [WITHOUT.name] })
  const ours = await search(issues, label, clock.now())
  if (isRefusal(ours)) {
    trouble.note('find', ours)
    return end()
  }
  const work: Work = { issues, clock, trouble, repository, label, isAssignable: askOnce(issues), done }
  const plans = await planAll([...subjects, ...goneFrom(ours, subjects, list)], ours, work)
  const open = await carryOutAll(plans, ours, work)
  const wanted = plans.filter(({ steps }) => steps.some(({ kind }) => kind === 'create')).length
  const following = Math.max(0, wanted - MAX_NEW_ISSUES)
  return end({ following, links: linksOf(subjects, open), warnings: trouble.warnings })
}

const WITHOUT = {
  repository: 'No issues are written: GITHUB_REPOSITORY names no repository.',
  branch:
    'Issues are written by runs of the default branch alone, on a schedule, by hand or on a push: none are written here.',
  defaultBranch: 'No issues are written: neither the event nor GitHub says which branch is the default one.',
  name: 'No issues are written: a list that is given as text needs a name, by which its issues are found again, and reports that are put together without a list have to be of one list.',
} as const

function linksOf(subjects: readonly Subject[], open: readonly OurIssue[]): ReadonlyMap<string, string> {
  const links = new Map<string, string>()
  for (const subject of subjects) {
    const url = issuesOf(subject, open)[0]?.issue.url ?? ''
    if (typeof subject.seen === 'string' || url === '') continue
    for (const { secret } of subject.tokens) links.set(secret, url)
  }
  return links
}
