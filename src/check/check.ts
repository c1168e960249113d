import type { Ask } from '../asking/ask.ts'
import type { Clock } from '../base/clock.ts'
import { type Finding, finding, isFinding } from '../catalogue/finding.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { hasTraceHeader } from '../products/jira/fingerprint.ts'
import { IDENTITY_PATH, type Identity, parseIdentity } from '../products/jira/identity.ts'
import {
  parsePermissions,
  permissionsCalledUnknown,
  permissionsPath,
  saysProjectNotFound,
} from '../products/jira/permissions.ts'
import { type ListedToken, parseTokens, TOKENS_PATH } from '../products/jira/tokens.ts'
import type { JsonAnswer } from '../verdict/diagnose-answer.ts'
import { judgeExpiry, unknownExpiry } from '../verdict/expiry.ts'
import { type Evidence, judge, NO_EVIDENCE, type Verdict } from '../verdict/judge.ts'
import type { ProjectAccess } from '../verdict/permissions.ts'
import { identityNames, isAnonymous } from '../verdict/user.ts'
import type { Outcome } from '../wire/answer.ts'

/** What a check needs besides the inputs. */
export interface CheckOptions {
  readonly ask: Ask
  readonly clock: Clock
  /** Whether a name that a server sends is one of our secrets. */
  readonly isSecret: (name: string) => boolean
}

/** Asks Jira who the user is, what they may do and when the token expires, stops at the first failure, and concludes. */
export async function check(inputs: Inputs, { ask, clock, isSecret }: CheckOptions): Promise<Verdict> {
  const conclude = (evidence: Partial<Evidence>): Verdict => judge(inputs, { ...NO_EVIDENCE, ...evidence }, clock.now())

  const identity = await askIdentity(ask, inputs, isSecret)
  if (isFinding(identity)) return conclude({ failure: { finding: identity, stage: 'authentication' } })

  const answers = await askPermissions(ask, inputs)
  const access = answers.flatMap((answer) => (isFinding(answer) ? [] : [answer]))
  const failed = answers.find(isFinding)
  if (failed !== undefined) return conclude({ identity, access, failure: { finding: failed, stage: 'permissions' } })

  if (!inputs.checkExpiry) return conclude({ identity, access })
  const tokens = await askTokens(ask)
  if (!isFinding(tokens))
    return conclude({ identity, access, tokens, expiry: judgeExpiry(tokens, inputs, clock.now()) })
  // Never a failure: what cannot be read is unknown.
  return conclude({ identity, access, expiry: unknownExpiry(`the list of tokens cannot be read (${tokens.reason})`) })
}

function askIdentity(ask: Ask, { retries }: Inputs, isSecret: CheckOptions['isSecret']): Promise<Identity | Finding> {
  return ask({
    path: IDENTITY_PATH,
    what: 'the identity',
    stage: 'authentication',
    retries,
    read: (diagnosis) => {
      if (isFinding(diagnosis)) return diagnosis
      const identity = parseIdentity(diagnosis.json)
      return identity === undefined || isNobody(identity, isSecret)
        ? notOfThisShape('no-identity', diagnosis)
        : identity
    },
  })
}

/** An anonymous user is nobody; and a server that sends our own secret back as a name only echoes the request. */
function isNobody(identity: Identity, isSecret: CheckOptions['isSecret']): boolean {
  const names = identityNames(identity)
  return names.some(isAnonymous) || [...names, identity.displayName, identity.emailAddress].some(isSecret)
}

/** All projects side by side, as far as the pace lets them. */
function askPermissions(ask: Ask, inputs: Inputs): Promise<readonly (ProjectAccess | Finding)[]> {
  const { projects, permissions: wanted, retries } = inputs
  if (wanted.length === 0) return Promise.resolve([])
  const places: readonly (string | undefined)[] = projects.length === 0 ? [undefined] : projects
  return Promise.all(
    places.map((project) =>
      ask({
        path: permissionsPath(project, wanted),
        what: project === undefined ? 'the global permissions' : `the permissions in ${project}`,
        stage: 'permissions',
        retries,
        read: (diagnosis, outcome) => readAccess(project, wanted, diagnosis, outcome),
      }),
    ),
  )
}

function readAccess(
  project: string | undefined,
  wanted: readonly string[],
  diagnosis: JsonAnswer | Finding,
  outcome: Outcome,
): ProjectAccess | Finding {
  if (!isFinding(diagnosis)) {
    const permissions = parsePermissions(diagnosis.json, wanted)
    if (permissions === undefined) return notOfThisShape('invalid-json', diagnosis)
    return { project, permissions, statusCode: diagnosis.statusCode }
  }
  if (outcome.kind === 'no-answer') return diagnosis
  const { statusCode, body } = outcome
  if (diagnosis.reason === 'not-found' && project !== undefined) {
    const isInvisible = saysProjectNotFound(body, project, hasTraceHeader(outcome))
    if (isInvisible) return { project, permissions: undefined, statusCode }
  }
  if (diagnosis.reason === 'unexpected-status' && statusCode === 400) {
    const unknown = permissionsCalledUnknown(body, wanted)
    const holdings = new Map(unknown.map((key) => [key, 'unknown'] as const))
    if (unknown.length > 0) return { project, permissions: { holdings, administersJira: false }, statusCode }
  }
  return diagnosis
}

function askTokens(ask: Ask): Promise<readonly ListedToken[] | Finding> {
  return ask({
    path: TOKENS_PATH,
    what: 'the expiry',
    stage: 'expiry',
    retries: 0,
    read: (diagnosis) => {
      if (isFinding(diagnosis)) return diagnosis
      return parseTokens(diagnosis.json) ?? notOfThisShape('invalid-json', diagnosis)
    },
  })
}

function notOfThisShape(reason: 'no-identity' | 'invalid-json', { statusCode }: JsonAnswer): Finding {
  return finding(reason, { status: String(statusCode) }, statusCode)
}
