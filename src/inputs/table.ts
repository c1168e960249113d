import { placeRows } from './place-rows.ts'
import { rotateRows } from './rotate-rows.ts'
import type { Row } from './row.ts'
import { CHECK, OF_ONE_TOKEN } from './takers.ts'
import { urlRows } from './url-rows.ts'
import { watchRows } from './watch-rows.ts'

const DAYS = { kind: 'whole-number', min: 0, max: 36_500, unit: 'days' } as const

/**
 * The one table: every input, in the order in which people read them. `action.yml`, the flags with their `--help`, the
 * names of environment variables and the documentation are printed from it, and `fields.ts` reads by it.
 */
export const table = {
  ...watchRows,
  ...rotateRows,
  'github-token': {
    kind: 'secret',
    programs: { watch: { expression: '${{ github.token }}' }, rotate: {} },
    help: 'only “-”: from input; else JIRA_CHECK_GITHUB_TOKEN',
  },
  ...urlRows,
  token: {
    ...OF_ONE_TOKEN,
    kind: 'secret',
    variable: 'JIRA_PAT',
    help: 'only “-”: from standard input; else {variable}',
  },
  username: { ...CHECK, kind: 'text', help: 'send HTTP Basic username:token instead of Bearer' },
  headers: {
    ...OF_ONE_TOKEN,
    kind: 'headers',
    help: 'only “-”: lines “Name: value” from standard input',
  },
  'expected-user': {
    ...OF_ONE_TOKEN,
    kind: 'list',
    pattern: /^[ -~\u00A0-\uFFFF]+$/,
    accepts: 'user names, keys, e-mail addresses or account ids',
    maxItems: 100,
    help: 'list; the token must belong to one of these users',
  },
  ...placeRows,
  'check-expiry': { ...CHECK, kind: 'boolean', default: true, help: "whether to read the token's expiry ({default})" },
  'token-name': { ...OF_ONE_TOKEN, kind: 'text', help: "the token's name in Jira" },
  'expiry-warn-days': {
    ...CHECK,
    ...DAYS,
    default: 14,
    help: 'warn when the token expires within so many days ({default})',
  },
  'expiry-fail-days': {
    ...CHECK,
    ...DAYS,
    default: undefined,
    help: 'fail unless it lives longer than so many days',
  },
  'fail-on': {
    programs: {
      check: {},
      watch: {
        default: ['refused', 'unknown', 'misconfigured', 'expiring', 'expiry-unknown'],
        help: 'what fails (all); also expiring, expiry-unknown',
      },
    },
    kind: 'list',
    pattern: /./,
    accepts:
      'results (refused, unknown, misconfigured), categories and reasons, each with “!” where it is not to fail; or none alone',
    maxItems: 200,
    default: ['refused', 'unknown', 'misconfigured'] as const,
    help: 'what fails (all): results, categories, reasons, none',
  },
  'timeout-seconds': {
    programs: {
      check: {},
      watch: { default: 120, help: 'bound on everything ({default})' },
      rotate: { default: 60, help: 'bound on what comes before a new token is made ({default})' },
    },
    kind: 'whole-number',
    min: 1,
    max: 600,
    unit: 'seconds',
    default: 30,
    help: 'bound on the whole check ({default})',
  },
  retries: {
    ...OF_ONE_TOKEN,
    kind: 'whole-number',
    min: 0,
    max: 10,
    unit: '',
    default: 2,
    help: 'how many times a transient failure is retried ({default})',
  },
  'ca-certificate': { ...OF_ONE_TOKEN, kind: 'pem', help: 'extra CA certificates: path of a PEM file' },
  'client-certificate': { ...OF_ONE_TOKEN, kind: 'pem', help: 'client certificate for mutual TLS: path likewise' },
  'client-key': { ...OF_ONE_TOKEN, kind: 'pem', help: 'its private key: path likewise' },
  'allow-http': {
    ...OF_ONE_TOKEN,
    kind: 'boolean',
    default: false,
    help: 'allow http:// to a host other than loopback ({default})',
  },
  'job-summary': { kind: 'boolean', default: true, help: 'without effect here' },
} satisfies Record<string, Row>

export type InputName = keyof typeof table

/** The inputs of a kind. */
export type NameOf<Kind extends Row['kind']> = {
  [Name in InputName]: (typeof table)[Name]['kind'] extends Kind ? Name : never
}[InputName]

/** What the default of a whole number is: a number, or undefined where there is none. */
export type DefaultOf<Name extends NameOf<'whole-number'>> = (typeof table)[Name]['default']
