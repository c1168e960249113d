import { describeBug } from '../base/describe-bug.ts'
import { readFile } from '../base/read-file.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import { addCommonFacts, type Finding, finding, isFinding } from '../catalogue/finding.ts'
import { createFieldReader } from '../inputs/fields.ts'
import type { InputSource } from '../inputs/inputs.ts'
import { judgeNode } from '../inputs/node-version.ts'
import { jira } from '../products/jira/jira.ts'
import { productOf } from '../products/product-of.ts'
import { documentationUrl } from '../report/documentation.ts'
import { present } from '../report/presentation.ts'
import { describeStep } from '../report/step.ts'
import type { Run } from '../runner/ending.ts'
import { judge, NO_EVIDENCE, type Verdict, verdictWithoutEvidence } from '../verdict/judge.ts'
import { failures } from '../verdict/load-failures.ts'
import type { ToldProduct } from '../verdict/product-traits.ts'
import { expiryOf } from './expiry-of.ts'
import { type OpenedTask, openTask } from './open-task.ts'
import { publish } from './publication.ts'
import { ownInputsOf, readRotateInputs } from './read-rotate-inputs.ts'
import { refuse } from './refusal.ts'
import { type Rotated, rotate } from './rotate.ts'
import { noteRotation } from './rotation-notes.ts'
import { keepSecrets, type RotationSecrecy } from './secrecy.ts'
import { describeState } from './state.ts'
import { endWith, type Task } from './task.ts'
import type { Told } from './told.ts'
import type { World } from './world.ts'

/** How far a run has come, for the case that it breaks. */
interface Progress {
  product: ToldProduct
  startMs?: number
  baseUrl: string | null
  hasSummary: boolean
  secrecy?: RotationSecrecy
  opened?: OpenedTask
}

/** One run of the rotation: read, look, decide, act, tell. */
export function createRun(world: World): Run {
  const progress: Progress = { product: jira, baseUrl: null, hasSummary: true }
  return {
    start: () => run(world, progress),
    tellCrash: (error) => tellCrash(world, progress, error),
  }
}

async function run(world: World, progress: Progress): Promise<number> {
  const { runner, environment, clock, nodeVersion } = world
  progress.startMs = clock.monotonicMs()
  const source: InputSource = { ...runner, environment, readFile, nowMs: clock.now() }
  const fields = createFieldReader('rotate', ownInputsOf(source))
  const tooOld = judgeNode(nodeVersion)
  if (tooOld === undefined) await runner.ready?.(clock, fields.wholeNumber('timeout-seconds') * 1000)
  const secrecy = keepSecrets(fields, environment, runner.mask)
  progress.secrecy = secrecy
  progress.hasSummary = fields.boolean('job-summary')
  if (tooOld !== undefined) return tell(world, progress, verdictWithoutEvidence(tooOld, jira, null), undefined)
  const product = await productOf(fields.asked.product)
  progress.product = product
  const { inputs, baseUrl } = readRotateInputs(source, product)
  progress.baseUrl = baseUrl
  if (isFinding(inputs)) return tell(world, progress, verdictWithoutEvidence(inputs, product, baseUrl), undefined)
  const making = product.tokenMaking
  if (making === undefined) return tell(world, progress, refuse(inputs, product), undefined)
  // A part of the program that is missing has to be missed before anything changes.
  await failures.load()
  const opened = openTask(inputs, product, making, world, secrecy, progress.startMs)
  progress.opened = opened
  const rotated = await rotate(opened.task)
  return tell(world, progress, conclude(opened.task, rotated), rotated)
}

/** The verdict of the check, on what the rotation has seen and done. */
function conclude(task: Task, rotated: Rotated): Verdict {
  const { inputs, evidence, product, clock } = task
  const { found, stage } = rotated.ended
  const expiry = expiryOf(rotated.standing, clock.now())
  const failure = found === undefined ? null : { finding: found, stage }
  const verdict = judge(inputs.jira, { ...NO_EVIDENCE, ...evidence, failure, expiry }, product, clock.now())
  return {
    ...verdict,
    finding: addCommonFacts(verdict.finding, describeState(task, rotated)),
    notes: [...verdict.notes.filter(({ isWarning }) => !isWarning), ...noteRotation(task, rotated)],
  }
}

function tellCrash(world: World, progress: Progress, error: unknown): number {
  const detail = describeBug(error)
  const found = finding('internal-error', { detail })
  const task = progress.opened?.task
  const rotated = crashed(found, task)
  const state = task === undefined ? {} : describeState(task, rotated)
  const verdict = verdictWithoutEvidence(addCommonFacts(found, state), progress.product, progress.baseUrl, 'rotation')
  return tell(world, progress, verdict, rotated)
}

function crashed(found: Finding, task: Task | undefined): Rotated {
  const rotation = task === undefined || task.deeds.own === 'this' ? 'none' : 'created'
  return { ended: endWith(found), rotation, standing: undefined, step: undefined }
}

function tell(world: World, progress: Progress, verdict: Verdict, rotated: Rotated | undefined): number {
  const { runner, environment, clock } = world
  const fields = createFieldReader('rotate', ownInputsOf({ ...runner, environment, readFile, nowMs: clock.now() }))
  const { redactor } = progress.secrecy ?? keepSecrets(fields, environment, runner.mask)
  const endMs = clock.monotonicMs()
  const presentation = present(verdict, catalogue[verdict.finding.reason], redactor, {
    requests: progress.opened?.countRequests() ?? 0,
    durationMs: Math.round(endMs - (progress.startMs ?? endMs)),
    nowMs: clock.now(),
    nameOf: runner.nameOf,
  })
  const told: Told = {
    presentation,
    rotated,
    task: progress.opened?.task,
    redactor,
    words: progress.product.words,
    hasSummary: progress.hasSummary,
    documentationUrl: documentationUrl(verdict.finding.reason, environment),
    step: describeStep(environment['GITHUB_ACTION']),
  }
  return runner.publish(publish(told))
}
