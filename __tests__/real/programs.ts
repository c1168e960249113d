import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The programs that the tests here run, and the Debian package that each is in. */
const packages = { squid: 'squid', basic_ncsa_auth: 'squid', nginx: 'nginx-light', openssl: 'openssl' }

export type Program = keyof typeof packages

/** Debian keeps servers and their helpers where the PATH of most users does not lead. */
const directories = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/lib/squid']

/** The path of a program. Throws where it is not installed. */
export function pathOf(program: Program): string {
  const path = directories.map((directory) => join(directory, program)).find(isExecutable)
  if (path === undefined) throw new Error(describeMissing([program]))
  return path
}

/** The programs that are not installed. */
export function missingPrograms(): Program[] {
  const programs = Object.keys(packages) as Program[]
  return programs.filter((program) => !directories.some((directory) => isExecutable(join(directory, program))))
}

/** What is missing, and how to get it. */
export function describeMissing(programs: Program[]): string {
  const names = [...new Set(programs.map((program) => packages[program]))]
  return `${programs.join(', ')} not installed (apt-get install --no-install-recommends ${names.join(' ')})`
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
