import type { Answer } from '../wire/answer.ts'

/** Whether an answer comes through the edge that stands before Atlassian's Cloud alone. */
export function isOfAtlassianEdge(headers: Answer['headers']): boolean {
  return /^atlassianedge\b/i.test(headers.get('server')?.trim() ?? '')
}
