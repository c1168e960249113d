import { posix } from 'node:path'
import { errorCodeOf } from '../../base/error-code.ts'
import { type Finding, isFinding } from '../../catalogue/finding.ts'
import { invalidInput } from '../../inputs/invalid.ts'
import type { ReadFile } from '../../inputs/pem.ts'
import { findingOf, isFlaw } from './flaw.ts'
import { parseList } from './parse-list.ts'
import { holdsToken } from './pasted-token.ts'
import type { ListIdentity, WatchList } from './watch-list.ts'

/** The list, or why there is none; and either way what it is known by. */
export interface ReadList {
  readonly list: WatchList | Finding
  readonly identity: ListIdentity
}

const ACCEPTS =
  'the path of a file that exists when this runs (in a workflow a step with actions/checkout comes before), or the list itself'

/**
 * Reads the list of tokens.
 * @param given the input `tokens`: the list itself, where it has a line break or `{`; else the path of its file
 * @param mask keeps a token out of the log that stands in the list by mistake
 * @returns never an excerpt of the list: what is wrong is told by line and column
 */
export function readList(given: string, readFile: ReadFile, mask: (token: string) => void): ReadList {
  const isText = /[\r\n{]/.test(given)
  if (!isText && holdsToken(given)) {
    mask(given.trim())
    const list = invalidInput(
      'tokens',
      'has what looks like a token itself',
      'the path of a list of tokens, or the list',
    )
    return { list, identity: { path: '', name: '', own: '' } }
  }
  const path = isText ? '' : pathOf(given.trim())
  const text = isText ? given : readText(path, readFile)
  const parsed = isFinding(text) ? text : parseList(text, mask)
  if (isFinding(parsed)) return { list: parsed, identity: { path, name: path, own: path } }
  if (isFlaw(parsed)) return { list: findingOf(parsed, path), identity: { path, name: path, own: path } }
  const name = parsed.name || path
  return { list: parsed, identity: { path, name, own: path || name } }
}

/** The same path however it is spelled, so that the list has the same issues. */
function pathOf(given: string): string {
  return posix.normalize(given.replaceAll('\\', '/'))
}

function readText(path: string, readFile: ReadFile): string | Finding {
  try {
    return readFile(path)
  } catch (error) {
    const code = errorCodeOf(error)
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) {
      return invalidInput('tokens', `names ${path}, which does not exist here`, ACCEPTS)
    }
    const why = code === 'EISDIR' ? 'is a directory' : `cannot be read${code && ` (${code})`}`
    return invalidInput(
      'tokens',
      `names ${path}, which ${why}`,
      'the path of a file that can be read here, or the list itself',
    )
  }
}
