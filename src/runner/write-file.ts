import {
  closeSync,
  constants,
  fchmodSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import { errorCodeOf } from '../base/error-code.ts'

/** For nobody but the user: https://man7.org/linux/man-pages/man7/inode.7.html */
const OWNER_ONLY = 0o600

/** Not on Windows, where opening does not go through a link of this kind unasked. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0

/**
 * Writes a file that only its owner can read, unless told otherwise, beside the place and then into it, so that it is there as a whole or not
 * at all, and through no link, which somebody else may have laid. A device or a pipe is written to as it is.
 * @returns why it cannot be written, or undefined where it was
 */
export function writeFile(path: string, text: string, mode = OWNER_ONLY): string | undefined {
  try {
    const present = statusOf(path)
    if (present?.isSymbolicLink()) return 'it is a link'
    if (present !== undefined && !present.isFile() && !present.isDirectory()) {
      writeInto(path, constants.O_WRONLY | NO_FOLLOW, text, mode)
    } else {
      replace(path, text, mode)
    }
    return undefined
  } catch (error) {
    return errorCodeOf(error) || 'unknown error'
  }
}

function replace(path: string, text: string, mode: number): void {
  const beside = `${path}.${Math.random().toString(36).slice(2)}.tmp`
  writeInto(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | NO_FOLLOW, text, mode)
  try {
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

/** Writes to what is opened with these flags of open(2). Throws Node's error. */
export function writeInto(path: string, flags: number, text: string, mode = OWNER_ONLY): void {
  const file = openSync(path, flags, mode)
  try {
    if ((flags & constants.O_EXCL) !== 0) openTo(file, mode)
    writeFileSync(file, text)
  } finally {
    closeSync(file)
  }
}

/** @returns what is there now, and not what a link leads to; undefined where there is nothing */
function statusOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false })
}

/** A process may be told to make no file for others (umask), and here somebody asked for one. */
function openTo(file: number, mode: number): void {
  try {
    fchmodSync(file, mode)
  } catch {
    // Some file systems of others know no modes, and the file is there all the same.
  }
}
