import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

/** The inputs that a command line takes as flags of the same name, with what `--help` says of each. */
export const INPUT_FLAGS = {
  'jira-url': 'base URL of Jira, context path included; else JIRA_DOMAIN',
  token: 'only “-”: read the token from standard input; else JIRA_PAT',
  username: 'send HTTP Basic username:token instead of Bearer',
  'expected-user': 'list; the token must belong to one of these users',
  projects: 'list of project keys that the token must reach',
  permissions: 'list of permission keys that the user must hold',
  'check-expiry': "whether to read the token's expiry (true)",
  'token-name': "the token's name in Jira",
  'expiry-warn-days': 'warn when the token expires within so many days (14)',
  'expiry-fail-days': 'refuse when the token expires within so many days',
  'fail-on': 'results that fail: refused, unknown, misconfigured (all); or none',
  'timeout-seconds': 'bound on the whole check (30)',
  retries: 'how many times a transient fault is retried (2)',
  'ca-certificate': 'extra CA certificates: path (PEM text from the environment)',
  'client-certificate': 'client certificate for mutual TLS: path (PEM text likewise)',
  'client-key': 'its private key: path (PEM text likewise)',
  'allow-http': 'allow http:// to a host other than loopback (false)',
  'job-summary': 'without effect here',
} as const

const FILE_FLAGS = {
  report: 'write the whole verdict as JSON',
  dotenv: "write the outputs as NAME=value lines (GitLab's format)",
  junit: 'write the verdict as JUnit XML',
} as const

const BOOLEAN_FLAGS = ['check-expiry', 'allow-http', 'job-summary']

export type FileFlag = keyof typeof FILE_FLAGS

/** What a command line says. `problem` is for a person and quotes no value, which may be a secret. */
export type CommandLine =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'problem'; readonly problem: string }
  | {
      readonly kind: 'check'
      readonly inputs: ReadonlyMap<string, string>
      readonly files: ReadonlyMap<string, string>
    }

/** @param args without the program and the script */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const names = [...Object.keys(INPUT_FLAGS), ...Object.keys(FILE_FLAGS)]
  const options: ParseArgsOptionsConfig = {
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
  }
  const parsed = tryParse(() =>
    parseArgs({
      args: args.map((arg, index) => withImpliedTrue(arg, args[index + 1])),
      options,
    }),
  )
  if (parsed === undefined) return { kind: 'problem', problem: describeProblem(args, names) }
  const { help, version, ...values } = parsed.values
  if (help) return { kind: 'help' }
  if (version) return { kind: 'version' }
  if (values['token'] !== undefined && values['token'] !== '-') {
    const problem = 'a token is never an argument, which everybody on the machine can read: use JIRA_PAT, or --token -'
    return { kind: 'problem', problem }
  }
  const given = new Map(Object.entries(values).map(([name, value]) => [name, String(value)]))
  const [files, inputs] = [new Map<string, string>(), new Map<string, string>()]
  for (const [name, value] of given) (name in FILE_FLAGS ? files : inputs).set(name, value)
  return { kind: 'check', inputs, files }
}

/** What `--help` prints. */
export function describeUsage(): string {
  const flags = { ...INPUT_FLAGS, ...FILE_FLAGS, help: 'print this', version: 'print the version' }
  return [
    'Usage: jira-pat-check [--jira-url URL] [--FLAG VALUE …]',
    '',
    'Proves whose Jira personal access token JIRA_PAT holds, or says exactly why not.',
    'Each input is also read from the environment: --projects from JIRA_CHECK_PROJECTS.',
    '',
    ...Object.entries(flags).map(([name, meaning]) => `  ${`--${name}`.padEnd(22)}${meaning}`),
    '',
    'Exit codes: 0 usable, 1 refused, 2 misconfigured, 3 unknown (0 also for a result that --fail-on leaves out).',
  ].join('\n')
}

/** `--allow-http` alone means true, but `--allow-http false` is possible too. */
function withImpliedTrue(arg: string, next: string | undefined): string {
  const isAlone = BOOLEAN_FLAGS.includes(arg.replace(/^--/, '')) && (next === undefined || next.startsWith('--'))
  return isAlone && arg.startsWith('--') ? `${arg}=true` : arg
}

function tryParse<T>(parse: () => T): T | undefined {
  try {
    return parse()
  } catch {
    return undefined
  }
}

/** Names the flag that cannot be read, not its value; Node's own message quotes either. */
function describeProblem(args: readonly string[], names: readonly string[]): string {
  const known = [...names, 'help', 'version']
  const flags = args.flatMap((arg) => /^--([\w-]+)/.exec(arg)?.[1] ?? [])
  const unknown = flags.find((flag) => !known.includes(flag))
  if (unknown !== undefined) return `there is no flag --${unknown}; --help lists them`
  return 'the flags cannot be read: each is --NAME VALUE, and there are no other arguments; --help lists them'
}
