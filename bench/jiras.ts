import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** How long the slow Jiras take for an answer, in milliseconds. */
export const ANSWER_TIMES = [20, 100, 500] as const

export type AnswerTime = (typeof ANSWER_TIMES)[number]

/** `slow-…` take their time for each answer, `limited` lets so many requests through; at `nobody` nothing listens. */
export type JiraName = 'https' | 'http' | `slow-${AnswerTime}` | 'limited' | 'nobody'

/** How many requests `limited` takes at once, and how many more with each second. */
export const LIMIT = { burst: 20, perSecond: 5 }

/** How many stand-in Jiras there are for lists of tokens, each of which takes 100 ms for an answer. */
export const WATCHED_JIRAS = 10

/** Where the stand-in Jiras listen, and what they know. */
export interface Places {
  readonly urls: Readonly<Record<JiraName, string>>
  readonly watchedUrls: readonly string[]
  readonly tokens: { readonly good: string; readonly bad: string }
  /** The CA certificate of the Jiras that speak TLS, in PEM. */
  readonly caFile: string
}

/** What they have seen so far, all together. */
export interface Counts {
  readonly requests: number
  readonly connections: number
}

export interface Jiras extends Places {
  count(): Promise<Counts>
  stop(): Promise<void>
}

/** Starts the stand-in Jiras in a process of their own, so that nothing which is measured shares it with them. */
export async function startJiras(): Promise<Jiras> {
  const child = fork(fileURLToPath(new URL('stand-ins.ts', import.meta.url)))
  const [places]: Places[] = await once(child, 'message')
  if (places === undefined) throw new Error('the stand-in Jiras did not start')
  return {
    ...places,
    async count() {
      const answer = once(child, 'message')
      child.send('count')
      const [counts]: Counts[] = await answer
      return counts ?? { requests: 0, connections: 0 }
    },
    async stop() {
      const exit = once(child, 'exit')
      child.disconnect()
      await exit
    },
  }
}
