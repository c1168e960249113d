import { join } from 'node:path'
import { installPackages, installWheels, whyNoWheels } from '../../scripts/installed.ts'

const here = import.meta.dirname

/** Why act cannot run here; undefined where it can. The variable `ACT` names one that is installed. */
export function whyNoAct(): string | undefined {
  // It runs steps on the machine itself, without containers, and the other releases of Node are for that one alone.
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'they need Linux on x64'
  return process.env['ACT'] ? undefined : whyNoWheels()
}

/** The path of act: the one that `ACT` names, else the pinned one, which is installed if it is not yet. */
export const actProgram = (): string =>
  process.env['ACT'] || join(installWheels(join(here, 'requirements.txt')), 'bin/act')

/** The folder with a `node` of this major release, other than the action's own: pinned, and installed if it is not yet. */
export const nodeFolder = (major: 18 | 20 | 22): string =>
  join(installPackages(join(here, 'nodes')), `node-${major}`, 'bin')
