import { failure, skipped, testCase, testSuite } from '../../report/test-cases.ts'
import { needsCare } from '../state.ts'
import type { WatchedToken, WatchReport } from '../watched-token.ts'
import { messageOf } from './care.ts'
import type { PageContext } from './context.ts'
import { dueOf } from './expiry.ts'
import { signOf } from './sign.ts'
import { ownerOf } from './words.ts'

/**
 * The night as JUnit XML: a test for each token, named by its secret and server, and one for what is wrong with the whole.
 * A token that fails nothing and needs care is skipped, never passed.
 * @param fails whether a token fails the step
 */
export function formatWatchJunit(
  { list, tokens }: WatchReport,
  { problem, nowMs }: PageContext,
  fails: (token: WatchedToken) => boolean,
): string {
  const ofAll =
    problem === null
      ? []
      : [
          testCase(
            list === '' ? 'the list of tokens' : `the list of tokens ${list}`,
            0,
            failure('watch', { ...problem, remedySteps: problem.steps }),
          ),
        ]
  const seconds = tokens.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000
  const cases = tokens.map((token) => testCase(nameOf(token), token.durationMs / 1000, contentOf(token, nowMs, fails)))
  return testSuite([...ofAll, ...cases], seconds)
}

function nameOf({ secret, baseUrl }: WatchedToken): string {
  return baseUrl === null ? secret : `${secret} at ${baseUrl}`
}

function contentOf(token: WatchedToken, nowMs: number, fails: (token: WatchedToken) => boolean): string {
  const isFailure = fails(token)
  if (!isFailure && !needsCare(token)) return ''
  const { word } = signOf(token)
  const words = {
    title: `${word}: ${token.title}`,
    message: [`Owner: ${ownerOf(token)}. Act by: ${dueOf(token, nowMs).day}.`, messageOf(token)]
      .filter(Boolean)
      .join(' '),
    remedySteps: token.steps,
  }
  return isFailure ? failure(token.expiryState ?? token.reason, words) : skipped(words)
}
