import type { Program } from '../inputs/row.ts'
import { fillFrom } from '../inputs/words.ts'
import { CHECK_FILES, inputFlagsOf, OTHER_FLAGS } from './input-flags.ts'

const FROM_ENVIRONMENT = [
  'Inputs also come from the environment: --ca-certificate, a path or PEM text,',
  'from JIRA_CHECK_CA_CERTIFICATE.',
]

const USAGE: Readonly<Record<Program, readonly string[]>> = {
  check: [
    'Usage: jira-pat-check [--jira-url URL] [--FLAG VALUE …]',
    '       jira-pat-check watch|rotate --help',
    '',
    'Proves whose Jira personal access token JIRA_PAT holds, or says why not.',
    ...FROM_ENVIRONMENT,
  ],
  watch: [
    'Usage: jira-pat-check watch [--tokens FILE] [--FLAG VALUE …]',
    '',
    'Checks every token of a list, and says who has to do what, and until when.',
    'Each token comes from the environment variable that the list names. Inputs',
    'come from there too: --fail-on from JIRA_CHECK_FAIL_ON.',
  ],
  rotate: [
    'Usage: jira-pat-check rotate [--jira-url URL] [--FLAG VALUE …]',
    '',
    'Puts a new token in the place of the one in JIRA_PAT, before that expires.',
    ...FROM_ENVIRONMENT,
  ],
}

const EXIT_CODES: Readonly<Record<Program, string>> = {
  check: 'Exit codes: 0 usable, 1 refused, 2 misconfigured, 3 unknown; and 0 for what\n--fail-on lets pass.',
  watch:
    'Exit codes: 0 all is well, else that of the worst: 1 refused or expiring,\n2 misconfigured, 3 unknown; and 0 for what --fail-on lets pass.',
  rotate: 'Exit codes: 0 all is well, 1 refused, 2 misconfigured, 3 unknown.',
}

/** What `--help` prints. */
export function describeUsage(program: Program): string {
  const flags = [
    ...Array.from(inputFlagsOf(program), ([name, { row }]) => [name, fillFrom(row, row.help)] as const),
    ...Object.entries({ ...(program === 'check' ? CHECK_FILES : {}), ...OTHER_FLAGS }),
  ]
  return [
    ...USAGE[program],
    '',
    ...flags.map(([name, meaning]) => `  ${`--${name}`.padEnd(22)}${meaning}`),
    '',
    EXIT_CODES[program],
  ].join('\n')
}
