import * as answers from '../support/answers.ts'
import { goodBitbucketToken, tokenNumber } from '../support/healthy/bitbucket.ts'
import { goodToken } from '../support/healthy.ts'
import type { JiraOptions } from '../support/jira.ts'
import type { Reply } from '../support/reply.ts'
import { routes } from '../support/routes.ts'

/** Another product than Jira, as the hostile tests turn it against the check. */
export interface HostileProduct {
  product: 'confluence' | 'bitbucket'
  token: string
  /** Inputs with which all that can be asked is asked. */
  inputs: Record<string, string>
  /** What it says when all is well, by the resources of `routes`. */
  healthy: Partial<Record<keyof Parameters<typeof routes>[0], Reply>>
  /** The resource that the proof begins with. */
  first: keyof Parameters<typeof routes>[0]
  /** What it says with a text wherever a person will read it. */
  saying: (text: string) => Partial<Record<keyof Parameters<typeof routes>[0], Reply>>
}

export const hostileProducts: HostileProduct[] = [
  {
    product: 'confluence',
    token: goodToken,
    inputs: { spaces: 'OPS' },
    healthy: {
      currentUser: answers.confluenceIdentity(),
      tokens: answers.confluenceTokens([{ name: 'ci', daysLeft: 5 }]),
      status: answers.status('STARTING'),
    },
    first: 'currentUser',
    saying: (text) => ({
      currentUser: answers.confluenceIdentity({ displayName: `Jane ${text}` }),
      tokens: answers.confluenceTokens([
        { name: text, daysLeft: 5 },
        { name: `${text} second`, daysLeft: 9 },
      ]),
    }),
  },
  {
    product: 'bitbucket',
    token: goodBitbucketToken,
    inputs: { projects: 'OPS', repositories: 'OPS/web', permissions: 'PROJECT_READ, REPO_WRITE' },
    healthy: {
      properties: answers.properties,
      users: answers.page([answers.bitbucketUser()]),
      accessTokens: answers.page([answers.bitbucketToken({ id: tokenNumber, name: 'ci', daysLeft: 5 })]),
      status: answers.bitbucketStatus('STARTING'),
    },
    first: 'properties',
    saying: (text) => ({
      users: answers.page([answers.bitbucketUser({ displayName: `Jane ${text}` })]),
      accessTokens: answers.page([
        answers.bitbucketToken({ id: '161803398874', name: text, daysLeft: 5 }),
        answers.bitbucketToken({ id: '161803398875', name: `${text} second`, daysLeft: 9 }),
      ]),
    }),
  },
]

/** A server of the product that answers so, and with all that is well for the rest. */
export const standIn = (
  { product, healthy }: HostileProduct,
  replies: Partial<Record<keyof Parameters<typeof routes>[0], Reply>>,
): JiraOptions => ({ product, respond: routes({ ...healthy, ...replies }) })
