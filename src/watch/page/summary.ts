import { DAY_MS } from '../../base/clock.ts'
import { drawGantt, labelBar } from '../../report/gantt.ts'
import { markdownText } from '../../report/sanitize.ts'
import { needsCare } from '../state.ts'
import type { WatchReport } from '../watched-token.ts'
import { type Account, listAccounts } from './accounts.ts'
import { listCare, listUnasked, standsForAll } from './care.ts'
import { drawCare, drawCareList } from './care-blocks.ts'
import type { PageContext, Problem } from './context.ts'
import { expiryOf, minuteOf } from './expiry.ts'
import { foldAway, takeWhatFits } from './fit.ts'
import { soonest, tally, worstOf } from './order.ts'
import { KIND_ICONS } from './sign.ts'
import { drawTokens } from './token-table.ts'
import { describeIssuesToFollow, headlineOf, shortUrl } from './words.ts'

/** GitHub takes a mebibyte from a step: of that so much for each part, which leaves some for the words between. */
const MAX_BYTES = { care: 400_000, tokens: 400_000, accounts: 100_000 }

/** What is wrong with the whole is as loud as a token that was refused. */
const PROBLEM_ICON = KIND_ICONS.refused

/** On a longer time line, what expires soon could not be seen. */
const MAX_DAYS = 366

/** So many accounts are read without a click. */
const OPEN_ACCOUNTS = 10

/**
 * The job summary of a night as Markdown: what needs care first, each with its owner, what to do and until when; then
 * all tokens by days left, a time line of the soonest, and what the accounts should tidy up. All text in it is inert. It
 * stays under a mebibyte, and says what it leaves out. Its links lead to the documentation alone.
 */
export function writeWatchSummary(report: WatchReport, context: PageContext): string {
  const { tokens } = report
  const { problem, htmlPage, nowMs } = context
  const checked = minuteOf(report.checkedAt)
  const facts = [
    ...(checked === '' ? [] : [`Checked ${checked}`]),
    ...(report.list === '' ? [] : [`list ${markdownText(report.list)}`]),
    ...tally(tokens).map(({ kind, word, count }) => [KIND_ICONS[kind], count, ...word.split(' ')].join('&nbsp;')),
  ]
  const notes = [
    ...listUnasked(tokens).map((sentence) => `${KIND_ICONS.unknown} **${sentence}**`),
    describeIssuesToFollow(context.issuesToFollow),
    htmlPage === '' ? '' : `The same as a page to sort and filter: ${markdownText(htmlPage)}`,
  ].filter(Boolean)
  const isSaid = standsForAll(context, tokens)
  const care = isSaid ? drawCareList(tokens, nowMs) : drawCare(listCare(tokens, nowMs), context, MAX_BYTES.care)
  return [
    `## ${iconOf(report, context)} ${markdownText(headlineOf(report, context))}`,
    facts.join(' · '),
    ...notes,
    ...(problem === null ? [] : drawProblem(problem, tokens.length > 0)),
    ...(care.length === 0 ? [] : [...(isSaid ? [] : ['### What needs care']), ...care]),
    ...(tokens.length === 0 ? [] : ['### All tokens', ...drawTokens(tokens, nowMs, MAX_BYTES.tokens)]),
    ...drawTimeline(report, nowMs),
    ...drawAccounts(listAccounts(tokens)),
    '',
  ].join('\n\n')
}

/** The worst that there is; where nothing was checked, nothing is known. */
function iconOf({ tokens }: WatchReport, { problem }: PageContext): string {
  if (problem !== null) return PROBLEM_ICON
  return KIND_ICONS[worstOf(tokens)]
}

/** The headline has its title already where there is nothing else to say. */
function drawProblem({ title, message, steps }: Problem, hasTitle: boolean): readonly string[] {
  const list = steps.map((step, index) => `${index + 1}. ${markdownText(step)}`)
  return [
    ...(hasTitle ? [`### ${PROBLEM_ICON} ${markdownText(title)}`] : []),
    markdownText(message),
    ...(list.length === 0 ? [] : [list.join('\n')]),
  ]
}

function drawTimeline({ tokens }: WatchReport, nowMs: number): readonly string[] {
  const { shown, more } = soonest(tokens, nowMs)
  if (shown.length === 0) return []
  const bars = shown.map((token) => {
    const { at, left } = expiryOf(token, nowMs)
    return {
      label: labelBar(token.secret, left),
      days: Math.min((at - nowMs) / DAY_MS, MAX_DAYS),
      isCritical: needsCare(token),
    }
  })
  return [
    '### The next to expire',
    drawGantt(bars, [], nowMs),
    ...(more === 0 ? [] : [`… and ${more} more, none of which expires earlier.`]),
  ]
}

function drawAccounts(accounts: readonly Account[]): readonly string[] {
  if (accounts.length === 0) return []
  const blocks = accounts.map(({ user, server, advice }) =>
    [
      `- ${markdownText(user)} at ${markdownText(shortUrl(server))}`,
      ...advice.map((line) => `  - ${markdownText(line)}`),
    ].join('\n'),
  )
  const { shown, left } = takeWhatFits(blocks, MAX_BYTES.accounts)
  const folded = shown.slice(OPEN_ACCOUNTS)
  return [
    '### Worth tidying up',
    shown.slice(0, OPEN_ACCOUNTS).join('\n'),
    ...(folded.length === 0 ? [] : foldAway(`${folded.length} more accounts`, [folded.join('\n')])),
    ...(left === 0 ? [] : [`… and ${left} more accounts, for which there is no room here; the whole report has them.`]),
  ]
}
