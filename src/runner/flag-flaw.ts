import { meantBy, nearest } from '../base/nearest.ts'
import { PROGRAMS } from '../inputs/row.ts'

/** What a flag looks like that somebody typed: anything else may be a secret that ran into it (`--token$JIRA_PAT`). */
const TYPED = /^[a-z]{2,20}(?:-[a-z]{1,20}){0,3}$/

/**
 * Says why a command line cannot be read. It names a flag, but no value, and nothing that could be one; Node's own
 * message quotes either.
 * @param names of all flags
 * @param ofAll the names of the flags of each program
 */
export function describeFlaw(
  args: readonly string[],
  names: readonly string[],
  ofAll: ReadonlyMap<string, readonly string[]>,
): string {
  const flags = args.flatMap((arg) => /^--([^=]+)/s.exec(arg)?.[1] ?? [])
  const unknown = flags.find((flag) => !names.includes(flag))
  const [word = ''] = args
  const program = nearest(word, PROGRAMS)
  if (unknown === undefined && program !== undefined)
    return `there is no program of that name, perhaps ${program} is meant`
  const addresses = names.filter((name) => name.endsWith('-url')).map((name) => `--${name}`)
  const standsAlone = (arg: string, index: number): boolean =>
    /^https?:/i.test(arg) && !args[index - 1]?.startsWith('--')
  if (unknown === undefined && addresses.length > 0 && args.some(standsAlone)) {
    return `an address stands alone: give it by its flag, ${addresses.join(' or ')}; --help lists them all`
  }
  if (unknown === undefined) {
    return 'the flags cannot be read: each is --NAME VALUE, and there are no other arguments; --help lists them'
  }
  const others = [...ofAll].flatMap(([other, flags]) => (flags.includes(unknown) ? [other] : []))
  if (others.length > 0) return `--${unknown} is a flag of ${others.join(' and ')}, and not of this; --help lists them`
  const meant = meantBy(unknown, names)
  const swallowing = names.find((name) => unknown.startsWith(name))
  if (meant.length === 0 && swallowing !== undefined) {
    return `there is no such flag, though one begins like --${swallowing}: perhaps a blank is missing; --help lists them`
  }
  const shown = TYPED.test(unknown) ? `--${unknown}` : 'of that name'
  const hint = meant.length === 0 ? '' : `, perhaps ${meant.map((name) => `--${name}`).join(' or ')} is meant`
  return `there is no flag ${shown}${hint}; --help lists them`
}
