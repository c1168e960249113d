import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Directory {
  path: string
  remove(): Promise<void>
}

/** Makes a directory for the files of a server, in which a server that has left root behind may write too. */
export async function makeDirectory(): Promise<Directory> {
  const path = await mkdtemp(join(tmpdir(), 'jira-pat-check-'))
  await chmod(path, 0o777)
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
