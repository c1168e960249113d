import { isObject, parseJson } from '../../base/json.ts'
import type { Answer } from '../../wire/answer.ts'
import { isOfBitbucket } from './mark.ts'

/** Whether an answer came from Bitbucket itself: it bears one of its headers, or is one of its errors. */
export function hasTraceOfBitbucket(answer: Answer): boolean {
  return isOfBitbucket(answer) || answer.headers.has('x-ausername') || errorsIn(answer.body).length > 0
}

/** One error of Bitbucket: `{"context":null,"message":"…","exceptionName":"com.atlassian.bitbucket.…"}`. */
interface BitbucketError {
  readonly message: string
  /** Without its package: `AuthorisationException`; empty where there is none. */
  readonly exception: string
}

/** The errors in a body of the shape `{"errors":[…]}`; none where it has another. */
export function errorsIn(body: string): readonly BitbucketError[] {
  if (!/"exceptionName"/.test(body)) return []
  const json = parseJson(body)
  const errors = isObject(json) && Array.isArray(json['errors']) ? json['errors'] : []
  return errors
    .filter(isObject)
    .filter((error) => 'message' in error && 'exceptionName' in error)
    .map(({ message, exceptionName }) => ({
      message: String(message),
      exception: String(exceptionName ?? '').replace(/^.*\./, ''),
    }))
}

/**
 * Whether Bitbucket says that the user may not do that: it does so with 401, to a token that is good.
 * @param answer of a status 401
 */
export function isNotAuthorised({ body }: Pick<Answer, 'body'>): boolean {
  return errorsIn(body).some(({ exception }) => exception === 'AuthorisationException')
}

export function asksForCaptcha({ statusCode, body }: Answer): boolean {
  return (
    statusCode >= 400 && errorsIn(body).some(({ exception }) => exception === 'CaptchaRequiredAuthenticationException')
  )
}
