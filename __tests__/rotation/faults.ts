import { bearerRejected, serverError, tomcatRateLimited, unlicensed } from '../support/answers.ts'
import type { Reply } from '../support/reply.ts'
import type { Exchange, Interference } from '../support/rotation/store-server.ts'

/** What happens to one request. */
export interface Fault {
  readonly name: string
  /** Before the server has acted upon it, or after. */
  readonly moment: 'before' | 'after'
  /** What its process gets. */
  readonly signal?: 'SIGKILL' | 'SIGINT' | 'SIGTERM'
  readonly interference?: (exchange: Exchange) => Interference
  /** The same happens to every further request of that kind, the repeated ones too. */
  readonly lasts?: true
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

const hang = (): Interference => ({ hang: true })
const reset = (): Interference => ({ reply: { reset: true } })
const cut = (): Interference => ({ cut: true })
const leave = (): Interference => ({ leave: true })

const refusals: Fault[] = statuses.map((status) => ({
  name: `${status}`,
  moment: 'before',
  interference: refusal(status),
}))

const unclear: Fault[] = [
  ...moments.map((moment) => ({ name: 'time-out', moment, interference: hang })),
  ...moments.map((moment) => ({ name: 'reset', moment, interference: reset })),
  { name: '500', moment: 'after', interference: refusal(500) },
  { name: 'cut', moment: 'after', interference: cut },
]

/** In every run of the tests. */
export const faults: readonly Fault[] = [
  ...moments.map((moment) => ({ name: 'SIGKILL', moment, signal: 'SIGKILL' as const })),
  ...refusals,
  ...unclear,
  ...moments.map((moment) => ({ name: 'gone', moment, interference: leave })),
  { name: 'SIGINT', moment: 'before', signal: 'SIGINT' },
  { name: 'SIGTERM', moment: 'after', signal: 'SIGTERM' },
]

/** In the long ones besides. Who says for good that there is nothing to delete is believed, though, whatever is there. */
const canLast = [...refusals, ...unclear].filter(({ name }) => name !== '404')
export const lastingFaults: readonly Fault[] = canLast.map((fault) => ({
  ...fault,
  name: `always ${fault.name}`,
  lasts: true,
}))

/** Of those at every request that comes after another fault. */
export const secondFaults: readonly Fault[] = [
  ...moments.map((moment) => ({ name: 'SIGKILL', moment, signal: 'SIGKILL' as const })),
  { name: '403', moment: 'before', interference: refusal(403) },
  { name: 'reset', moment: 'after', interference: reset },
  { name: 'gone', moment: 'before', interference: leave },
]
