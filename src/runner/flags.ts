import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { findAskedUrl } from '../inputs/asked-url.ts'
import { PROGRAMS, type Program, type Row } from '../inputs/row.ts'
import { variableOf } from '../inputs/words.ts'
import { describeFlaw } from './flag-flaw.ts'
import { CHECK_FILES, type InputFlag, inputFlagsOf, isHidden, OTHER_FLAGS } from './input-flags.ts'

const KEY_EXPOSED = `a private key is never an argument, which everybody on the machine can read: use ${variableOf('client-key')}, or give its path`

/** What a command line says. `problem` is for a person and quotes no value, which may be a secret. */
export type CommandLine =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'problem'; readonly problem: string }
  | {
      readonly kind: 'run'
      /** By the names of the inputs. */
      readonly inputs: ReadonlyMap<string, string>
      readonly files: ReadonlyMap<string, string>
      /** Whether every request is to be told. */
      readonly isVerbose: boolean
    }

/** @param args without the program, the script and the word that names another program than the check */
export function parseCommandLine(args: readonly string[], program: Program): CommandLine {
  const flags = inputFlagsOf(program)
  const names = namesOf(program)
  const options: ParseArgsOptionsConfig = {
    ...Object.fromEntries(names.map((name) => [name, { type: 'string', multiple: true }])),
    verbose: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
  }
  const parsed = tryParse(() => parseArgs({ args: expand(args, flags), options }))
  if (args.some((arg) => arg.includes('PRIVATE KEY-----'))) return { kind: 'problem', problem: KEY_EXPOSED }
  if (parsed === undefined) {
    const known = [...names, ...Object.keys(OTHER_FLAGS)]
    return { kind: 'problem', problem: describeFlaw(args, known, flagsOfAll()) }
  }
  const { help, version, verbose, ...values } = parsed.values
  if (help) return { kind: 'help' }
  if (version) return { kind: 'version' }
  const [files, inputs] = [new Map<string, string>(), new Map<string, string>()]
  for (const [name, given] of Object.entries(values)) {
    const texts = [given].flat().map(String)
    const flag = flags.get(name)
    const text = flag?.row.kind === 'paths' ? texts.join('\n') : (texts.at(-1) ?? '')
    if (flag === undefined) files.set(name, text)
    else inputs.set(flag.input, text)
  }
  const problem = describeExposure(flags, inputs) ?? describeCrowd(flags, inputs, files)
  if (problem !== undefined) return { kind: 'problem', problem }
  return { kind: 'run', inputs, files, isVerbose: verbose === true }
}

/** @returns the flags of each program */
function flagsOfAll(): ReadonlyMap<Program, readonly string[]> {
  return new Map(PROGRAMS.map((program) => [program, namesOf(program)]))
}

/** @returns the names of the flags that take a value */
function namesOf(program: Program): readonly string[] {
  return [...inputFlagsOf(program).keys(), ...Object.keys(program === 'check' ? CHECK_FILES : {})]
}

/** @returns that a secret is an argument; undefined where none is */
function describeExposure(flags: Flags, inputs: ReadonlyMap<string, string>): string | undefined {
  const { tokenVariable } = findAskedUrl((name) => inputs.get(name) ?? '', {})
  for (const [name, { input, row }] of flags) {
    const value = inputs.get(input)
    if (value === undefined || value === '-' || !isHidden(row)) continue
    const what = row.kind === 'secret' ? 'a token' : 'a header, which may hold a secret,'
    const variable = input === 'token' ? tokenVariable : variableOf(input)
    return `${what} is never an argument, which everybody on the machine can read: use ${variable}, or --${name} -`
  }
  return undefined
}

/** @returns that standard input or output is wanted for two things; undefined where it is not */
function describeCrowd(
  flags: Flags,
  inputs: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string>,
): string | undefined {
  const given = [...flags.values()].flatMap(({ input, row }) => {
    const value = inputs.get(input)
    return value === undefined ? [] : [{ row, value }]
  })
  const piped = given.filter(({ row, value }) => value === '-' && isHidden(row))
  if (piped.length > 1) return 'only one input can come from standard input'
  const written = given.filter(({ row }) => row.kind === 'output-file').map(({ value }) => value)
  const paths = [...files.values(), ...written]
  const shared = paths.find((path, index) => paths.indexOf(path) !== index)
  if (shared === undefined) return undefined
  return shared === '-'
    ? 'only one file can be written to standard output'
    : 'two files cannot be written to one path, where the second would replace the first'
}

/**
 * `--allow-http` alone means true, but `--allow-http false` is possible too; and behind `--merge` stand as many paths
 * as a shell makes of `reports/*.json`.
 */
function expand(args: readonly string[], flags: Flags): string[] {
  const kindOf = (arg: string | undefined): Row['kind'] | undefined =>
    arg?.startsWith('--') ? flags.get(arg.slice(2))?.row.kind : undefined
  const isFlag = (arg: string | undefined): boolean => arg === undefined || arg.startsWith('--')
  let last: string | undefined
  return args.flatMap((arg, index) => {
    if (isFlag(arg)) last = arg
    else if (kindOf(last) === 'paths' && args[index - 1] !== last) return [`${last}=${arg}`]
    return kindOf(arg) === 'boolean' && isFlag(args[index + 1]) ? [`${arg}=true`] : [arg]
  })
}

type Flags = ReadonlyMap<string, InputFlag>

function tryParse<T>(parse: () => T): T | undefined {
  try {
    return parse()
  } catch {
    return undefined
  }
}
