import { type Ask, type AskOptions, createAsk } from '../asking/ask.ts'
import type { Clock } from '../base/clock.ts'
import type { Environment } from '../base/environment.ts'
import { VERSION } from '../base/version.ts'
import type { Stage } from '../catalogue/entry.ts'
import type { Finding } from '../catalogue/finding.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { ReadFile } from '../inputs/pem.ts'
import { judge, NO_EVIDENCE, type Verdict } from '../verdict/judge.ts'
import type { Product } from '../verdict/product.ts'
import { readSystemCa } from '../wire/ca.ts'
import { createHttp, type Http } from '../wire/http.ts'
import { type CheckOptions, check } from './check.ts'

/**
 * Makes ready to ask a server; nothing is sent yet. Whoever asks it about several tokens keeps this, and so the
 * connections.
 */
export function openServer(
  inputs: Pick<Inputs, 'baseUrl' | 'tls' | 'proxy' | 'headers'>,
  { environment, clock, readFile }: { environment: Environment; clock: Clock; readFile: ReadFile },
): Http {
  const readSystemCaOnce = () => readSystemCa(environment['SSL_CERT_FILE'], readFile)
  return createHttp({ ...inputs, userAgent: `jira-pat-check/${VERSION}`, readSystemCa: readSystemCaOnce }, clock)
}

/** What asking about one token needs besides the inputs. */
export interface AskServerOptions extends AskOptions, Pick<CheckOptions, 'isToken' | 'warnDaysOf'> {
  /** Told before each question, for the case that the run breaks. */
  readonly onStage?: (stage: Stage) => void
}

/** Asks a server about one token, from the identity to the expiry, and concludes. Rejects only for a bug of ours. */
export function askServer(
  inputs: Inputs,
  { isToken, warnDaysOf, onStage, ...options }: AskServerOptions,
): Promise<Verdict> {
  const asking = createAsk(inputs, options)
  const ask: Ask = (question, retries) => {
    onStage?.(question.stage)
    return asking(question, retries)
  }
  return check(inputs, { product: options.product, ask, clock: options.clock, isToken, warnDaysOf })
}

/** @returns the verdict on a token that was not asked about, since this is what would come of it */
export function concludeUnasked(inputs: Inputs, product: Product, failure: Finding, nowMs: number): Verdict {
  return judge(inputs, { ...NO_EVIDENCE, failure: { finding: failure, stage: 'authentication' } }, product, nowMs)
}
