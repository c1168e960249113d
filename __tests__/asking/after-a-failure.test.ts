import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/wire/answer.ts'
import { bearerRejected, nginxBadGateway, permissions, tomcatRateLimited } from '../support/answers.ts'
import { answered } from '../verdict/answered.ts'
import { type Asked, createAsking, reasonOf } from './asking.ts'

/** What comes of each question, and how long it takes. */
type Table = Record<string, [outcome: Outcome, takesMs: number]>

/** Asks all at once. */
function askAll(table: Table) {
  const entryOf = ({ path }: Asked) => table[path] ?? [answered(permissions()), 0]
  const asking = createAsking({ wire: (asked) => entryOf(asked)[0], takesMs: (asked) => entryOf(asked)[1] })
  const endedAtMs: Record<string, number> = {}
  const questions = Object.keys(table).map(async (path) => {
    const reply = await asking.start({ path, stage: 'permissions' })
    endedAtMs[path] = asking.elapsedMs()
    return reasonOf(reply) ?? 'held'
  })
  return { ...asking, endedAtMs, replies: () => asking.clock.runUntil(Promise.all(questions)) }
}

const held = answered(permissions())

describe('what is under way when another question has failed', () => {
  const transient: [what: string, outcome: Outcome][] = [
    ['the server wants a pause', answered(tomcatRateLimited(2))],
    ['a gateway fails', answered(nginxBadGateway)],
  ]

  it.each(transient)('is not asked again, and waits for nothing more, where %s', async (_what, outcome) => {
    const asking = askAll({ '/refused': [answered(bearerRejected), 50], '/late': [outcome, 500], '/long': [held, 900] })
    expect(await asking.replies()).toEqual(['token-rejected', 'token-rejected', 'held'])
    expect(asking.endedAtMs).toEqual({ '/refused': 50, '/late': 500, '/long': 900 })
    expect(asking.asked).toHaveLength(3)
  })
})
