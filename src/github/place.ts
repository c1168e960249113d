import { type Finding, finding } from '../catalogue/finding.ts'

/** A secret of Actions, and where it is kept. */
export type Place =
  | { readonly kind: 'repository'; readonly name: string }
  | { readonly kind: 'environment'; readonly name: string; readonly environment: string }
  /** Of the organisation that owns the repository. */
  | { readonly kind: 'organization'; readonly name: string }

/** How a list of places looks, in words. */
export const ACCEPTED_PLACES = 'NAME, env:ENVIRONMENT/NAME and org:NAME, one per line or separated by commas'

/**
 * Parses a list of secrets, separated by line breaks or commas: `NAME`, `env:ENVIRONMENT/NAME`, `org:NAME`. An
 * environment may hold spaces and slashes. Names are in capitals afterwards, as GitHub keeps them.
 * @param input what the list is called for people: `secret`
 * @returns the places in their order, none for a blank text; or a finding `input-invalid`, which quotes nothing of the
 *   text, since whoever mistakes the input may have put the secret itself there
 */
export function parsePlaces(text: string, input: string): readonly Place[] | Finding {
  const entries = text.split(/[\r\n,]+/).map((entry) => entry.trim())
  const places: Place[] = []
  for (const [index, entry] of entries.filter(Boolean).entries()) {
    const place = parsePlace(entry)
    if (typeof place === 'string') return invalid(input, index + 1, place)
    if (isAmong(place, places)) return invalid(input, index + 1, 'names a secret once more')
    places.push(place)
  }
  return places
}

function invalid(input: string, number: number, problem: string): Finding {
  return finding('input-invalid', {
    input,
    problem: `holds an entry, number ${number}, that ${problem}`,
    accepts: ACCEPTED_PLACES,
  })
}

/** @returns the place, or what is wrong with it */
function parsePlace(entry: string): Place | string {
  const [, prefix, rest = entry] = /^([a-z]+):(.*)$/is.exec(entry) ?? []
  if (prefix === undefined) return parseName(rest, (name) => ({ kind: 'repository', name }))
  if (prefix === 'org') return parseName(rest, (name) => ({ kind: 'organization', name }))
  if (prefix !== 'env') return 'begins with something else than env: or org:'
  const slash = rest.lastIndexOf('/')
  const environment = rest.slice(0, Math.max(0, slash)).trim()
  const problem = problemOfEnvironment(environment)
  return problem ?? parseName(rest.slice(slash + 1), (name) => ({ kind: 'environment', name, environment }))
}

/** Dots alone would be taken for a folder in the path, percent-encoded or not. */
function problemOfEnvironment(environment: string): string | undefined {
  if (environment === '') return 'names no environment: env:ENVIRONMENT/NAME'
  const isName = !/^\.{1,2}$|[\p{Cc}\p{Surrogate}]/u.test(environment) && environment.length <= 255
  return isName ? undefined : 'names an environment that there cannot be'
}

/** Source: https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets */
function parseName(text: string, toPlace: (name: string) => Place): Place | string {
  const name = text.trim().toUpperCase()
  if (name === '') return 'names no secret'
  if (name.includes('/')) return 'has a slash in it, but does not begin with env:'
  if (!/^[A-Z0-9_]+$/.test(name)) return 'has a sign in its name other than letters, digits and underscores'
  if (/^\d/.test(name)) return 'has a name that begins with a digit'
  return name.startsWith('GITHUB_')
    ? 'has a name that begins with GITHUB_, which GitHub keeps for itself'
    : toPlace(name)
}

/** The names of environments are the same in capitals and small letters, too. */
function isAmong(place: Place, places: readonly Place[]): boolean {
  return places.some((other) => describePlace(other).toLowerCase() === describePlace(place).toLowerCase())
}

/** A place as the input has it. */
export function describePlace(place: Place): string {
  if (place.kind === 'repository') return place.name
  return place.kind === 'organization' ? `org:${place.name}` : `env:${place.environment}/${place.name}`
}

/**
 * Where the right to write a place can be tried out: a secret beside it that nobody reads.
 * @param mark tells the attempts of several tokens apart: letters and digits
 */
export function rehearsalOf(place: Place, mark: string): Place {
  return { ...place, name: `${place.name}_REHEARSAL_${mark.toUpperCase()}` }
}
