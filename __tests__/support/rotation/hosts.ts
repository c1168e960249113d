import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { machineEnvironment } from '../program.ts'
import {
  isInProcess,
  type Printed,
  preload,
  prepareStep,
  type RotationRun,
  type StartedRotation,
  startRotation,
} from './rotation-run.ts'
import type { WorldClock } from './world-clock.ts'

/** Processes in which runs follow each other: the start of a process takes ten times as long as a run. */
export interface Hosts {
  /** As `startRotation`. The child is not to be killed: others come after. */
  start(clock: WorldClock, run: RotationRun): Promise<StartedRotation>
  close(): void
}

/** @param nodeArgs options for Node, such as a preload that changes the sources */
export function createHosts(nodeArgs: readonly string[] = []): Hosts {
  const all = new Set<ChildProcess>()
  const idle: ChildProcess[] = []
  const create = (): ChildProcess => {
    const host = fork(fileURLToPath(new URL('rotation-host.ts', import.meta.url)), {
      execArgv: [`--import=${preload}`, ...nodeArgs],
      env: machineEnvironment(),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    all.add(host)
    return host
  }
  return {
    async start(clock, run) {
      if (isInProcess) return startRotation(clock, run)
      const { environment, directory, end } = await prepareStep(run)
      const child = idle.pop() ?? create()
      clock.begin(child)
      const leave = clock.join(child)
      child.send({ run: { environment, directory } })
      const ended = new Promise<Printed>((resolve, reject) => {
        const fail = (): void => reject(new Error('a host of runs has ended'))
        const listen = (message: { ended?: Printed }): void => {
          if (message.ended === undefined) return
          child.off('message', listen)
          child.off('exit', fail)
          leave()
          idle.push(child)
          resolve(message.ended)
        }
        child.on('message', listen)
        child.once('exit', fail)
      })
      return { child, ended: ended.then(end) }
    },
    close() {
      for (const host of all) host.kill()
    },
  }
}
