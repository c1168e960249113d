import { MAX_BODY_LENGTH, textOf } from './issue-text.ts'
import { type MarkedBody, type Marker, writeBody } from './marker.ts'
import type { Subject } from './subject.ts'

/** The body of an issue with another state and the text that belongs to it; people's part stays as it is. */
export function newBody(subject: Subject, marked: MarkedBody, state: string, n: number): string {
  const marker: Marker = { ...marked.marker, list: subject.list, state, n }
  const bodyWith = (maxLength: number): string => writeBody(marked, marker, textOf(subject, maxLength))
  const room = MAX_BODY_LENGTH - writeBody(marked, marker, '').length
  const body = bodyWith(room)
  // With \r\n, each line takes one more than it was counted for.
  return body.length <= MAX_BODY_LENGTH ? body : bodyWith(room - (body.length - MAX_BODY_LENGTH))
}
