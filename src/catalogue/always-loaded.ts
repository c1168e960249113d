import type { Entry } from './entry.ts'

/** The words of the two verdicts that have to be told even where no other part of the program can be loaded, or need be. */
export const alwaysLoaded = {
  authenticated: {
    when: 'the server named the user (see [what counts as proof](decisions/0009-proof-of-identity.md)), and all gates hold',
    title: '{product} accepts the token',
    message: '{product} at {baseUrl} accepts the token: it belongs to {user}.',
    remedy: [],
  },
  'internal-error': {
    when: 'a fault of this action itself; red whatever `fail-on` says',
    title: 'The check itself failed',
    message: 'jira-pat-check ran into a fault of its own[ ({detail})], so that nothing is known about the token.',
    remedy: [
      'Run the job again.',
      'If it happens again, report it at https://github.com/jira-pat-check/jira-pat-check/issues, with the output report.',
    ],
  },
} as const satisfies Record<string, Entry>
