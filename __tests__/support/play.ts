import type { JiraOptions } from './jira.ts'
import { type ActionResult, type ActionRun, runAction } from './runner.ts'
import { type Setting, withJira } from './scenarios/scenario.ts'

/** What ran, in a world that is closed by now, and what came of it. */
export interface Played {
  setting: Setting
  result: ActionResult
}

/** Sets a scenario up, runs the packaged action in it and closes the servers again. */
export async function play(
  { setUp }: { setUp: () => Promise<Setting> },
  run: (run: ActionRun) => Promise<ActionResult> = runAction,
): Promise<Played> {
  const setting = await setUp()
  try {
    return { setting, result: await run(setting) }
  } finally {
    await setting.close?.()
  }
}

/** Plays against one Jira, with the right token unless the inputs say otherwise. */
export const playAgainst = (
  jira: JiraOptions,
  inputs?: Record<string, string>,
  more?: Omit<Setting, 'inputs'>,
): Promise<Played> => play({ setUp: withJira(jira, inputs, more) })
