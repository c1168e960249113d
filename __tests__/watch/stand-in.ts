import { vi } from 'vitest'
import type { World } from '../../src/check/run.ts'
import type { Publication, Runner } from '../../src/runner/runner.ts'
import { createHandMovedClock } from '../support/clock.ts'

/** What a runner was told. */
export interface Heard {
  published: Publication[]
  logged: string[]
  masked: string[]
  progress: string[]
}

/** A runner of a test's own, which is none of GitHub's, and the world around it. */
export function worldWith(inputs: Readonly<Record<string, string>>, changes: Partial<World> = {}) {
  const heard: Heard = { published: [], logged: [], masked: [], progress: [] }
  const ready = vi.fn<NonNullable<Runner['ready']>>(() => Promise.resolve())
  const runner: Runner = {
    readInput: (name) => inputs[name] ?? '',
    sourceOf: (name) => `the input ${name}`,
    ready,
    readEvent: () => undefined,
    nameOf: (input) => `the input ${input}`,
    mask: (secret) => heard.masked.push(secret),
    log: (line) => heard.logged.push(line),
    progress: (text) => heard.progress.push(text),
    tell: () => {
      throw new Error('this is no check')
    },
    publish(publication) {
      heard.published.push(publication)
      return publication.failing === null ? 0 : 1
    },
    writeFile: () => undefined,
  }
  const world: World = {
    runner,
    environment: {},
    nodeVersion: '24.11.0',
    clock: createHandMovedClock(),
    random: () => 0,
    ...changes,
  }
  return { world, heard, ready }
}
