import { formatAnnotation } from '../../report/annotation.ts'
import { plainText } from '../../report/sanitize.ts'
import type { WatchedToken, WatchReport } from '../watched-token.ts'
import { listCare, messageOf, standsForAll } from './care.ts'
import type { PageContext } from './context.ts'
import { dueOf } from './expiry.ts'
import { NOT_ASKED, signOf } from './sign.ts'
import { ownerOf } from './words.ts'

/** What GitHub shows above the summaries of a run. Plain and sanitized: the runner's toolkit escapes it. */
export interface Annotation {
  readonly level: 'error' | 'warning'
  readonly title: string
  /** Several lines. */
  readonly message: string
}

/** GitHub shows ten of a level: https://docs.github.com/actions/reference/limits */
const MAX_OF_A_LEVEL = 9

/**
 * One annotation for each token that needs care, the most urgent first; after nine of a level a count of the rest. What is
 * wrong with the whole comes before all, and alone where it says all.
 * @param fails whether a token fails the step: it is an error then, else a warning
 * @param where where more stands, such as `the job summary`; empty for nowhere
 * @param beside what else there is to tell, of which none is to be lost: no more than a handful of a level
 */
export function listAnnotations(
  report: WatchReport,
  context: PageContext,
  fails: (token: WatchedToken) => boolean,
  where: string,
  beside: readonly Annotation[] = [],
): readonly Annotation[] {
  const { problem, nowMs } = context
  const ofAll: readonly Annotation[] =
    problem === null
      ? []
      : [
          {
            level: 'error',
            title: problem.title,
            message: formatAnnotation(problem.message, problem.steps, null, where),
          },
        ]
  const tokens = standsForAll(context, report.tokens) ? [] : urgentFirst(report.tokens, nowMs)
  const all = [...ofAll, ...beside, ...tokens.map((token) => annotate(token, context, fails, where))]
  return (['error', 'warning'] as const).flatMap((level) => {
    const some = all.filter((annotation) => annotation.level === level)
    const more = some.length - MAX_OF_A_LEVEL
    return more <= 0 ? some : [...some.slice(0, MAX_OF_A_LEVEL), countRest(level, more, where)]
  })
}

function urgentFirst(tokens: readonly WatchedToken[], nowMs: number): readonly WatchedToken[] {
  return listCare(tokens, nowMs).flatMap((care) => care.tokens)
}

function annotate(
  token: WatchedToken,
  { nowMs }: PageContext,
  fails: (token: WatchedToken) => boolean,
  where: string,
): Annotation {
  const { day } = dueOf(token, nowMs)
  const act = day === 'now' ? 'Act now' : `Act by ${day}`
  const unasked = signOf(token).word === NOT_ASKED ? ' This token was not asked about.' : ''
  const message = messageOf(token)
  const happened = message === '' ? '' : ` ${message}`
  return {
    level: fails(token) ? 'error' : 'warning',
    // Sanitized once more: a colon at the end of a name would make two of ours.
    title: plainText(`${token.secret}: ${token.title}`, (line) => line),
    message: formatAnnotation(`${act}; owner: ${ownerOf(token)}.${unasked}${happened}`, token.steps, null, where),
  }
}

function countRest(level: Annotation['level'], more: number, where: string): Annotation {
  const place = where === '' ? '' : ` All of them are in ${where}.`
  return {
    level,
    title: `${more} more ${more === 1 ? 'token needs' : 'tokens need'} care`,
    message: `GitHub shows no more than ten ${level}s of a step.${place}`,
  }
}
