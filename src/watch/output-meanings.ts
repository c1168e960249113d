/** What each output of the watch means, for its `action.yml` and the pages: it is not packaged. */
export const watchOutputMeanings = {
  result: 'The worst of all: refused, misconfigured, unknown or usable, in that order.',
  'needs-care':
    'JSON array of the secrets that somebody has to do something about; [] where all is well, empty where the list is unsound.',
  checked: 'How many tokens were judged.',
  'next-expiry-at': 'When the first token expires, ISO 8601 in UTC; empty where none does, or none is known to.',
  report: 'The report of each token as JSON, at most 100 kB: what needs care first, and in cut how many are left out.',
  'report-file': 'Path of a file with the whole report as JSON.',
} as const
