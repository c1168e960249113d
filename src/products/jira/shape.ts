import { type Finding, finding } from '../../catalogue/finding.ts'
import type { JsonAnswer } from '../../verdict/diagnose-answer.ts'

/** What is found where JSON came that has not the shape of the answer to this question. */
export function notOfThisShape(reason: 'no-identity' | 'invalid-json', { statusCode }: JsonAnswer): Finding {
  return finding(reason, {}, statusCode)
}
