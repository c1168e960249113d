import { gitlabCiLocal, whyNoPipelines } from './program.ts'

/** Installs once, before the workers that need it run side by side. */
export default function setup(): void {
  if (whyNoPipelines() === undefined) gitlabCiLocal()
}
