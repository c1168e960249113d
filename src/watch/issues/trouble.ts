import type { Refusal } from '../../github/refusal.ts'
import { plainText } from '../../report/sanitize.ts'

/** What was tried. */
export type Attempt = 'find' | 'read' | 'create' | 'write' | 'label'

/** Keeps what went wrong, to be told once of a kind, and knows when there is no sense in going on. */
export interface Trouble {
  /** @param number of the issue that it was about */
  note(attempt: Attempt, refusal: Refusal, number?: number): void
  /** Something worked. */
  noteSuccess(): void
  readonly isOver: boolean
  /** One for each kind of trouble, in plain text. */
  readonly warnings: readonly string[]
}

/** After so many refusals without anything that worked in between, nothing will. */
const MAX_IN_A_ROW = 3

/** @param redact takes secrets out of GitHub's own words */
export function createTrouble(redact: (text: string, isCut: boolean) => string): Trouble {
  const kinds = new Map<string, { words: string; numbers: Set<number> }>()
  let inARow = 0
  let isOver = false
  return {
    note(attempt, refusal, number) {
      const { why, status } = refusal
      inARow += 1
      isOver ||= inARow >= MAX_IN_A_ROW || endsAll(attempt, refusal)
      const key = [why === 'no-time' || why === 'limit' ? '' : attempt, why, status].join()
      const kind = kinds.get(key) ?? { words: describe(attempt, refusal, redact), numbers: new Set() }
      if (number !== undefined) kind.numbers.add(number)
      kinds.set(key, kind)
    },
    noteSuccess() {
      inARow = 0
    },
    get isOver() {
      return isOver
    },
    get warnings() {
      return Array.from(kinds.values(), ({ words, numbers }) => {
        const places = Array.from(numbers, (number) => `#${number}`).join(', ')
        return places === '' ? words : `${words} (${numbers.size === 1 ? 'issue' : 'issues'} ${places})`
      })
    },
  }
}

function endsAll(attempt: Attempt, { why, status }: Refusal): boolean {
  if (why === 'limit' || why === 'no-time' || why === 'unreached') return true
  // One issue may be locked, deleted or moved; one that cannot be made is like all others.
  return why === 'refused' && (attempt === 'find' || attempt === 'label' || (attempt === 'create' && status !== 422))
}

function describe(attempt: Attempt, refusal: Refusal, redact: (text: string, isCut: boolean) => string): string {
  const { why, status } = refusal
  const detail = plainText(refusal.detail, redact)
  const answer = [status === undefined ? '' : `HTTP ${status}`, detail].filter(Boolean).join(': ')
  const said = answer === '' ? '' : ` (${answer})`
  const rest = 'What is left to do, the next run does.'
  switch (why) {
    case 'no-time':
      return `Time was up before all issues were up to date. ${rest} Give the step more by timeout-seconds if that happens again.`
    case 'limit':
      return `GitHub wants to be asked later${said}, which is too late for this run, so that issues are not up to date. ${rest}`
    case 'unreached':
      return `GitHub’s API cannot be reached${said}, so that issues are not up to date. If that lasts, check GITHUB_API_URL and the proxy variables.`
    case 'unclear':
      return `GitHub gave no clear answer${said}, so that it is not known whether an issue is up to date. The next run looks again.`
    case 'refused':
      return describeRefused(attempt, status, said)
  }
}

function describeRefused(attempt: Attempt, status: number | undefined, said: string): string {
  if (attempt === 'label') {
    return 'GitHub did not put the label on a new issue, by which it is found again, so it was closed. Give the job the permission issues: write, or a github-token that may set labels.'
  }
  // A clear answer without a status: there are more pages than anybody reads.
  if (status === undefined) {
    return `There are too many issues, or comments of one, to be read${said}, so that issues are not up to date. Choose an issue-label that no other issue has, or take it off old ones.`
  }
  if (status === 410 && attempt !== 'write') {
    return `Issues are switched off in this repository${said}. Switch them on in its settings, or set issues to false.`
  }
  if (status < 400) {
    return `The repository, or an issue of it, has moved${said}. Run the workflow where it is now.`
  }
  if (status === 422) return `GitHub does not take an issue as it is${said}. Check issue-label.`
  if (attempt === 'write' && status !== 403 && status !== 401) {
    return `An issue cannot be written${said}: perhaps it was deleted or moved.`
  }
  return `GitHub does not let this token ${attempt === 'find' || attempt === 'read' ? 'read' : 'write'} issues${said}. Give the job the permission issues: write, or a github-token that has it; an archived repository takes none.`
}
