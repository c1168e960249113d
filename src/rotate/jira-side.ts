import { type Ask, type AttemptProgress, createAsk } from '../asking/ask.ts'
import { createDiagnosis } from '../asking/diagnosis.ts'
import { type Clock, sleep } from '../base/clock.ts'
import { type Finding, finding, isFinding } from '../catalogue/finding.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { readTokenTraits } from '../inputs/token-traits.ts'
import type { Identity } from '../verdict/identity.ts'
import type { ListedToken } from '../verdict/listed-token.ts'
import { failures } from '../verdict/load-failures.ts'
import type { ChangeRequest, Creation, Product, TokenMaking } from '../verdict/product.ts'
import { askedBy } from '../verdict/question.ts'
import type { SentRequest } from '../verdict/sent-request.ts'
import type { Outcome } from '../wire/answer.ts'
import type { Http } from '../wire/http.ts'
import type { Bound } from './bound.ts'
import { watchClock } from './watch-clock.ts'

/** What came of the request for a new token, and what the answer itself says where it is none. */
export interface Made {
  readonly creation: Creation
  readonly found: Finding | undefined
}

/** The server whose tokens are rotated, asked with one token or another. */
export interface JiraSide {
  /** Whose a token is, with the proof of the check. */
  identify(token: string, bound: Bound): Promise<Identity | Finding>
  /** The account's own tokens. */
  list(token: string, identity: Identity, bound: Bound): Promise<readonly ListedToken[] | Finding>
  /** Asks for a new token, once: no layer sends it again. */
  make(token: string, name: string, lifeDays: number | 'never'): Promise<Made>
  /** Revokes a token; asks again after what says nothing. @returns undefined where it is gone for certain */
  revoke(token: string, id: number, bound: Bound): Promise<Finding | undefined>
  /** How far its clock is ahead of ours, in milliseconds; undefined where no answer has said. */
  readonly offsetMs: number | undefined
  /** When it was asked first, by our clock; undefined where it was not yet. */
  readonly firstRequestMs: number | undefined
}

/** What asking needs. */
export interface JiraSideOptions {
  readonly inputs: Inputs
  readonly product: Product
  readonly making: TokenMaking
  readonly http: Http
  readonly clock: Clock
  readonly random: () => number
  /** Whether a name that the server sends is one of the tokens, in any spelling. */
  readonly isToken: (name: string) => boolean
  /** Told of a new token before anything else is done with it. */
  readonly onNewToken: (value: string) => void
  readonly onFailedAttempt: (found: Finding, progress: AttemptProgress) => void
}

/** No request takes longer. */
const REQUEST_MS = 10_000

/** But that for a new token, whose answer is worth waiting for: without it the token is lost. */
const CREATION_MS = 30_000

const ATTEMPTS = 3
const PAUSE_MS = 1_000

/**
 * Makes the way to the server whose tokens are rotated. Every question is a conversation of its own, so that the failure
 * of one does not end the next.
 * @returns rejects only with a `MissingPart`, where what explains failures is not there, or for a bug
 */
export function createJiraSide(options: JiraSideOptions): JiraSide {
  const { inputs, product, making, clock, random, isToken, onNewToken, onFailedAttempt } = options
  let offsetMs: number | undefined
  let firstRequestMs: number | undefined
  const http = watchClock(options.http, clock, {
    onRequest: (atMs) => {
      firstRequestMs ??= atMs
    },
    onOffset: (ms) => {
      offsetMs = ms
    },
  })

  /** A conversation of its own each time: a failure of an earlier one does not end it. */
  function askWith(token: string, bound: Bound): Ask {
    const deadlineMs = clock.monotonicMs() + bound.leftMs()
    const asked = { ...inputs, credentials: { scheme: 'Bearer', token }, timeoutMs: REQUEST_MS } as const
    return createAsk(asked, { product, http, clock, deadlineMs, random, onFailedAttempt })
  }

  const retries = { ofAny: inputs.retries, ofLimit: inputs.retries }

  function change(token: string, request: ChangeRequest, timeoutMs: number): Promise<Outcome> {
    return http.send({ ...request, authorization: `Bearer ${token}` }, timeoutMs)
  }

  function sentWith(token: string): Pick<SentRequest, 'scheme' | 'traits'> {
    return { scheme: 'Bearer', traits: readTokenTraits(token, clock.now()) }
  }

  /** What an answer to a request that changes something says of the server. */
  async function diagnose(outcome: Outcome, token: string, path: string): Promise<Finding | undefined> {
    const known = await failures.load()
    const found = createDiagnosis(inputs, sentWith(token), product).of(outcome, path, clock.now(), known)
    return isFinding(found) ? found : undefined
  }

  return {
    identify(token, bound) {
      const ask = askWith(token, bound)
      return product.identify((question) => ask(question, retries), { ...sentWith(token), isToken })
    },
    list(token, identity, bound) {
      const ask = askWith(token, bound)
      return product.listTokens((question) => ask(askedBy(identity, question), retries), identity, token)
    },
    async make(token, name, lifeDays) {
      const request = making.creation(name, lifeDays)
      const outcome = await change(token, request, CREATION_MS)
      const creation = making.readCreation(outcome, token)
      if (creation.kind === 'made') onNewToken(creation.value)
      return { creation, found: creation.kind === 'made' ? undefined : await diagnose(outcome, token, request.path) }
    },
    async revoke(token, id, bound) {
      const request = making.revocation(id)
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await change(token, request, Math.max(0, Math.min(REQUEST_MS, bound.leftMs())))
        if (making.isRevoked(outcome)) return undefined
        const waitMs = PAUSE_MS * attempt
        if (!mayPass(outcome) || attempt >= ATTEMPTS || waitMs >= bound.leftMs()) {
          // An answer that would be fine to a question, and says nothing here.
          return (await diagnose(outcome, token, request.path)) ?? finding('unexpected-status', {}, 200)
        }
        await sleep(clock, waitMs)
      }
    },
    get offsetMs() {
      return offsetMs
    },
    get firstRequestMs() {
      return firstRequestMs
    },
  }
}

/** Whether asking once more may bring another answer. */
function mayPass(outcome: Outcome): boolean {
  return outcome.kind === 'no-answer' || outcome.statusCode >= 500 || [408, 425, 429].includes(outcome.statusCode)
}
