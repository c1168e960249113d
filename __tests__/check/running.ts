import { onTestFinished } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { createRun, type World } from '../../src/check/run.ts'
import type { Settings } from '../../src/inputs/inputs.ts'
import type { Presentation } from '../../src/report/presentation.ts'
import type { Run } from '../../src/runner/ending.ts'
import type { Runner } from '../../src/runner/runner.ts'
import { goodToken } from '../support/healthy.ts'
import { type JiraOptions, type StandInJira, startJira } from '../support/jira.ts'

/** What a run did with its runner, in order. */
export interface Seen {
  /** `mask …` and `log …`. */
  lines: string[]
  told: { presentation: Presentation; settings: Settings }[]
}

export interface Running extends Seen {
  run: Run
  jira: StandInJira
}

/** The exit code that the runner of a test gives back. */
export const EXIT_CODE = 7

/**
 * A run in this process, with a runner that only notes what it is told.
 * @param inputs with the right token and the URL of a Jira on loopback, unless they say otherwise
 */
export async function createRunning(
  options: JiraOptions = {},
  inputs: Record<string, string> = {},
  environment: Record<string, string> = {},
  { nodeVersion = process.versions.node, ready }: Pick<Partial<World>, 'nodeVersion'> & Pick<Runner, 'ready'> = {},
): Promise<Running> {
  const jira = await startJira(options)
  onTestFinished(() => jira.close())
  const given: Record<string, string> = { 'jira-url': jira.url, token: goodToken, retries: '0', ...inputs }
  const seen: Seen = { lines: [], told: [] }
  const run = createRun({
    runner: {
      readInput: (name) => given[name] ?? '',
      sourceOf: (name) => `the input ${name}`,
      nameOf: (input: string) => input,
      readEvent: () => ({ name: 'push', actor: 'octocat', repository: 'octo-org/octo-repo', payload: {} }),
      mask: (secret) => seen.lines.push(`mask ${secret}`),
      log: (line) => seen.lines.push(`log ${line}`),
      tell(presentation, settings) {
        seen.told.push({ presentation, settings })
        return EXIT_CODE
      },
      publish: () => EXIT_CODE,
      writeFile: () => undefined,
      ...(ready && { ready }),
    },
    environment,
    nodeVersion,
    clock: systemClock,
    random: () => 0,
  })
  return { ...seen, run, jira }
}

/** The report of a whole run, which is told once. */
export async function reportOf(running: Running): Promise<Presentation['report']> {
  await running.run.start()
  const [first, ...more] = running.told
  if (first === undefined || more.length > 0) throw new Error(`${running.told.length} verdicts were told.`)
  return first.presentation.report
}

/** The lines of the log. */
export const logOf = ({ lines }: Seen): string[] =>
  lines.flatMap((line) => (line.startsWith('log ') ? [line.slice('log '.length)] : []))
