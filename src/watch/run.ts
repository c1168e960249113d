import { existsSync } from 'node:fs'
import { readFile } from '../base/read-file.ts'
import { VERSION } from '../base/version.ts'
import { type Finding, isFinding } from '../catalogue/finding.ts'
import type { World } from '../check/run.ts'
import { createFieldReader } from '../inputs/fields.ts'
import { invalidInput } from '../inputs/invalid.ts'
import { findUnknownVariable } from '../inputs/known-variables.ts'
import { judgeNode } from '../inputs/node-version.ts'
import { table } from '../inputs/table.ts'
import { createRedactor, type Redactor } from '../report/redact.ts'
import type { Run } from '../runner/ending.ts'
import { describeTask } from './describe-task.ts'
import { readWatchInputs, type WatchInputs } from './inputs.ts'
import { type ReadList, readList } from './list/read-list.ts'
import { listEntries, withoutUsed } from './list-entries.ts'
import { type LookOptions, look } from './look.ts'
import { brokenNight, emptyNight, type Night, problemOf, problemOfCrash } from './night.ts'
import { putTogether } from './put-together.ts'
import { maskAll } from './sweep/secrecy.ts'
import { type Aside, tell } from './tell.ts'
import { tellTooOld } from './tell-too-old.ts'
import { writeIssues, writesIssues } from './write-issues.ts'

/** So much of the time is kept for the issues. */
const PART_FOR_ISSUES = 1 / 4

const NOTHING_ASIDE: Aside = { warnings: [], issuesToFollow: 0 }

/** How far a run has come, for the case that it breaks. */
interface Progress {
  inputs?: WatchInputs
  redactor: Redactor
  night?: (problem: NonNullable<Night['problem']>) => Night
  aside: Aside
}

/** One run of the watch: read the list, ask about all of it, bring the issues up to date, tell. */
export function createRun(world: World): Run {
  const progress: Progress = { redactor: createRedactor([]), aside: NOTHING_ASIDE }
  return {
    start: () => run(world, progress),
    tellCrash: (error) => tellCrash(world, progress, error),
  }
}

async function run(world: World, progress: Progress): Promise<number> {
  const { runner, environment, clock } = world
  const startMs = clock.monotonicMs()
  const fields = createFieldReader('watch', { ...runner, environment })
  const tooOld = judgeNode(world.nodeVersion)
  if (tooOld !== undefined) return tellTooOld(tooOld, runner, clock.now())
  await runner.ready?.(clock, fields.wholeNumber('timeout-seconds') * 1000)
  const inputs = readWatchInputs(fields)
  progress.inputs = inputs

  const read = readListOf(inputs, runner.mask)
  // Before anything is said of anything.
  const origin = { environment, readFile, readEvent: runner.readEvent, nowMs: clock.now() }
  const entries = read === undefined || isFinding(read.list) ? [] : listEntries(read.list, origin)
  const secrecy = maskAll(entries, [inputs.githubToken], environment, runner.mask)
  const { redactor } = secrecy
  progress.redactor = redactor
  const picked = entries.filter(({ secret }) => inputs.only.length === 0 || inputs.only.includes(secret))
  progress.night = (problem) => brokenNight(picked, problem, read, { redactor, nowMs: clock.now() })
  runner.log(`jira-pat-check ${VERSION} ${describeTask(inputs, read, entries.length, redactor)}.`)

  const found = fields.firstFinding ?? crowded(inputs) ?? unknownVariable(world, read)
  const words = { redactor, nameOf: runner.nameOf, nowMs: clock.now() }
  const partForSweep = writesIssues(inputs, world) ? 1 - PART_FOR_ISSUES : 1
  const options: LookOptions = {
    world,
    readFile,
    secrecy,
    entries,
    deadlineMs: startMs + inputs.timeoutMs * partForSweep,
  }
  const night = await (found !== undefined
    ? brokenNight(inputs.merge.length > 0 ? [] : picked, problemOf(found, words), read, words, found)
    : read === undefined || inputs.merge.length > 0
      ? putTogether(inputs, read, options)
      : look(inputs, read, options))
  progress.night = (problem) => ({ ...night, problem })
  const deadlineMs = startMs + inputs.timeoutMs
  // What is wrong with the inputs is no news of the list, and by unsound ones no issue is found again.
  if (found === undefined) progress.aside = await writeIssues(night, inputs, { world, readFile, redactor, deadlineMs })
  return tell(night, progress.aside, { runner, environment, inputs, redactor, nowMs: clock.now() })
}

/** Whatever breaks: the tokens that are known, or that nothing is known of them; and red. */
function tellCrash(world: World, { inputs: known, redactor, night, aside }: Progress, error: unknown): number {
  const { runner, environment, clock } = world
  const inputs = known ?? readWatchInputs(createFieldReader('watch', { ...runner, environment }))
  const words = { redactor, nameOf: runner.nameOf, nowMs: clock.now() }
  const problem = problemOfCrash(error, words)
  const broken = night?.(problem) ?? emptyNight(problem, undefined, words)
  return tell(broken, aside, { runner, environment, inputs, redactor, nowMs: words.nowMs })
}

/** @returns the list, or undefined where reports are put together and there is none */
function readListOf({ tokens, merge }: WatchInputs, mask: (secret: string) => void): ReadList | undefined {
  const isByDefault = tokens === table.tokens.default
  return merge.length > 0 && isByDefault && !existsSync(tokens) ? undefined : readList(tokens, readFile, mask)
}

/** A share of the list is checked, and all of it is put together. */
function crowded({ only, merge }: WatchInputs): Finding | undefined {
  if (only.length === 0 || merge.length === 0) return undefined
  return invalidInput(
    'only',
    'stands beside <merge>, which puts all shares together',
    'names of secrets, without <merge>',
  )
}

/** Outside GitHub, which warns of it itself, a misspelt input would be left out in silence. */
function unknownVariable({ runner, environment }: World, read: ReadList | undefined): Finding | undefined {
  if (runner.readEvent() !== undefined || (read !== undefined && isFinding(read.list))) return undefined
  return findUnknownVariable(
    read === undefined || isFinding(read.list) ? environment : withoutUsed(environment, read.list),
  )
}
