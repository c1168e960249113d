import { isObject, parseJson } from '../base/json.ts'
import type { Answer } from '../wire/answer.ts'
import { readLoginReason } from './proof.ts'

/** Whether an answer says that a login has failed. It stands in a header, or in the words of an error; a display name in JSON, cut or not, says nothing. */
export function saysAuthenticationFailed({ headers, body }: Answer): boolean {
  const says = (text: unknown): boolean => typeof text === 'string' && text.includes('AUTHENTICATED_FAILED')
  if (readLoginReason(headers) === 'failed') return true
  if (!says(body)) return false
  const json = parseJson(body)
  if (!isObject(json)) return !/^\s*[{[]/.test(body)
  const { message, errorMessages } = json
  return says(message) || (Array.isArray(errorMessages) && errorMessages.some(says))
}
