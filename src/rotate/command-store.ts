import type { Clock } from '../base/clock.ts'
import type { Bound } from './bound.ts'
import { type CommandEnd, runCommand } from './command.ts'
import type { SeenStore } from './sighting.ts'
import type { Store, StoreTrouble, Writing } from './store.ts'

/** What the store behind a command is made of. */
export interface CommandStoreOptions {
  /** Gets the token on its standard input, to the byte. */
  readonly storeCommand: string
  /** Prints what is stored; empty where there is none. */
  readonly readCommand: string
  /** The token of this run. */
  readonly token: string
  /** Told what was read back, before anything else is done with it: it is a secret. */
  readonly onSecret: (value: string) => void
  readonly clock: Clock
}

/** A store that asks for more time than this has something wrong with it. */
const COMMAND_MS = 60_000

/** Whatever a command writes to: there is no rehearsal, and its stamps are unknown. */
export function createCommandStore(options: CommandStoreOptions): Store {
  const { storeCommand, readCommand, token, onSecret, clock } = options
  const run = (command: string, input: string, bound: Bound): Promise<CommandEnd> =>
    runCommand(command, input, Math.min(COMMAND_MS, bound.leftMs()), clock)

  /** @returns undefined where it cannot be read */
  async function read(bound: Bound): Promise<string | undefined> {
    if (readCommand === '') return undefined
    const { exitCode, output } = await run(readCommand, '', bound)
    const value = output.trim()
    if (value !== '') onSecret(value)
    return exitCode === 0 && value !== '' ? value : undefined
  }

  async function holds(bound: Bound): Promise<'this' | 'other' | 'unknown'> {
    const value = await read(bound)
    if (value === undefined) return 'unknown'
    return value === token ? 'this' : 'other'
  }

  return {
    kind: 'command',
    places: ['the store of the command'],
    async see(bound) {
      const seen: SeenStore = { kind: 'command', holds: await holds(bound) }
      return { kind: 'sight', seen, offsetMs: undefined }
    },
    rehearse: () => Promise.resolve(undefined),
    prepare: () => Promise.resolve(undefined),
    async write(at, newToken, bound): Promise<Writing> {
      const trouble = (detail: string): StoreTrouble => ({ kind: 'trouble', at, why: 'unanswered', detail })
      if (bound.leftMs() <= 0) return trouble('was not run, since no time was left')
      const { exitCode, problem } = await run(storeCommand, newToken, bound)
      const stored = await read(bound)
      if (stored === newToken) return { kind: 'written' }
      if (stored !== undefined) return trouble(`ended with ${problem}, but <read-command> prints another token`)
      return exitCode === 0 ? { kind: 'written' } : trouble(`ended with ${problem}`)
    },
    stampOf: () => Promise.resolve(undefined),
  }
}
