import type { Place } from './place.ts'
import type { Repository } from './repository.ts'

/**
 * The lists of secrets, as GitHub's description of its API has them.
 * Source: https://docs.github.com/en/rest/actions/secrets
 */
export const secretLists = {
  repository: '/repos/{owner}/{repo}/actions/secrets',
  environment: '/repos/{owner}/{repo}/environments/{environment_name}/secrets',
  organization: '/orgs/{org}/actions/secrets',
} as const satisfies Record<Place['kind'], string>

/** What follows the list: its public key, one secret, and the repositories that may read that one. */
export const secretSuffixes = {
  key: '/public-key',
  secret: '/{secret_name}',
  access: '/{secret_name}/repositories',
} as const

/** The path of what is asked of a place. */
export function secretPath(place: Place, { owner, name }: Repository, what: keyof typeof secretSuffixes): string {
  const values: Readonly<Record<string, string>> = {
    owner,
    repo: name,
    org: owner,
    environment_name: place.kind === 'environment' ? place.environment : '',
    secret_name: place.name,
  }
  const template = `${secretLists[place.kind]}${secretSuffixes[what]}`
  return template.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(values[key] ?? ''))
}
