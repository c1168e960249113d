import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Places } from './jiras.ts'
import { dist, programsOf } from './programs.ts'
import { rows } from './rows.ts'
import { listLoaded } from './run-program.ts'

/** What a check reads of `dist/`: the files from there on, and their sizes in bytes. */
export type Loaded = Readonly<Record<string, number>>

/** By a check that succeeds, and by one that fails. */
export interface LoadedBy {
  readonly success: Loaded
  readonly failure: Loaded
}

export function measureLoaded(places: Places, directory: string): LoadedBy {
  const loadedIn = (name: string): Loaded => {
    const row = rows(places.caFile).find((one) => one.name === name)
    const program = row && programsOf(row, places, directory).find((one) => one.name === 'action')
    if (program === undefined) throw new Error(`there is no action in ${name}`)
    const root = pathToFileURL(dist).href
    const ours = new Set(listLoaded(program).filter((url) => url.startsWith(root)))
    return Object.fromEntries(
      [...ours].map((url) => {
        const file = fileURLToPath(url).slice(dist.length)
        return [file, statSync(join(dist, file)).size]
      }),
    )
  }
  return { success: loadedIn('https-expiry'), failure: loadedIn('rejected') }
}

export function sizeOf(loaded: Loaded): number {
  return Object.values(loaded).reduce((sum, bytes) => sum + bytes, 0)
}
