import { bearerRejected, serverError, tomcatRateLimited, unlicensed } from '../support/answers.ts'
import type { Reply } from '../support/reply.ts'
import type { Exchange, Interference } from '../support/rotation/store-server.ts'

/** What happens to one request. */
export interface Fault {
  readonly name: string
  /** Before the server has acted upon it, or after. */
  readonly moment: 'before' | 'after'
  /** Undefined: the process is killed. */
  readonly interference: ((exchange: Exchange) => Interference) | undefined
}

const ofJira: Record<number, Reply> = {
  401: bearerRejected,
  403: unlicensed,
  429: tomcatRateLimited(2),
  500: serverError,
}

/** A refusal in the words of the server that it comes from. */
const refusal =
  (status: number) =>
  ({ server }: Exchange): Interference => ({
    reply: (server === 'jira' ? ofJira[status] : undefined) ?? {
      status,
      headers: status === 429 ? { 'Retry-After': '2' } : {},
      body: { message: `A ${status} for the test` },
    },
  })

const statuses = [401, 403, 404, 409, 422, 429, 500]
const moments = ['before', 'after'] as const

export const faults: readonly Fault[] = [
  ...moments.map((moment) => ({ name: 'SIGKILL', moment, interference: undefined })),
  ...statuses.map((status) => ({ name: String(status), moment: 'before' as const, interference: refusal(status) })),
  { name: '500', moment: 'after', interference: refusal(500) },
  ...moments.map((moment) => ({ name: 'time-out', moment, interference: (): Interference => ({ hang: true }) })),
  ...moments.map((moment) => ({
    name: 'reset',
    moment,
    interference: (): Interference => ({ reply: { reset: true } }),
  })),
  { name: 'cut', moment: 'after', interference: () => ({ cut: true }) },
  ...moments.map((moment) => ({ name: 'gone', moment, interference: (): Interference => ({ leave: true }) })),
]
