import { dateTimeOf } from '../base/utc.ts'
import type { Result } from '../catalogue/entry.ts'
import { fill } from '../catalogue/fill.ts'
import { formatAnnotation } from '../report/annotation.ts'
import { listOutputs } from '../report/outputs.ts'
import { plainText } from '../report/sanitize.ts'
import { listTerminalLines } from '../report/terminal.ts'
import type { Annotation, Publication } from '../runner/runner.ts'
import type { Rotation } from './rotate.ts'
import { writeRotationSummary } from './rotation-summary.ts'
import type { Told } from './told.ts'

/** What a rotation did, in a few words: templates of the product's words. */
const TITLES: Readonly<Record<Rotation, string>> = {
  'not-due': 'The {product} token is not due yet',
  created: 'A new {product} token was made and stored',
  healed: 'The {product} token was written again',
  revoked: 'An old {product} token was revoked',
  waiting: 'The {product} token has a successor already',
  none: 'Nothing was changed',
  'would-create': 'A new {product} token would be made',
  'would-heal': 'The {product} token would be written again',
  'would-revoke': 'An old {product} token would be revoked',
}

/** Puts what came of a run into the form of every channel. */
export function publish(told: Told): Publication {
  const { presentation, rotated, words } = told
  const { result } = presentation.report
  const failing: Exclude<Result, 'usable'> | null = result === 'usable' ? null : result
  const title = failing === null ? fill(TITLES[rotated?.rotation ?? 'none'], words) : presentation.title
  const headed = { ...told, presentation: { ...presentation, title } }
  return {
    outputs: listRotationOutputs(told),
    annotations: listAnnotations(headed, failing !== null),
    summary: told.hasSummary ? writeRotationSummary(headed) : undefined,
    // What the account should tidy up is for the check and the watch to say.
    terminal: (columns, isColoured) => listTerminalLines({ ...headed, advice: [] }, columns, isColoured),
    failing,
  }
}

function listAnnotations(
  { presentation, hasSummary, documentationUrl }: Told,
  isFailure: boolean,
): readonly Annotation[] {
  const { title, happened, remedySteps, warnings, tokenPage, report } = presentation
  const places = hasSummary ? ['the job summary'] : []
  const where = [...places, documentationUrl].join(', and ')
  const first: Annotation = isFailure
    ? { level: 'error', title, text: formatAnnotation(happened, remedySteps, tokenPage, where) }
    : { level: 'notice', title, text: report.message }
  return [
    first,
    ...warnings.map(
      (warning): Annotation => ({
        level: 'warning',
        title: warning.title,
        text: formatAnnotation(warning.message, warning.remedySteps, tokenPage, places.join()),
      }),
    ),
  ]
}

/** Those of the check, and what the rotation did. */
function listRotationOutputs({ presentation, rotated, task, redactor }: Told): readonly (readonly [string, string])[] {
  const { deeds } = task ?? {}
  const made = deeds?.made?.fate === 'alive' ? deeds.made : undefined
  const plain = (text: string): string => plainText(text, redactor.redactLong)
  const rotation = {
    rotation: rotated?.rotation ?? 'none',
    newTokenName: plain(made?.name ?? ''),
    newTokenExpiresAt: typeof made?.endsMs === 'number' ? dateTimeOf(made.endsMs) : null,
    revokedTokens: deeds?.revoked.map(({ name }) => plain(name)) ?? [],
  }
  const outputs = listOutputs(presentation).filter(([name]) => name !== 'report')
  return [
    ...outputs,
    ['rotation', rotation.rotation],
    ['new-token-name', rotation.newTokenName],
    ['new-token-expires-at', rotation.newTokenExpiresAt ?? ''],
    ['revoked-tokens', JSON.stringify(rotation.revokedTokens)],
    ['report', JSON.stringify({ ...presentation.report, rotation })],
  ]
}
