import { dateTimeOf } from '../base/utc.ts'
import { isFinding } from '../catalogue/finding.ts'
import { openServer } from '../check/ask-server.ts'
import type { World } from '../check/run.ts'
import type { ReadFile } from '../inputs/pem.ts'
import { plainText } from '../report/sanitize.ts'
import { failures } from '../verdict/load-failures.ts'
import type { Entry } from './entry.ts'
import type { WatchInputs } from './inputs.ts'
import { missingSecrets } from './list/missing-secret.ts'
import type { ReadList } from './list/read-list.ts'
import { emptyNight, type Night, nightListOf, problemOf } from './night.ts'
import { pickEntries } from './pick-entries.ts'
import type { SweepSecrecy } from './sweep/secrecy.ts'
import { sweep } from './sweep/sweep.ts'
import { unfinished } from './sweep/unfinished.ts'
import type { WatchedToken } from './watched-token.ts'

/** What looking takes from the run. */
export interface LookOptions {
  readonly world: World
  readonly readFile: ReadFile
  readonly secrecy: SweepSecrecy
  /** All entries of the list; none where it is unsound. */
  readonly entries: readonly Entry[]
  /** When it has to be over, by the clock that nobody can set. */
  readonly deadlineMs: number
}

/**
 * Asks about the tokens of a list.
 * @returns what is to be told, whatever is wrong with the list: then nothing was asked
 */
export async function look(inputs: WatchInputs, read: ReadList, options: LookOptions): Promise<Night> {
  const { world, readFile, secrecy, entries, deadlineMs } = options
  const { runner, environment, clock, random } = world
  const { list, identity } = read
  const { redactor } = secrecy
  const nowMs = clock.now()
  const words = { redactor, nameOf: runner.nameOf, nowMs }
  const nightOf = (tokens: readonly WatchedToken[], problem: Night['problem']): Night => ({
    report: {
      schemaVersion: 2,
      list: plainText(identity.name, redactor.redactLong),
      checkedAt: dateTimeOf(nowMs),
      tokens,
    },
    problem,
    isWhole: true,
    list: nightListOf(read),
  })
  if (isFinding(list)) return emptyNight(problemOf(list, words), read, words)
  const watched = pickEntries(entries, inputs.only)
  if (isFinding(watched)) return emptyNight(problemOf(watched, words), read, words)
  const secrets = new Set(watched.map(({ secret }) => secret))
  const listed = list.entries.filter(({ secret }) => secrets.has(secret))
  const missing = missingSecrets(listed, { environment, readEvent: runner.readEvent })
  if (missing !== undefined) {
    // Whatever else is wrong with one of them: it is the step that has to be mended first, and for all of them.
    const tokens = watched.map((entry) => {
      return unfinished(entry, redactor, nowMs, null, entry.source.missingToken?.() ?? missing)
    })
    return nightOf(tokens, problemOf(missing, words))
  }
  // A part of the program that is missing is a fault of this run, and not one of each token that fails.
  await failures.load()
  const total = watched.length
  runner.progress?.(`0 of ${total}`)
  const tokens = await sweep(watched, {
    clock,
    random,
    secrecy,
    runner,
    deadlineMs,
    parallel: inputs.parallel,
    timeoutSeconds: inputs.timeoutMs / 1000,
    nameOf: runner.nameOf,
    open: (one) => openServer(one, { environment, clock, readFile }),
    onProgress: (count) => runner.progress?.(count < total ? `${count} of ${total}` : ''),
  })
  return nightOf(tokens, null)
}
