import { createPaint, GREEN, type Paint, RED, YELLOW } from '../../report/terminal.ts'
import { wrap } from '../../report/wrap.ts'
import type { WatchReport } from '../watched-token.ts'
import { listAccounts } from './accounts.ts'
import { type Care, listCare, listUnasked, standsForAll } from './care.ts'
import { type Column, layOut, widthOf } from './columns.ts'
import type { PageContext } from './context.ts'
import { dueOf, expiryOf, minuteOf } from './expiry.ts'
import { inOrder, worstOf } from './order.ts'
import { type Kind, signOf } from './sign.ts'
import { describeIssuesToFollow, headlineOf, ownerOf, shortUrl, userOf } from './words.ts'

const COLUMNS = 80

/** A person at a terminal reads the first steps; the page has all. */
const MAX_STEPS = 3

/** So many tokens of one thing to do are named. */
const MAX_NAMES = 5

const SIGNS: Readonly<Record<Kind, string>> = { refused: '✗', misconfigured: '!', unknown: '?', soon: '~', well: '✓' }

const COLOURS: Readonly<Record<Kind, number>> = {
  refused: RED,
  misconfigured: RED,
  unknown: RED,
  soon: YELLOW,
  well: GREEN,
}

const TABLE: readonly Column[] = [
  { name: 'STATE' },
  { name: 'TOKEN', minWidth: 24 },
  { name: 'EXPIRES' },
  { name: 'SERVER', minWidth: 10 },
  { name: 'OWNER', minWidth: 10 },
]

/**
 * The night for a terminal: the count, a table of all tokens by days left that is 80 columns wide, what to do in short,
 * and what the accounts should tidy up.
 * @param isColoured whether the terminal wants colour; a sign and a word say the same
 */
export function writeTerminal(report: WatchReport, context: PageContext, isColoured: boolean): string {
  const paint = createPaint(isColoured)
  const say = (text: string, indent = ''): string => wrap(text, COLUMNS, indent, widthOf)
  const { tokens } = report
  const { problem, nowMs, htmlPage } = context
  const checked = [minuteOf(report.checkedAt), report.list].filter(Boolean).join(', ')
  const ofAll =
    problem === null
      ? []
      : [
          '',
          // The headline has said it already where there is nothing else to say.
          ...(tokens.length === 0 ? [] : [paint(say(problem.title), RED)]),
          say(problem.message),
          ...stepsOf(problem.steps, say),
        ]
  const cares = standsForAll(context, tokens) ? [] : listCare(tokens, nowMs)
  const advice = listAccounts(tokens).flatMap((account) => [
    say(`${account.user}, ${shortUrl(account.server)}`, '  '),
    ...account.advice.map((line) => say(`  - ${line}`, '    ')),
  ])
  return [
    paint(say(headlineOf(report, context)), problem === null ? COLOURS[worstOf(tokens)] : RED),
    ...(checked === '' ? [] : [say(`Checked ${checked}`)]),
    ...ofAll,
    ...(tokens.length === 0 ? [] : ['', ...drawTable(report, nowMs, paint)]),
    ...(cares.length === 0 ? [] : ['', 'What to do', ...cares.flatMap((care) => sayCare(care, nowMs, say))]),
    ...listUnasked(tokens).map((sentence) => say(sentence)),
    ...(advice.length === 0 ? [] : ['', 'Worth tidying up', ...advice]),
    ...[describeIssuesToFollow(context.issuesToFollow), htmlPage === '' ? '' : `Page: ${htmlPage}`]
      .filter(Boolean)
      .map((line) => say(line)),
    '',
  ].join('\n')
}

function drawTable({ tokens }: WatchReport, nowMs: number, paint: Paint): readonly string[] {
  const ordered = inOrder(tokens, nowMs)
  const rows = ordered.map((token) => {
    const { kind, word } = signOf(token)
    const { day } = expiryOf(token, nowMs)
    return [`${SIGNS[kind]} ${word}`, token.secret, day, shortUrl(token.baseUrl), token.owner]
  })
  const [header = [], ...lines] = layOut(TABLE, rows, COLUMNS)
  return [
    header.join(''),
    ...lines.map(([state = '', ...rest], index) => {
      const token = ordered[index]
      const colour = token === undefined ? RED : COLOURS[signOf(token).kind]
      return `${paint(state.trimEnd(), colour)}${' '.repeat(state.length - state.trimEnd().length)}${rest.join('')}`.trimEnd()
    }),
  ]
}

type Say = (text: string, indent?: string) => string

function sayCare({ kind, title, message, steps, server, tokens }: Care, nowMs: number, say: Say): readonly string[] {
  const names = tokens.slice(0, MAX_NAMES).map((token) => {
    const user = userOf(token)
    return `${token.secret} (${[ownerOf(token), user, dueOf(token, nowMs).day].filter(Boolean).join(', ')})`
  })
  const more = tokens.length > MAX_NAMES ? [`and ${tokens.length - MAX_NAMES} more`] : []
  const place = server === '' ? '' : `, ${shortUrl(server)}`
  return [
    say(`${SIGNS[kind]} ${title}${place}`, '  '),
    say(`  ${[...names, ...more].join(', ')}`, '  '),
    ...(message === '' ? [] : [say(`  ${message}`, '  ')]),
    ...stepsOf(steps, say),
  ]
}

function stepsOf(steps: readonly string[], say: Say): readonly string[] {
  return steps.slice(0, MAX_STEPS).map((step, index) => say(`  ${index + 1}. ${step}`, '     '))
}
