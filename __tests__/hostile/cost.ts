import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JiraOptions } from '../support/jira.ts'
import { type ActionResult, type ActionRun, runAction } from '../support/runner.ts'
import { type Setting, withJira } from '../support/scenarios/scenario.ts'
import { preload } from './preload.ts'

/** What a run took of the machine. Time of the processor, and not of the clock, so that a busy machine counts little. */
export interface Cost {
  cpuMs: number
  peakMemoryMiB: number
}

/** Runs the packaged action, and measures the process at its end. */
export async function measure(run: ActionRun): Promise<{ result: ActionResult; cost: Cost }> {
  const directory = await mkdtemp(join(tmpdir(), 'hostile-cost-'))
  const file = join(directory, 'cost.json')
  // On Linux the peak that is told for a process includes that of the one which started it.
  const atExit = `import { readFileSync, writeFileSync } from 'node:fs'
    process.on('exit', () => {
      const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
      const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
      const peakKiB = Number(/VmHWM:\\s+(\\d+)/.exec(status)?.[1] ?? maxRSS)
      const cost = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMemoryMiB: peakKiB / 1024 }
      writeFileSync(${JSON.stringify(file)}, JSON.stringify(cost))
    })`
  try {
    const result = await runAction({ ...run, nodeArgs: preload(atExit) })
    return { result, cost: JSON.parse(await readFile(file, 'utf8')) }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** The same against one Jira, with the right token. */
export async function playAndMeasure(
  jira: JiraOptions,
  inputs: Record<string, string> = {},
): Promise<{ result: ActionResult; cost: Cost; setting: Setting }> {
  const setting = await withJira(jira, inputs)()
  try {
    return { setting, ...(await measure(setting)) }
  } finally {
    await setting.close?.()
  }
}
