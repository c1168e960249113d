import type { ExpiryState, UnaskedBecause, WatchedToken, WatchReport } from '../../src/watch/watched-token.ts'
import { formatSchema, namesOf, object, type Properties, report, text, verdicts } from './report-schema.ts'

const CAUSES = namesOf<UnaskedBecause>({ server: true, time: true, 'no-report': true })
const STATES = namesOf<ExpiryState>({ expiring: true, expired: true, ambiguous: true, 'expiry-unknown': true })

const orNull = (description: string, names: readonly string[]) =>
  ({ type: ['string', 'null'], enum: [...names, null], description }) as const

const token: Properties<WatchedToken> = {
  ...report,
  secret: text('name of the secret, and of the variable that holds it'),
  owner: text('who renews it, as the list has it; may be empty'),
  usedBy: text('what uses it, as the list has it; may be empty'),
  asked: { type: 'boolean', description: 'whether its server was asked about it' },
  unaskedBecause: orNull(
    'why not: its server had failed others, time was up, or the job that had to left no report; else null',
    CAUSES,
  ),
  title: text('what is the matter, in a few words'),
  steps: { type: 'array', items: { type: 'string' }, description: 'what to do, step by step' },
  expiryState: orNull('what of the expiry needs care; null where nothing does', STATES),
  rotatedAt: {
    type: ['string', 'null'],
    format: 'date-time',
    description: 'when this token of a rotated family was made; null for any other',
  },
  hasRotationStopped: { type: 'boolean', description: 'whether it should have been replaced by now' },
}

const watchReport: Properties<WatchReport> = {
  schemaVersion: report.schemaVersion,
  list: text('name of the list, else its path; empty for a text without a name'),
  checkedAt: { type: 'string', format: 'date-time', description: 'ISO 8601, UTC' },
  tokens: {
    type: 'array',
    items: { ...object(token), oneOf: verdicts() },
    description: 'every token of the list, in its order',
  },
}

/** The JSON Schema of the output `report-file` of a watch, as the text of a file. */
export const describeWatchReportSchema = (): string =>
  formatSchema({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://raw.githubusercontent.com/jira-pat-check/jira-pat-check/main/docs/watch-report.schema.json',
    title: 'The report of jira-pat-check watch',
    ...object(watchReport),
  })
