import { readdirSync, readFileSync } from 'node:fs'

/**
 * Ends what a run has left in the background: act ends none of it. A process of that run is told by a variable in its
 * environment. Where there is no /proc, whatever a workflow leaves behind has to end by itself.
 */
export function endOrphans(name: string, value: string): void {
  for (const pid of processesWith(`${name}=${value}`)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
}

function processesWith(variable: string): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .filter((pid) => environmentOf(pid).includes(variable))
      .map(Number)
  } catch {
    return []
  }
}

function environmentOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
  } catch {
    return []
  }
}
