import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { inputsOf } from '../inputs/program.ts'
import type { Row } from '../inputs/row.ts'
import { fillFrom, variableOf } from '../inputs/words.ts'
import { describeFlaw } from './flag-flaw.ts'

/** The flags that are inputs: every input is a flag of the same name. */
export const INPUT_FLAGS: ReadonlyMap<string, Row> = inputsOf('check')

const FILE_FLAGS = {
  report: 'write the whole verdict as JSON, to a file or to “-”',
  dotenv: "write the outputs in GitLab's format, likewise",
  junit: 'write the verdict as JUnit XML, likewise',
} as const

export type FileFlag = keyof typeof FILE_FLAGS

const KEY_EXPOSED = `a private key is never an argument, which everybody on the machine can read: use ${variableOf('client-key')}, or give its path`

/** What a command line says. `problem` is for a person and quotes no value, which may be a secret. */
export type CommandLine =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'problem'; readonly problem: string }
  | {
      readonly kind: 'check'
      readonly inputs: ReadonlyMap<string, string>
      readonly files: ReadonlyMap<string, string>
      /** Whether every request is to be told. */
      readonly isVerbose: boolean
    }

/** Whether the value of an input is a secret: its flag takes only “-”, for standard input. */
export function isHidden(input: string): boolean {
  return ['secret', 'headers'].includes(INPUT_FLAGS.get(input)?.kind ?? '')
}

/** @param args without the program and the script */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const names = [...INPUT_FLAGS.keys(), ...Object.keys(FILE_FLAGS)]
  const options: ParseArgsOptionsConfig = {
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    verbose: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
  }
  const parsed = tryParse(() =>
    parseArgs({
      args: args.map((arg, index) => withImpliedTrue(arg, args[index + 1])),
      options,
    }),
  )
  if (args.some((arg) => arg.includes('PRIVATE KEY-----'))) return { kind: 'problem', problem: KEY_EXPOSED }
  if (parsed === undefined) {
    return { kind: 'problem', problem: describeFlaw(args, [...names, 'verbose', 'help', 'version']) }
  }
  const { help, version, verbose, ...values } = parsed.values
  if (help) return { kind: 'help' }
  if (version) return { kind: 'version' }
  const given = new Map(Object.entries(values).map(([name, value]) => [name, String(value)]))
  const [files, inputs] = [new Map<string, string>(), new Map<string, string>()]
  for (const [name, value] of given) (name in FILE_FLAGS ? files : inputs).set(name, value)
  const problem = describeExposure(inputs) ?? describeCrowd(inputs, files)
  if (problem !== undefined) return { kind: 'problem', problem }
  return { kind: 'check', inputs, files, isVerbose: verbose === true }
}

/** What `--help` prints. */
export function describeUsage(): string {
  const flags = [
    ...Array.from(INPUT_FLAGS, ([name, row]) => [name, fillFrom(row, row.help)] as const),
    ...Object.entries({
      ...FILE_FLAGS,
      verbose: 'tell of every request',
      help: 'print this',
      version: 'print the version',
    }),
  ]
  return [
    'Usage: jira-pat-check [--jira-url URL] [--FLAG VALUE …]',
    '',
    'Proves whose Jira personal access token JIRA_PAT holds, or says why not.',
    'Inputs also come from the environment: --ca-certificate, a path or PEM text,',
    'from JIRA_CHECK_CA_CERTIFICATE.',
    '',
    ...flags.map(([name, meaning]) => `  ${`--${name}`.padEnd(22)}${meaning}`),
    '',
    'Exit codes: 0 usable, 1 refused, 2 misconfigured, 3 unknown; and 0 for what',
    '--fail-on lets pass.',
  ].join('\n')
}

/** @returns that a secret is an argument; undefined where none is */
function describeExposure(inputs: ReadonlyMap<string, string>): string | undefined {
  for (const [name, value] of inputs) {
    const { variable = variableOf(name) }: { variable?: string } = INPUT_FLAGS.get(name) ?? {}
    const what = name === 'token' ? 'a token' : 'a header, which may hold a secret,'
    if (isHidden(name) && value !== '-') {
      return `${what} is never an argument, which everybody on the machine can read: use ${variable}, or --${name} -`
    }
  }
  return undefined
}

/** @returns that standard input or output is wanted for two things; undefined where it is not */
function describeCrowd(inputs: ReadonlyMap<string, string>, files: ReadonlyMap<string, string>): string | undefined {
  const piped = [...inputs].filter(([name, value]) => value === '-' && isHidden(name))
  if (piped.length > 1) return 'only one input can come from standard input'
  const paths = [...files.values()]
  const shared = paths.find((path, index) => paths.indexOf(path) !== index)
  if (shared === undefined) return undefined
  return shared === '-'
    ? 'only one file can be written to standard output'
    : 'two files cannot be written to one path, where the second would replace the first'
}

/** `--allow-http` alone means true, but `--allow-http false` is possible too. */
function withImpliedTrue(arg: string, next: string | undefined): string {
  const mayBeAlone = arg.startsWith('--') && INPUT_FLAGS.get(arg.slice(2))?.kind === 'boolean'
  return mayBeAlone && (next === undefined || next.startsWith('--')) ? `${arg}=true` : arg
}

function tryParse<T>(parse: () => T): T | undefined {
  try {
    return parse()
  } catch {
    return undefined
  }
}
