import { isObject, parseJson, textOf } from '../../base/json.ts'
import { type Finding, isFinding } from '../../catalogue/finding.ts'
import type { PlaceAccess } from '../../verdict/permissions.ts'
import type { Product } from '../../verdict/product.ts'
import { type JsonAnswer, type Question, wrongShape } from '../../verdict/question.ts'
import type { Outcome } from '../../wire/answer.ts'
import { hasTraceHeader } from './fingerprint.ts'

/** Asks for every space. It answers anonymous users too, so it proves nothing before the identity has. */
export const askAccess: Product['askAccess'] = ({ spaces }) => spaces.map(askAbout)

function askAbout(space: string): Question<PlaceAccess> {
  return {
    path: `/rest/api/space/${encodeURIComponent(space)}`,
    what: `the space ${space}`,
    stage: 'permissions',
    read: (diagnosis, outcome) => readSpace(space, diagnosis, outcome),
  }
}

function readSpace(space: string, diagnosis: JsonAnswer | Finding, outcome: Outcome): PlaceAccess | Finding {
  const place = { gate: 'spaces', place: space } as const
  if (!isFinding(diagnosis)) {
    const { json, statusCode } = diagnosis
    const isThis = isObject(json) && textOf(json, 'key').toLowerCase() === space.toLowerCase()
    if (!isThis) return wrongShape(diagnosis)
    const permissions = { holdings: new Map(), global: new Set<string>(), known: [], isAdministrator: false }
    return { ...place, permissions, statusCode }
  }
  const isHidden = diagnosis.reason === 'not-found' && outcome.kind === 'answer' && saysSpaceNotFound(space, outcome)
  return isHidden ? { ...place, permissions: undefined, statusCode: outcome.statusCode } : diagnosis
}

/** Whether a 404 is Confluence's own about this space; any other is from something else and says nothing of it. */
function saysSpaceNotFound(space: string, { headers, body }: Extract<Outcome, { kind: 'answer' }>): boolean {
  const json = parseJson(body)
  // A resource that is not there at all has an envelope of its own.
  if (!isObject(json) || 'status-code' in json) return false
  const message = textOf(json, 'message')
  const namesSpace = /no space with key/i.test(message) && message.includes(space)
  return message !== '' && (hasTraceHeader(headers) || namesSpace)
}
