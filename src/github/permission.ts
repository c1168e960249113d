import type { Place } from './place.ts'

/** What a token needs to read and write a secret. */
export interface Permission {
  /** Of a GitHub App. */
  readonly app: string
  /** Of a fine-grained personal access token, as its page calls it. */
  readonly fineGrained: string
  /** The scope of a classic personal access token. */
  readonly scope: string
}

/** Source: https://docs.github.com/en/rest/actions/secrets */
const permissions: Readonly<Record<Place['kind'], Permission>> = {
  repository: { app: 'secrets: write', fineGrained: 'Secrets', scope: 'repo' },
  environment: { app: 'environments: write', fineGrained: 'Environments', scope: 'repo' },
  organization: { app: 'organization_secrets: write', fineGrained: 'Secrets of the organization', scope: 'admin:org' },
}

/** The permission in words, for somebody whose token lacks it. */
export function describePermission(kind: Place['kind']): string {
  const { app, fineGrained, scope } = permissions[kind]
  return `${app} of a GitHub App (fine-grained token: ${fineGrained}, read and write; classic token: ${scope})`
}
