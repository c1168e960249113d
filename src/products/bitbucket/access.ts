import { isObject, type JsonObject, textOf } from '../../base/json.ts'
import { type Finding, isFinding } from '../../catalogue/finding.ts'
import { saysAuthenticationFailed } from '../../verdict/failed-login.ts'
import type { Permissions, PlaceAccess, PlaceGate } from '../../verdict/permissions.ts'
import type { Product } from '../../verdict/product.ts'
import { type JsonAnswer, type Question, wrongShape } from '../../verdict/question.ts'
import type { Outcome } from '../../wire/answer.ts'
import { hasTraceOfBitbucket, isNotAuthorised } from './fingerprint.ts'

/** A project or a repository, and the permissions that can be held in it. */
interface Place {
  readonly gate: PlaceGate
  /** `KEY`, or `KEY/slug`. */
  readonly place: string
  readonly project: string
  /** Undefined of a project. */
  readonly slug: string | undefined
  readonly wanted: readonly string[]
}

/** What a 401 means elsewhere. */
const REJECTIONS: ReadonlySet<Finding['reason']> = new Set(['token-rejected', 'basic-rejected'])

/** So many entries of a page are looked at: what a filter by name finds in more is not worth asking for. */
const PAGE_LIMIT = 100

/** Asks for each place: whether the user sees it, and what it is called. */
export const askAccess: Product['askAccess'] = ({ projects, repositories, permissions }) => {
  const places = [
    ...projects.map((project) => placeOf(project, permissions)),
    ...repositories.map((repository) => placeOf(repository, permissions)),
  ]
  return places.map((place) => ({
    path: `/rest/api/latest/projects/${encodeURIComponent(place.project)}${
      place.slug === undefined ? '' : `/repos/${encodeURIComponent(place.slug)}`
    }`,
    what: place.slug === undefined ? `the project ${place.place}` : `the repository ${place.place}`,
    stage: 'permissions',
    read: (diagnosis, outcome) => readPlace(place, diagnosis, outcome),
  }))
}

/**
 * Asks for each permission in each place that is seen. The list that a permission filters can be narrowed by a name
 * alone, not by a key.
 */
export const askFurtherAccess: Product['askFurtherAccess'] = ({ permissions }, access) =>
  access.flatMap(({ place: key = '', name = '', permissions: seen }) => {
    if (seen === undefined) return []
    const place = placeOf(key, permissions)
    return place.wanted.map((permission) => askHolding(place, name, permission))
  })

function placeOf(key: string, permissions: readonly string[]): Place {
  const [project = '', slug] = key.split('/')
  const [gate, prefix] = slug === undefined ? (['projects', 'PROJECT_'] as const) : (['repositories', 'REPO_'] as const)
  return { gate, place: key, project, slug, wanted: permissions.filter((permission) => permission.startsWith(prefix)) }
}

function readPlace(place: Place, diagnosis: JsonAnswer | Finding, outcome: Outcome): PlaceAccess | Finding {
  const { gate, place: key, wanted } = place
  if (!isFinding(diagnosis)) {
    const { json, statusCode } = diagnosis
    if (!isObject(json) || !isThis(json, place)) return wrongShape(diagnosis)
    return { gate, place: key, name: textOf(json, 'name'), permissions: holding([]), statusCode }
  }
  if (outcome.kind === 'no-answer') return diagnosis
  const isHidden =
    (diagnosis.reason === 'not-found' && hasTraceOfBitbucket(outcome)) ||
    (REJECTIONS.has(diagnosis.reason) && isNotAuthorised(outcome) && !saysAuthenticationFailed(outcome))
  if (!isHidden) return diagnosis
  return { gate, place: key, permissions: undefined, lacks: wanted, statusCode: outcome.statusCode }
}

function askHolding(place: Place, name: string, permission: string): Question<PlaceAccess> {
  const filter = { name, permission, limit: String(PAGE_LIMIT) }
  const path =
    place.slug === undefined
      ? `/rest/api/latest/projects?${new URLSearchParams(filter)}`
      : `/rest/api/latest/repos?${new URLSearchParams({ projectkey: place.project, ...filter })}`
  return {
    path,
    what: `${permission} in ${place.place}`,
    stage: 'permissions',
    read(diagnosis) {
      if (isFinding(diagnosis)) return diagnosis
      const { json, statusCode } = diagnosis
      const values = isObject(json) ? json['values'] : undefined
      if (!Array.isArray(values)) return wrongShape(diagnosis)
      const isHeld = values.some((value) => isObject(value) && isThis(value, place))
      const permissions = holding([[permission, isHeld ? 'held' : 'missing']])
      return { gate: place.gate, place: place.place, permissions, statusCode }
    },
  }
}

function holding(holdings: readonly (readonly [string, 'held' | 'missing'])[]): Permissions {
  return { holdings: new Map(holdings), global: new Set(), known: [], isAdministrator: false }
}

/** Whether an entry is that of the place: a filter finds parts of names. */
function isThis(json: JsonObject, { project, slug }: Place): boolean {
  const owner = slug === undefined ? json : json['project']
  const isOfProject = isObject(owner) && isSame(textOf(owner, 'key'), project)
  return isOfProject && (slug === undefined || isSame(textOf(json, 'slug'), slug))
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
