import { isFinding } from '../../../src/catalogue/finding.ts'
import { type ReadList, readList } from '../../../src/watch/list/read-list.ts'
import type { ListEntry, WatchList } from '../../../src/watch/list/watch-list.ts'
import { sourceOf } from '../../inputs/source.ts'

/** Reads what is given, and notes what was masked. */
export function reading(given: string, files: Readonly<Record<string, string>> = {}): ReadList & { masked: string[] } {
  const masked: string[] = []
  const read = readList(given, sourceOf({ files }).readFile, (token) => masked.push(token))
  return { ...read, masked }
}

/** Reads a list that has to be sound. A list of one line is given a line break, which makes a text of it. */
export function soundList(text: string): WatchList {
  const { list } = reading(`${text}\n`)
  if (isFinding(list)) throw new Error(JSON.stringify(list.facts))
  return list
}

/** Reads a list of one entry that has to be sound. */
export function soundEntry(text: string): ListEntry {
  const [entry] = soundList(text).entries
  if (entry === undefined) throw new Error('there is no entry')
  return entry
}

/** Reads a list that has to be unsound: why, where, and what was perhaps meant. */
export function unsoundList(text: string): { problem: string; meant: readonly string[]; accepts: string } {
  const { list } = reading(`${text}\n`)
  if (!isFinding(list) || list.reason !== 'input-invalid') throw new Error(`this list is sound: ${text}`)
  const { problem, meant = [], accepts = '' } = list.facts
  return { problem: problem.replace('is no list that can be used: ', ''), meant, accepts }
}
