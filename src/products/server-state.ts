import { isObject, parseJson, textOf } from '../base/json.ts'
import { addCommonFacts, type Finding, type FindingOf, finding } from '../catalogue/finding.ts'
import type { FollowUp } from '../verdict/product.ts'

/** The resource that tells the state of a server, in all products; open to everybody. */
export const STATUS_PATH = '/status'

/** In these states the product itself says that it cannot answer, whatever the status that comes with it. */
const STATES = ['STARTING', 'STOPPING', 'FIRST_RUN', 'MAINTENANCE'] as const

type ServerState = (typeof STATES)[number]

/** @returns the state that a server tells at `/status`, where it is one in which it cannot answer */
export function parseServerState(body: string): ServerState | undefined {
  const json = parseJson(body)
  return isObject(json) ? STATES.find((state) => state === textOf(json, 'state')) : undefined
}

/** After a 5xx, the product may tell its state. */
export function askState(found: Finding): FollowUp | undefined {
  if (found.reason !== 'gateway-error' && found.reason !== 'server-error') return undefined
  return { path: STATUS_PATH, refine: ({ body }) => refineByState(found, body) }
}

function refineByState(found: FindingOf<'gateway-error'> | FindingOf<'server-error'>, body: string): Finding {
  const state = parseServerState(body)
  const statusCode = found.statusCode ?? 503
  if (state === undefined) return found
  const plainer =
    state === 'MAINTENANCE' ? finding('maintenance', {}, statusCode) : finding('starting', { state }, statusCode)
  return addCommonFacts(plainer, found.common)
}
