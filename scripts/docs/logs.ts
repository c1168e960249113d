import type { Reason } from '../../src/catalogue/reasons.ts'
import { table } from '../../src/report/table.ts'
import { reasonOf } from '../../src/verdict/error-reason.ts'
import { logWords, nodeCodes } from './log-words.ts'
import type { Symptom } from './symptoms.ts'

/**
 * The words of other programs, each with the section that explains it.
 *
 * @param symptoms of the page that the table stands in
 */
export const describeLogWords = (symptoms: readonly Symptom[]): string =>
  table(
    ['what a log says', 'who says so', 'see'],
    [
      ...Object.entries(logWords).flatMap(([by, words]) =>
        words.map(({ says, reason }) => row(says, by, sectionOf(reason, symptoms))),
      ),
      ...nodeCodes.map((code) => row(code, 'Node.js', sectionOf(reasonOf({ ...failed, code }, false), symptoms))),
    ],
  )

const failed = { kind: 'no-answer', code: '', message: '', phase: 'connect', durationMs: 0 } as const

const row = (says: string, by: string, section: string): string[] => [`\`${says.replaceAll('|', '\\|')}\``, by, section]

/** @throws where no section is that reason's own */
const sectionOf = (reason: Reason, symptoms: readonly Symptom[]): string => {
  const own = symptoms.find(({ id }) => id === reason)
  if (own === undefined) throw new Error(`docs/troubleshooting.md has no section of its own for ${reason}`)
  return `[${own.heading}](#${reason})`
}
