import { actProgram, nodeFolder, whyNoAct } from './program.ts'

/** Installs once, before the workers that need it run side by side. */
export default function setup(): void {
  if (whyNoAct() !== undefined) return
  actProgram()
  nodeFolder(18)
}
