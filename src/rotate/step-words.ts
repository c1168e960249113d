import { DAY_MS } from '../base/clock.ts'
import { dayOf } from '../base/utc.ts'
import { type Finding, finding } from '../catalogue/finding.ts'
import { isLive } from '../verdict/expiry.ts'
import type { Step } from './decide.ts'
import type { Standing, Uncertain } from './place.ts'
import type { Task } from './task.ts'

/** That nobody can tell which entry of the list the token is, or when it ends. */
export function describeUncertainty({ inputs, evidence, clock }: Task, problem: Uncertain['problem']): Finding {
  if (problem === 'date')
    return finding('expiry-unknown', { problem: 'a date in the list of tokens cannot be read' }, 200)
  const { tokenName } = inputs.jira
  const why =
    tokenName === ''
      ? `several tokens of the account may be the one, and none of them is of the family “${inputs.prefix}-*”`
      : `no token named “${tokenName}” can be told to be the one, and none of the family “${inputs.prefix}-*”`
  const [first] = evidence.tokens.filter((token) => isLive(token, clock.now()))
  return finding('expiry-unknown', { problem: why, ambiguousName: first?.name }, 200)
}

/** That the store does not hand out the successor, or that this token ends before it may. */
export function describeShadow({ store }: Task, step: Step & { readonly kind: 'shadowed' }): Finding {
  const [ownPlace] = store.places
  const { successor, isEnding, mayBeStored } = step
  const since = successor.createdAt === undefined ? '' : `, made on ${dayOf(successor.createdAt)}`
  const what = `the token of this run has a successor, “${successor.name}”${since}`
  const problem = isEnding
    ? `It ends within two hours, or has ended, and ${what}, which this run was not given`
    : mayBeStored
      ? `This run was given an old token: ${what}, which should have come out of ${ownPlace}`
      : `No place seems to hold it, but it was used: ${what}`
  const own = store.kind === 'places' ? { ownPlace } : { ownStore: ownPlace }
  return finding('secret-shadowed', { problem, ...own, newToken: successor.name })
}

/** That a new token would end before the present one. */
export function describeTooShort({ inputs, clock }: Task, standing: Standing): Finding {
  const endsMs = standing.kind === 'head' && standing.endsMs !== 'never' ? standing.endsMs : clock.now()
  const days = Math.floor((endsMs - clock.now()) / DAY_MS) + 1
  return finding('input-invalid', {
    input: '<days>',
    problem: `asks for a life of ${inputs.lifeDays} days, and the present token lives longer than that`,
    accepts: `more than that token has left: ${days} days or more, or never`,
    meant: [],
  })
}

/** Why a run that was to revoke its token has not: words that follow “was not revoked:”. */
export function describeOmission({ inputs }: Task, step: Step): string {
  if (inputs.attempt > 1) return 'a re-run changes nothing'
  switch (step.kind) {
    case 'wait':
      return `it has a successor, “${step.successor.name}”, which the store has not handed out yet`
    case 'rest':
      return 'it was made less than an hour ago, so it is most likely the successor of the one that has leaked'
    default:
      return 'this run could not come so far'
  }
}
