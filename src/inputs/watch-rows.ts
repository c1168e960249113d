import type { Row } from './row.ts'

const WATCH = { programs: { watch: {} } } as const

/** Of the one table those rows that only `watch` has. */
export const watchRows = {
  tokens: {
    ...WATCH,
    kind: 'text',
    default: '.github/jira-tokens.yml',
    help: 'path of the list, or the list ({default})',
  },
  only: {
    ...WATCH,
    kind: 'list',
    pattern: /^[a-z_]\w*$/i,
    accepts: 'names of secrets: letters, digits and “_”, not beginning with a digit',
    maxItems: 1_000,
    help: 'list; of all secrets check these only',
  },
  html: { ...WATCH, kind: 'output-file', help: 'write the page as HTML, to a file or to “-”' },
  junit: { ...WATCH, kind: 'output-file', help: 'write a JUnit file, likewise' },
  metrics: { ...WATCH, kind: 'output-file', help: 'write metrics for Prometheus, likewise' },
  'report-path': { ...WATCH, kind: 'output-file', flag: 'report', help: 'write the whole report as JSON, likewise' },
  merge: { ...WATCH, kind: 'paths', help: 'check nothing: put these reports (paths) together' },
  issues: { ...WATCH, kind: 'boolean', default: true, help: 'without effect here' },
  'issue-label': {
    ...WATCH,
    kind: 'word',
    pattern: /^[ -+\--~\u{A0}-\u{10FFFF}]{1,50}$/u,
    accepts: 'a label of at most 50 characters, without a comma',
    default: 'jira-token',
    help: 'without effect here',
  },
  parallel: {
    ...WATCH,
    kind: 'whole-number',
    min: 1,
    max: 32,
    unit: 'tokens',
    default: 4,
    help: 'how many tokens at a time ({default}); two at one host',
  },
} satisfies Record<string, Row>
