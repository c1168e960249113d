import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { inputsOf } from '../inputs/program.ts'
import type { Row } from '../inputs/row.ts'
import { fillFrom, variableOf } from '../inputs/words.ts'

/** The flags that are inputs: every input is a flag of the same name. */
export const INPUT_FLAGS: ReadonlyMap<string, Row> = inputsOf('check')

const FILE_FLAGS = {
  report: 'write the whole verdict as JSON',
  dotenv: "write the outputs as NAME=value lines (GitLab's format)",
  junit: 'write the verdict as JUnit XML',
} as const

export type FileFlag = keyof typeof FILE_FLAGS

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
  if (parsed === undefined) return { kind: 'problem', problem: describeProblem(args, names) }
  const { help, version, verbose, ...values } = parsed.values
  if (help) return { kind: 'help' }
  if (version) return { kind: 'version' }
  const exposed = [...INPUT_FLAGS].find(([name, { kind }]) => kind === 'secret' && (values[name] ?? '-') !== '-')
  if (exposed !== undefined) {
    const [name, { variable = variableOf(name) }] = exposed
    const problem = `a token is never an argument, which everybody on the machine can read: use ${variable}, or --${name} -`
    return { kind: 'problem', problem }
  }
  const given = new Map(Object.entries(values).map(([name, value]) => [name, String(value)]))
  const [files, inputs] = [new Map<string, string>(), new Map<string, string>()]
  for (const [name, value] of given) (name in FILE_FLAGS ? files : inputs).set(name, value)
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
    'Proves whose Jira personal access token JIRA_PAT holds, or says exactly why not.',
    'Each input is also read from the environment: --projects from JIRA_CHECK_PROJECTS.',
    '',
    ...flags.map(([name, meaning]) => `  ${`--${name}`.padEnd(22)}${meaning}`),
    '',
    'Exit codes: 0 usable, 1 refused, 2 misconfigured, 3 unknown (0 also for a result that --fail-on leaves out).',
  ].join('\n')
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

/** Names the flag that cannot be read, not its value; Node's own message quotes either. */
function describeProblem(args: readonly string[], names: readonly string[]): string {
  const known = [...names, 'verbose', 'help', 'version']
  const flags = args.flatMap((arg) => /^--([\w-]+)/.exec(arg)?.[1] ?? [])
  const unknown = flags.find((flag) => !known.includes(flag))
  if (unknown !== undefined) return `there is no flag --${unknown}; --help lists them`
  return 'the flags cannot be read: each is --NAME VALUE, and there are no other arguments; --help lists them'
}
