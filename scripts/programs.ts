/** What is started: a bundle in `dist/` each, by the names of their entries in `src/`. */
export const programs = ['index', 'watch', 'rotate'] as const

/** What a program loads only where it is wanted: a bundle each, too, with their entries below `src/`. */
const parts = {
  scheduled: 'scheduled',
  confluence: 'products/confluence',
  bitbucket: 'products/bitbucket',
  'open-command-line': 'runner/open-command-line',
  failures: 'verdict/failures',
} as const

export type BundleName = (typeof programs)[number] | keyof typeof parts

/** Each bundle with its entry below `src/`, without its ending. */
export const bundles: readonly (readonly [name: BundleName, entry: string])[] = [
  ...programs.map((program) => [program, program] as const),
  ['scheduled', parts.scheduled],
  ['confluence', parts.confluence],
  ['bitbucket', parts.bitbucket],
  ['open-command-line', parts['open-command-line']],
  ['failures', parts.failures],
]
