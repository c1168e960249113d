import type { Finding } from '../../src/catalogue/finding.ts'
import { jira } from '../../src/products/jira/jira.ts'
import { createRedactor } from '../../src/report/redact.ts'
import type { Rotated } from '../../src/rotate/rotate.ts'
import { endWith, type Task } from '../../src/rotate/task.ts'
import type { Told } from '../../src/rotate/told.ts'
import { judge, NO_EVIDENCE } from '../../src/verdict/judge.ts'
import { present } from '../support/present.ts'
import { nowMs } from './seen.ts'
import { identity, rotateInputs } from './task.ts'

/** What there is to tell of a run that ended well, unless told otherwise. */
export function toldOf(
  { task, found, ...rotated }: Partial<Rotated> & { task?: Task; found?: Finding | undefined },
  more: Partial<Told> = {},
): Told {
  const redactor = more.redactor ?? createRedactor([])
  const failure = found === undefined ? null : ({ finding: found, stage: 'rotation' } as const)
  const verdict = judge(rotateInputs().jira, { ...NO_EVIDENCE, identity, failure }, jira, nowMs)
  return {
    presentation: present(verdict, redactor, { requests: 3, durationMs: 1_500, nowMs, nameOf: (input) => input }),
    rotated: { ended: endWith(found), rotation: 'none', standing: undefined, step: undefined, ...rotated },
    task,
    redactor,
    words: jira.words,
    hasSummary: true,
    documentationUrl: 'https://docs.example.com/reasons',
    step: '',
    ...more,
  }
}
