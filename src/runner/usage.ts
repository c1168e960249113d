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

/** Each of them is a command line that can be read; a test holds that. */
const EXAMPLES: Readonly<Record<Program, readonly string[]>> = {
  check: [
    'Examples, with the token in JIRA_PAT:',
    '  jira-pat-check --jira-url https://jira.example.com',
    '  jira-pat-check --jira-url https://jira.example.com --projects OPS,WEB',
    '  jira-pat-check --expiry-fail-days 7 --junit jira.xml  # with JIRA_DOMAIN',
    '  jira-pat-check --confluence-url https://wiki.example.com --spaces DOC',
    'and with the token from somewhere else:',
    '  vault read -field=token secret/jira | jira-pat-check --token -',
  ],
  watch: [
    'Examples:',
    '  jira-pat-check watch --tokens jira-tokens.yml',
    '  jira-pat-check watch --html tokens.html --metrics jira.prom --fail-on none',
    '  jira-pat-check watch --merge reports/a.json reports/b.json --html all.html',
  ],
  rotate: [
    'Examples, with the token in JIRA_PAT and the address in JIRA_DOMAIN:',
    '  jira-pat-check rotate --name-prefix release --dry-run \\',
    '    --store-command "vault kv put -mount=secret jira token=-" \\',
    '    --read-command "vault kv get -mount=secret -field=token jira"',
    '  jira-pat-check rotate --secret org:JIRA_PAT --github-token -',
    '    with a token of GitHub from standard input, and GITHUB_REPOSITORY',
  ],
}

const FAILED = [
  '  2  misconfigured: an input is wrong or missing, or a flag is',
  '  3  unknown: no answer, or none that proves anything; or a fault of the program',
]

const EXIT_CODES: Readonly<Record<Program, readonly string[]>> = {
  check: ['  0  usable; or what --fail-on lets pass', '  1  refused: the token, the user or a gate', ...FAILED],
  watch: [
    '  0  all is well; or what --fail-on lets pass; else that of the worst token:',
    '  1  refused, or it expires soon',
    ...FAILED,
  ],
  rotate: ['  0  all is well, or nothing is due yet', '  1  refused: the token, or a new one', ...FAILED],
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
    ...EXAMPLES[program],
    '',
    'Exit codes:',
    ...EXIT_CODES[program],
  ].join('\n')
}
