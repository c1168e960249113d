import { afterEach, describe, expect, it, vi } from 'vitest'
import { failures } from '../../src/verdict/load-failures.ts'
import type { Outcome } from '../../src/wire/answer.ts'
import { bearerRejected, nginxForbidden, permissions, tomcatRateLimited } from '../support/answers.ts'
import { answered } from '../verdict/answered.ts'
import { type Asked, type Asking, createAsking, reasonOf } from './asking.ts'

const fifty = Array.from({ length: 50 }, (_, index) => `P${index + 1}`)
const held = answered(permissions())

const pathOf = (project: string): string => `/rest/api/2/mypermissions?projectKey=${project}`
const projectOf = ({ path }: Asked): string => path.replace(/.*=/, '')

/** Asks for all these projects at once, and moves the time on until there is a reply for each: `held`, or the reason. */
async function askFor(asking: Asking, projects: string[]): Promise<string[]> {
  const questions = projects.map((project) => asking.start({ path: pathOf(project), stage: 'permissions' }))
  const replies = await asking.clock.runUntil(Promise.all(questions))
  return replies.map((reply) => reasonOf(reply) ?? 'held')
}

/** What a failure means has to be loaded first, as in a run that has had none yet: so long it takes. */
async function loadLate({ clock }: Asking, takesMs: number): Promise<void> {
  const part = await failures.load()
  let loaded: typeof part | undefined
  let loading: Promise<typeof part> | undefined
  vi.spyOn(failures, 'loaded', 'get').mockImplementation(() => loaded)
  vi.spyOn(failures, 'loading', 'get').mockImplementation(() => (loaded === undefined ? loading : undefined))
  vi.spyOn(failures, 'load').mockImplementation(() => {
    loading ??= new Promise((resolve) => {
      clock.after(takesMs, () => {
        loaded = part
        resolve(part)
      })
    })
    return loading
  })
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('fifty projects', () => {
  it('are asked once each, eight at a time, in their order', async () => {
    const asking = createAsking({ wire: held, takesMs: 50 })
    expect(await askFor(asking, fifty)).toEqual(Array(50).fill('held'))
    expect(asking.asked.map(projectOf)).toEqual(fifty)
    expect(asking.mostAtOnce()).toBe(8)
    expect(asking.elapsedMs()).toBe(7 * 50)
  })

  it('are asked fewer at a time where X-RateLimit-Remaining says so', async () => {
    const almostUp = answered({ ...permissions(), headers: { 'X-RateLimit-Remaining': '3' } })
    const asking = createAsking({ wire: almostUp, takesMs: 50 })
    await asking.ask()
    expect(await askFor(asking, fifty)).toEqual(Array(50).fill('held'))
    expect(asking.mostAtOnce()).toBe(3)
  })
})

describe('a server that allows so many requests a second', () => {
  const limited = answered(tomcatRateLimited(1))

  /** Counts by the second, as the clock has it. */
  const bySecond = (allowed: number) => {
    let [second, count] = [-1, 0]
    return ({ atMs }: Asked): Outcome => {
      const now = Math.floor(atMs / 1000)
      if (now !== second) [second, count] = [now, 0]
      return ++count > allowed ? limited : held
    }
  }

  /** Takes one from a bucket for each request, which fills evenly. */
  const byBucket = (allowed: number) => {
    let [left, filledAtMs] = [allowed, 0]
    return ({ atMs }: Asked): Outcome => {
      left = Math.min(allowed, left + ((atMs - filledAtMs) * allowed) / 1000)
      filledAtMs = atMs
      if (left < 1) return limited
      left--
      return held
    }
  }

  const cases: [what: string, wire: () => (asked: Asked) => Outcome, projects: number, takesMs: number][] = [
    ['five by the second', () => bySecond(5), 50, 0],
    ['five by the second, slowly', () => bySecond(5), 50, 50],
    ['five by a bucket', () => byBucket(5), 50, 0],
    ['five by a bucket, slowly', () => byBucket(5), 50, 50],
    ['one by the second', () => bySecond(1), 10, 20],
    ['one by a bucket', () => byBucket(1), 10, 20],
  ]
  it.each(cases)('lets all projects through, within the deadline: %s', async (_what, wire, projects, takesMs) => {
    const asking = createAsking({ wire: wire(), takesMs })
    expect(await askFor(asking, fifty.slice(0, projects))).toEqual(Array(projects).fill('held'))
  })
})

describe('a 429 among several questions', () => {
  const refuseOnce = (project: string) => {
    let isRefused = false
    return (asked: Asked): Outcome => {
      if (isRefused || projectOf(asked) !== project) return held
      isRefused = true
      return answered(tomcatRateLimited(2))
    }
  }

  it('is waited for by all, and then one is asked after the other', async () => {
    const asking = createAsking({ wire: refuseOnce('P1'), takesMs: 50 })
    expect(await askFor(asking, fifty.slice(0, 10))).toEqual(Array(10).fill('held'))
    const later = asking.asked.slice(8)
    expect(later.map(projectOf).toSorted()).toEqual(['P1', 'P10', 'P9'])
    // The last answers to the first eight came at 50 ms.
    expect(later.map(({ atMs }) => atMs)).toEqual([2_050, 4_050, 6_050])
  })

  it('is waited for just so by what gets its turn while the meaning of it is loaded', async () => {
    const takesMs = (asked: Asked): number => (projectOf(asked) === 'P1' ? 50 : 60)
    const asking = createAsking({ wire: refuseOnce('P1'), takesMs })
    await loadLate(asking, 20)
    expect(await askFor(asking, fifty.slice(0, 10))).toEqual(Array(10).fill('held'))
    expect(asking.asked.slice(8).map(({ atMs }) => atMs)).toEqual([2_070, 4_070, 6_070])
  })

  it('is logged once', async () => {
    const asking = createAsking({ wire: refuseOnce('P3') })
    await askFor(asking, fifty)
    expect(asking.log).toEqual([{ reason: 'rate-limited', attempt: '1 of 3', waitMs: 2_000 }])
  })

  it('ends all at once where its Retry-After lies beyond the deadline', async () => {
    const wire = (asked: Asked): Outcome => (projectOf(asked) === 'P1' ? answered(tomcatRateLimited(120)) : held)
    const asking = createAsking({ wire, takesMs: 50 })
    const replies = await askFor(asking, fifty)
    expect(replies.filter((reply) => reply === 'rate-limited')).toHaveLength(43)
    expect(asking.asked).toHaveLength(8)
    expect(asking.elapsedMs()).toBe(50)
  })
})

describe('a fault among several questions', () => {
  const failing =
    (project: string, fault: Outcome) =>
    (asked: Asked): Outcome =>
      projectOf(asked) === project ? fault : held

  it('leaves those that were asked beside it their answers, and nothing more is asked', async () => {
    const asking = createAsking({ wire: failing('P1', answered(bearerRejected)), takesMs: 50 })
    const replies = await askFor(asking, fifty)
    expect(replies).toEqual(fifty.map((_, index) => (0 < index && index < 8 ? 'held' : 'token-rejected')))
    expect(asking.asked.map(projectOf)).toEqual(fifty.slice(0, 8))
  })

  it('ends them just so where what it means has to be loaded first: nothing is asked meanwhile', async () => {
    const asking = createAsking({ wire: failing('P1', answered(bearerRejected)), takesMs: 50 })
    await loadLate(asking, 20)
    expect(await askFor(asking, fifty)).toContain('token-rejected')
    expect(asking.asked.map(projectOf)).toEqual(fifty.slice(0, 8))
  })

  it('ends the pauses of those that wait to be asked again', async () => {
    const wire = (asked: Asked): Outcome => {
      if (projectOf(asked) === 'P1') return answered(tomcatRateLimited(20))
      return projectOf(asked) === 'P2' ? answered(bearerRejected) : held
    }
    const asking = createAsking({ wire, takesMs: 50 })
    expect(await askFor(asking, ['P1', 'P2'])).toEqual(['token-rejected', 'token-rejected'])
    expect(asking.elapsedMs()).toBe(50)
    expect(asking.asked).toHaveLength(2)
  })

  it('is the first of several', async () => {
    const wire = (asked: Asked): Outcome =>
      projectOf(asked) === 'P1' ? answered(bearerRejected) : answered(nginxForbidden)
    expect(await askFor(createAsking({ wire }), ['P1', 'P2', 'P3'])).toEqual(Array(3).fill('token-rejected'))
  })
})
