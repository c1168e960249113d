import { configuration } from './configuration.ts'
import type { Entry } from './entry.ts'
import { gates } from './gates.ts'
import { noConnection } from './no-connection.ts'
import { rejection } from './rejection.ts'
import { rotation } from './rotation.ts'
import { unavailableAnswer } from './unavailable.ts'
import { unusableAnswer } from './unusable-answer.ts'

/** The one table: every reason with its category, its result and its words. Documentation is printed from it. */
export const catalogue = {
  authenticated: {
    category: 'ok',
    result: 'usable',
    when: 'the server named the user (see [what counts as proof](decisions/0009-proof-of-identity.md)), and all gates hold',
    title: '{product} accepts the token',
    message: '{product} at {baseUrl} accepts the token: it belongs to {user}.',
    remedy: [],
  },
  ...configuration,
  ...rejection,
  ...noConnection,
  ...unavailableAnswer,
  ...unusableAnswer,
  ...gates,
  ...rotation,
  'internal-error': {
    category: 'internal',
    result: 'unknown',
    when: 'a fault of this action itself; exit 1 whatever `fail-on` says',
    title: 'The check itself failed',
    message: 'jira-pat-check ran into a fault of its own[ ({detail})], so that nothing is known about the token.',
    remedy: [
      'Run the job again.',
      'If it happens again, report it at https://github.com/jira-pat-check/jira-pat-check/issues, with the output report.',
    ],
  },
} as const satisfies Record<string, Entry>

/** What exactly happened: one code of the catalogue. */
export type Reason = keyof typeof catalogue

/** Follows the message of any reason: that the token was proven good before, the attempts, the wait that was not made. */
export const afterword =
  '[ The same token had just been accepted for {provenUser}, and what failed is the question about {failedQuestion}.][ It was tried {attempts} times.][ The server asks to wait {wait}, which is longer than <timeout-seconds> leaves.][ {secretState}][ {newTokenState}][ {placesState}]'

/** The first step, where another product answered than the one that was asked. */
export const otherProductStep =
  '[It is {otherProduct} that answered: to check a token of it, give its address as {otherInput}; else correct <url>.]'

/** The title where the token was accepted, and the next answer is as if it had not been, or as if another server sent it. */
export const contradictionTitle = '{product} accepts the token, but a question about {failedQuestion} fails'

/** What to do then. The likely cause of the reason is left out: it would doubt what has been proven. */
export const contradictionRemedy = [
  'Run the job again: if the identity is refused then, the token was revoked in between.',
  'If it fails here again, ask the operators of {host} to let requests for {askedPath} through like those for the identity.',
] as const
