import { type Finding, isFinding } from '../catalogue/finding.ts'
import { ACCEPTED_PLACES, type Place, parsePlaces } from '../github/place.ts'
import { readApiRoute } from '../github/read-api.ts'
import { readRepository } from '../github/repository.ts'
import { createFieldReader, type FieldReader } from '../inputs/fields.ts'
import type { InputSource } from '../inputs/inputs.ts'
import { invalidInput } from '../inputs/invalid.ts'
import { missingToken } from '../inputs/missing-token.ts'
import type { ProductInputs } from '../inputs/product-inputs.ts'
import { inputsOf } from '../inputs/program.ts'
import { readInputs } from '../inputs/read-inputs.ts'
import { table } from '../inputs/table.ts'
import type { RotateInputs, Target } from './inputs.ts'
import { defaultPrefix } from './names.ts'
import type { Plan } from './plan.ts'

/** What reading gives: the inputs or the first finding, and what is needed to tell it. */
export interface ReadRotateInputs {
  readonly inputs: RotateInputs | Finding
  readonly baseUrl: string | null
}

/** Reads and judges all inputs, before a byte is sent. A token that is withheld from this run comes first. */
export function readRotateInputs(source: InputSource, product: ProductInputs): ReadRotateInputs {
  const own = ownInputsOf(source)
  const fields = createFieldReader('rotate', own)
  const { inputs: jira, baseUrl } = readInputs(own, product)
  if (fields.text('token') === '') return { inputs: missingToken(own, product.words), baseUrl }
  const timeoutMs = fields.wholeNumber('timeout-seconds') * 1000
  const plan = readPlan(fields)
  const isDryRun = fields.boolean('dry-run')
  const storing = readTarget(fields, source)
  const attempt = Number(/^\d{1,6}$/.exec(source.environment['GITHUB_RUN_ATTEMPT'] ?? '')?.[0] ?? 1)
  if (isFinding(jira)) return { inputs: jira, baseUrl }
  if (isFinding(storing)) return { inputs: storing, baseUrl }
  if (fields.firstFinding !== undefined) return { inputs: fields.firstFinding, baseUrl }
  // That a token ends soon is what this program is for.
  const asked = { ...jira, timeoutMs, expiryWarnDays: 0 }
  return { inputs: { ...plan, ...storing, jira: asked, isDryRun, attempt }, baseUrl }
}

/** What the check takes and this does not is not given, whatever the environment says. */
export function ownInputsOf(source: InputSource): InputSource {
  const names = new Set<string>(inputsOf('rotate').keys())
  return { ...source, readInput: (name) => (names.has(name) ? source.readInput(name) : '') }
}

function readPlan(fields: FieldReader): Plan {
  const days = fields.word('days')
  const revoke = fields.word('revoke')
  return {
    lifeDays: days === 'never' ? days : Number(days),
    rotateDays: fields.wholeNumber('rotate-days'),
    overlapDays: fields.wholeNumber('overlap-days'),
    revoke: revoke === 'never' || revoke === 'now' ? revoke : 'later',
  }
}

function readTarget(fields: FieldReader, source: InputSource): Pick<RotateInputs, 'target' | 'prefix'> | Finding {
  const secret = fields.text('secret')
  const [storeCommand, readCommand] = [fields.text('store-command'), fields.text('read-command')]
  const prefix = fields.word('name-prefix')
  if (storeCommand !== '') {
    const accepts = 'a command, where <secret> is left out'
    if (secret !== '')
      return invalidInput('store-command', 'stands beside <secret>, and one of them is enough', accepts)
    const problem = 'is blank, which it may not be with <store-command>: nothing else tells one family from another'
    if (prefix === '') return invalidInput('name-prefix', problem, table['name-prefix'].accepts)
    return { prefix, target: { kind: 'command', storeCommand, readCommand } }
  }
  if (readCommand !== '') {
    return invalidInput('read-command', 'means nothing without <store-command>', 'a command beside <store-command>')
  }
  const places = parsePlaces(secret, '<secret>')
  if (isFinding(places)) return places
  const [first, ...others]: readonly Place[] = places
  if (first === undefined) {
    const problem = 'is blank, and so is <store-command>, so that there is no place for a new token'
    return invalidInput('secret', problem, `${ACCEPTED_PLACES}; or give <store-command> in its place`)
  }
  const githubToken = fields.text('github-token')
  if (githubToken === '') {
    const problem = 'is blank, and the job’s own GITHUB_TOKEN may not write secrets'
    return invalidInput('github-token', problem, 'a token of a GitHub App, or a personal access token')
  }
  const repository = readRepository(source.environment)
  if (repository === undefined) {
    const problem = 'needs GITHUB_REPOSITORY, which names no repository here'
    return invalidInput('secret', problem, 'a secret of the repository that GITHUB_REPOSITORY names (owner/name)')
  }
  const route = readApiRoute(source.environment)
  if (isFinding(route)) return route
  const target: Target = { kind: 'places', places: [first, ...others], repository, route, githubToken }
  const [given = ''] = secret.split(/[\r\n,]+/).flatMap((entry) => entry.trim() || [])
  return { prefix: prefix || defaultPrefix(repository, given), target }
}
