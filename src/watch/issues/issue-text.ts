import { dayOf } from '../../base/utc.ts'
import { withoutDaysLeft } from '../../verdict/expiry-words.ts'
import type { WatchedToken } from '../watched-token.ts'
import { code } from './code.ts'
import { describeState } from './state-words.ts'
import type { Subject } from './subject.ts'

/** GitHub takes no longer ones: 256 and 65,536 characters. Counted in UTF-16, which is never less. */
export const MAX_TITLE_LENGTH = 256
export const MAX_BODY_LENGTH = 65_536

const MAX_STEPS = 20

const CARE =
  'jira-pat-check keeps this text up to date, leaves alone what people write before and after it, and closes the issue when ' +
  'all is well again. Close it as *not planned*, and nothing more is said until the state changes.'

/** The title of a new issue. It is people's from then on, so it holds no state. */
export function titleOf({ kind, name }: Subject): string {
  const [before, after] = TITLES[kind]
  const longest = MAX_TITLE_LENGTH - before.length - after.length
  const shown = code(name)
  // What makes code longer than what it shows is left out of a name that has to be cut.
  const bare = Array.from(name.replace(/[`@]/g, ''))
  return `${before}${shown.length <= longest ? shown : code(`${bare.slice(0, longest / 2 - 2).join('')}…`)}${after}`
}

const TITLES: Readonly<Record<Subject['kind'], readonly [string, string]>> = {
  token: ['The token in ', ' needs care'],
  server: ['Tokens at ', ' cannot be checked'],
  list: ['The list of tokens ', ' cannot be checked as a whole'],
}

/** The part of a new issue that is there until there is time for more. */
export const BARE_TEXT = 'jira-pat-check will say here in a moment what this is about.\n'

/** The part of an issue whose subject goes on in another one. */
export function textOfLoser(winner: number): string {
  return `This goes on in #${winner}.`
}

/** The line by which a later run sees that another owner is named in the list. */
export function ownerLineOf({ owner }: WatchedToken): string {
  return `- Owner: ${owner === '' ? 'the list names nobody' : code(owner)}`
}

/**
 * Our part of an issue. Every text of list or server in it is code, and it changes only when something changes.
 * @param maxLength what does not fit is left out, and counted
 */
export function textOf(subject: Subject, maxLength: number): string {
  const { seen, tokens } = subject
  const [token] = tokens
  if (seen === 'well') return cut([`All is well with ${code(subject.name)}.`, ...wellFactsOf(token)], maxLength)
  if (typeof seen === 'string') return ''
  const head = [describeState(subject, seen.state), '']
  if (subject.kind === 'token' && token !== undefined) {
    return cut([...head, ...factsOf(token), '', ...stepsOf(token.steps), CARE], maxLength)
  }
  const what = subject.unsound === undefined ? [] : [`What was found: ${code(subject.unsound)}`, '']
  const steps = subject.kind === 'server' ? stepsOf(token?.steps ?? []) : stepsOf(STEPS_OF_LIST[seen.state] ?? [], true)
  const those = tokens.length === 0 ? [] : ['', 'Tokens that are waiting for it:', '', ...tokens.map(describeToken)]
  return cut([...head, ...what, ...steps, CARE, ...those], maxLength)
}

const STEPS_OF_LIST: Readonly<Record<string, readonly string[]>> = {
  unsound: ['Mend the list.', 'Run the workflow again on the default branch: it closes this issue.'],
  'no-secrets': [
    'Hand the secrets to the step by `env:`, one line each, under the names that the list has.',
    'If the secrets belong to an environment, name it in the job.',
    'Run the workflow again on the default branch. Forks and Dependabot are given no secrets.',
  ],
  incomplete: [
    'Look into the log of the run: a job that failed early leaves no report.',
    'Where time was up, give the step more by `timeout-seconds`, or split the list over several jobs by `only`.',
  ],
}

function factsOf(token: WatchedToken): readonly string[] {
  const { baseUrl, expiry, usedBy, message, hasRotationStopped } = token
  return [
    ...(message === '' ? [] : [`- What was seen: ${code(withoutDaysLeft(message))}`]),
    ...(baseUrl === null ? [] : [`- Server: ${code(baseUrl)}`]),
    ...(expiry.tokenName === '' ? [] : [`- Token: ${code(expiry.tokenName)}`]),
    ...(isDate(expiry.expiresAt) ? [`- Expires: ${dayOf(Date.parse(expiry.expiresAt))}`] : []),
    ...(hasRotationStopped ? ['- Its rotation has stopped: by now it should have been replaced by itself.'] : []),
    ownerLineOf(token),
    ...(usedBy === '' ? [] : [`- Used by: ${code(usedBy)}`]),
  ]
}

/** In the list's issue, and in a server's, stands no token that is well. */
function wellFactsOf(token: WatchedToken | undefined): readonly string[] {
  return token === undefined ? [] : ['', ...factsOf(token)]
}

function isDate(time: string | null): time is string {
  return time !== null && !Number.isNaN(Date.parse(time))
}

function describeToken(token: WatchedToken): string {
  const why = {
    time: 'time was up before it was asked about',
    'no-report': 'its job left no report',
    server: 'not asked, since its server had failed others',
  }
  const { unaskedBecause, title, owner, usedBy } = token
  const reason = unaskedBecause === null ? code(withoutDaysLeft(title)) : why[unaskedBecause]
  const people = [owner && `owner ${code(owner)}`, usedBy && `used by ${code(usedBy)}`].filter(Boolean)
  return `- ${[code(token.secret), reason, ...people].join('; ')}`
}

/** @param isOurs the words are our own, and no server's */
function stepsOf(steps: readonly string[], isOurs = false): readonly string[] {
  if (steps.length === 0) return []
  const shown = steps.slice(0, MAX_STEPS).map((step, at) => `${at + 1}. ${isOurs ? step : code(withoutDaysLeft(step))}`)
  return ['What to do:', '', ...shown, '']
}

/** Leaves out lines at the end, and says how many. */
function cut(lines: readonly string[], maxLength: number): string {
  const textOfLines = (some: readonly string[]): string => `${some.join('\n')}\n`
  const whole = textOfLines(lines)
  if (whole.length <= maxLength) return whole
  let kept = lines.length
  let length = whole.length
  const mark = (): string => `- … and ${lines.length - kept} more that do not fit here`
  while (kept > 0 && length + mark().length + 1 > maxLength) {
    kept -= 1
    length -= (lines[kept]?.length ?? 0) + 1
  }
  return kept === 0 ? '' : textOfLines([...lines.slice(0, kept), mark()])
}
