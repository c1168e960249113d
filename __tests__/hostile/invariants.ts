import { linesOf, parseCommand } from '../support/commands.ts'
import { outputNames, type Reason, verdicts } from '../support/contract.ts'
import { writtenBy } from '../support/leaks.ts'
import type { ActionResult } from '../support/runner.ts'
import { exposuresOf } from './exposure.ts'

/** What must stand nowhere, and how long the check may take. */
export interface Bounds {
  secrets: string[]
  timeoutMs: number
}

/**
 * What is wrong with what a run under GitHub left behind, whatever the server said: empty, where nothing got through.
 * Whether a verdict `usable` was earned is for the caller to say.
 */
export function violationsOf(result: ActionResult, { secrets, timeoutMs }: Bounds): string[] {
  return [
    ...verdictViolations(result),
    ...annotationViolations(result),
    ...logViolations(result),
    ...outputViolations(result),
    ...summaryViolations(result.summary),
    ...exposuresOf(secrets, writtenBy(result)).map((place) => `the secret can be read in: ${place}`),
    ...tooLate(result, timeoutMs),
  ]
}

function verdictViolations({ exitCode, outputs }: ActionResult): string[] {
  const reason = outputs['reason'] ?? ''
  if (!Object.hasOwn(verdicts, reason)) return [`the reason is ${JSON.stringify(reason)}`]
  const [category, result] = verdicts[reason as Reason]
  return [
    ...(category === outputs['category']?.replace(/^not-\w+$/, 'not-jira')
      ? []
      : [`${reason} with the category ${outputs['category']}`]),
    ...(result === outputs['result'] ? [] : [`${reason} with the result ${outputs['result']}`]),
    ...((exitCode === 0) === (result === 'usable') ? [] : [`${reason} with exit code ${exitCode}`]),
    ...(reason === 'internal-error' ? [`a fault of the action itself: ${outputs['message']}`] : []),
  ]
}

function annotationViolations({ exitCode, annotations }: ActionResult): string[] {
  const errors = annotations.filter(({ level }) => level === 'error')
  return [
    ...(errors.length === (exitCode === 0 ? 0 : 1) ? [] : [`${errors.length} errors with exit code ${exitCode}`]),
    ...(annotations.every(({ title }) => title !== '') ? [] : ['an annotation without a title']),
  ]
}

/** What no line of a log may hold: control characters, other line breaks, and what turns text around. */
const steering = /[\p{Cc}\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

function logViolations({ stdout, stderr, commands }: ActionResult): string[] {
  const lines = linesOf(stdout)
  const text = lines.filter((line) => !/^::(?:add-mask|error|warning)\b/.test(line))
  return [
    ...commands.map(({ name }) => `the command ${name}`),
    ...text.filter((line) => parseCommand(line) || /::|##/.test(line)).map((line) => `looks like a command: ${line}`),
    ...lines.filter((line) => steering.test(line)).map((line) => `steers the terminal: ${JSON.stringify(line)}`),
    ...(stdout.includes('\r') ? ['a carriage return'] : []),
    ...(/^\s+at .*[:(]|node:internal/m.test(stdout + stderr) ? ['a stack trace'] : []),
    ...(stderr === '' ? [] : [`on standard error: ${stderr}`]),
  ]
}

function outputViolations({ outputs, report }: ActionResult): string[] {
  const names = Object.keys(outputs)
  const texts = Object.entries(outputs).filter(([name]) => name !== 'report')
  return [
    ...(names.toSorted().join() === outputNames.toSorted().join() ? [] : [`the outputs ${names}`]),
    ...(report?.schemaVersion === 2 ? [] : ['no report']),
    ...texts.filter(([, value]) => steering.test(value)).map(([name]) => `the output ${name} steers`),
    ...texts.filter(([, value]) => Array.from(value).length > 3000).map(([name]) => `the output ${name} is not cut`),
  ]
}

/** Where our own links may lead; any other link is the server's. */
const ownLink =
  /^(?:https:\/\/github\.com\/jira-pat-check\/|http:\/\/127\.0\.0\.1:\d+\/(?:secure\/|plugins\/(?:personalaccesstokens|servlet\/access-tokens)\/))/

function summaryViolations(summary: string): string[] {
  const targets = Array.from(summary.matchAll(/\]\(([^)]*)\)/g), ([, target = '']) => target)
  const diagrams = summary.match(/^```mermaid$/gm)?.length ?? 0
  const prose = summary.replace(/^```mermaid\n[\s\S]*?^```$/gm, '')
  return [
    ...targets.filter((target) => !ownLink.test(target)).map((target) => `the summary links to ${target}`),
    ...(/!\[/.test(summary) ? ['an image in the summary'] : []),
    ...(/[<>]/.test(summary) ? ['HTML in the summary'] : []),
    ...(/@(?!&#8203;)|&#64;(?!&#8203;)/.test(summary) ? ['a mention in the summary'] : []),
    ...(/\bwww\./i.test(prose) ? ['an address in the summary'] : []),
    ...(/\$/.test(summary) ? ['math in the summary'] : []),
    ...((summary.match(/```/g)?.length ?? 0) === 2 * diagrams ? [] : ['a fence in the summary']),
    ...(Buffer.byteLength(summary) < 1024 * 1024 ? [] : ['a summary that GitHub refuses']),
  ]
}

/** The start of the process, on a machine that does other things too. */
const START_MS = 10_000

function tooLate({ durationMs, report }: ActionResult, timeoutMs: number): string[] {
  const inside = report?.durationMs ?? 0
  return [
    ...(inside <= timeoutMs + 1000 ? [] : [`took ${inside} ms of ${timeoutMs}`]),
    ...(durationMs <= timeoutMs + START_MS ? [] : [`ended after ${durationMs} ms`]),
  ]
}
