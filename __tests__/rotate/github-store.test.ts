import { describe, expect, it } from 'vitest'
import type { Place } from '../../src/github/place.ts'
import type { SecretOutcome } from '../../src/github/secret-outcome.ts'
import { type Access, NO_ACCESS, type SecretValue } from '../../src/github/secrets.ts'
import { createBound } from '../../src/rotate/bound.ts'
import { createGitHubStore } from '../../src/rotate/github-store.ts'
import { createHandMovedClock, type HandMovedClock } from '../support/clock.ts'

const serverMs = Date.UTC(2026, 2, 1, 13)
const done = <T>(value: T): SecretOutcome<T> => ({ kind: 'done', value, serverMs })
const refused = (statusCode: number): SecretOutcome<never> => ({
  kind: 'refused',
  statusCode,
  serverMs,
  movedTo: undefined,
})
const moved = (id: number): SecretOutcome<never> => ({
  kind: 'refused',
  statusCode: 301,
  serverMs,
  movedTo: `https://api.github.com/repositories/${id}`,
})
const inDoubt: SecretOutcome<never> = {
  kind: 'in-doubt',
  statusCode: undefined,
  code: 'ECONNRESET',
  serverMs: undefined,
}
const notSent: SecretOutcome<never> = { kind: 'not-sent', code: 'ECONNREFUSED' }
const limited = (waitMs: number): SecretOutcome<never> => ({ kind: 'limited', statusCode: 429, serverMs, waitMs })

const key = { id: 'a-key', bytes: new Uint8Array(32) }
const own: Place = { kind: 'repository', name: 'JIRA_PAT' }
const ofEnvironment: Place = { kind: 'environment', environment: 'eu', name: 'JIRA_PAT' }
const ofOrganization: Place = { kind: 'organization', name: 'JIRA_PAT' }

type Request = 'key' | 'facts' | 'put' | 'delete'

/** What each request gets, one after the other, the last one for ever: by what it asks, and of which secret. */
interface Script {
  readonly [request: string]: readonly SecretOutcome<unknown>[]
}

function open(
  script: Script,
  places: readonly [Place, ...Place[]] = [own],
  clock: HandMovedClock = createHandMovedClock(),
) {
  const log: string[] = []
  const puts: SecretValue[] = []
  const left = new Map(Object.entries(script).map(([what, outcomes]) => [what, [...outcomes]]))
  // Each request asks for what it gets, so the types of a script are those of its tests.
  const answer = (request: Request, place: Place, byDefault: SecretOutcome<unknown>): Promise<never> => {
    const what = `${request} ${place.kind === 'repository' ? '' : `${place.kind} `}${place.name}`
    log.push(what)
    const outcomes = left.get(what) ?? left.get(request) ?? []
    const outcome = (outcomes.length > 1 ? outcomes.shift() : outcomes[0]) ?? byDefault
    return Promise.resolve(outcome as never)
  }
  const timeouts: number[] = []
  const secrets = {
    getPublicKey: (place: Place, timeoutMs: number) => {
      timeouts.push(timeoutMs)
      return answer('key', place, done(key))
    },
    getFacts: (place: Place, timeoutMs: number) => {
      timeouts.push(timeoutMs)
      return answer('facts', place, done({ updatedMs: serverMs, access: NO_ACCESS }))
    },
    put: (place: Place, value: SecretValue, timeoutMs: number) => {
      timeouts.push(timeoutMs)
      puts.push(value)
      return answer('put', place, done({}))
    },
    delete: (place: Place, timeoutMs: number) => {
      timeouts.push(timeoutMs)
      return answer('delete', place, done({}))
    },
  }
  const store = createGitHubStore({
    secrets,
    places,
    fingerprint: '0badcafe',
    clock,
    newNameOf: (movedTo) => Promise.resolve(movedTo.endsWith('/7') ? 'octo-org/new-repo' : undefined),
  })
  const bound = createBound(clock, 60_000)
  return { store, log, puts, timeouts, clock, bound }
}

describe('looking at the places', () => {
  it('tells when each was written, and how far GitHub’s clock is ahead', async () => {
    const { store, bound, clock } = open({}, [own, ofEnvironment])
    expect(await store.see(bound)).toEqual({
      kind: 'sight',
      seen: { kind: 'places', stamps: [serverMs, serverMs] },
      offsetMs: serverMs - clock.now(),
    })
  })

  it('takes the clock from whichever answer tells it', async () => {
    const silent = { kind: 'done', value: { updatedMs: serverMs, access: NO_ACCESS }, serverMs: undefined } as const
    const { store, bound, clock } = open({ 'facts environment JIRA_PAT': [silent] }, [own, ofEnvironment])
    expect(await store.see(bound)).toMatchObject({ offsetMs: serverMs - clock.now() })
  })

  it.each<[what: string, script: Script, expected: object]>([
    [
      'a later one may be missing',
      { 'facts environment JIRA_PAT': [refused(404)] },
      { seen: { stamps: [serverMs, 'missing'] } },
    ],
    ['but not the first', { 'facts JIRA_PAT': [refused(404)] }, { kind: 'trouble', at: 0, why: 'own-missing' }],
    [
      'nor one whose key may not be seen',
      { 'facts JIRA_PAT': [refused(404)], key: [refused(403)] },
      { at: 0, why: 'refused' },
    ],
    [
      'nor one that may not be seen itself',
      { 'facts environment JIRA_PAT': [refused(403)] },
      { at: 1, why: 'refused' },
    ],
    ['nor one that has moved', { facts: [moved(7)] }, { at: 0, why: 'refused', newPlace: 'octo-org/new-repo' }],
    ['nor one that has moved somewhere', { facts: [moved(8)] }, { at: 0, newPlace: 'as GitHub shows it' }],
    ['nor one of which nothing comes', { facts: [inDoubt] }, { at: 0, why: 'unanswered' }],
  ])('%s', async (_, script, expected) => {
    const { store, bound } = open(script, [own, ofEnvironment])
    expect(await store.see(bound)).toMatchObject(expected)
  })
})

describe('the rehearsal', () => {
  const canary = 'JIRA_PAT_REHEARSAL_0BADCAFE'
  const rehearse = async (script: Script) => {
    const { store, log, clock, bound } = open(script)
    return { trouble: await clock.runUntil(store.rehearse(bound)), log }
  }

  it('writes a secret that nobody reads, and takes it away again', async () => {
    const { trouble, log } = await rehearse({})
    expect(trouble).toBeUndefined()
    expect(log).toEqual([`key ${canary}`, `put ${canary}`, `delete ${canary}`])
  })

  it('is held at every place', async () => {
    const { store, log, bound } = open({}, [own, ofEnvironment])
    expect(await store.rehearse(bound)).toBeUndefined()
    expect(log.filter((request) => request.startsWith('put'))).toEqual([`put ${canary}`, `put environment ${canary}`])
    const refusing = open({ [`put environment ${canary}`]: [refused(403)] }, [own, ofEnvironment])
    expect(await refusing.store.rehearse(refusing.bound)).toMatchObject({ at: 1, why: 'refused' })
  })

  it('writes no token, and leaves the key for the place itself', async () => {
    const { store, log, puts, bound } = open({})
    await store.rehearse(bound)
    await store.prepare(0, bound)
    expect(puts).toMatchObject([{ text: 'rehearsal' }])
    expect(log.filter((request) => request.startsWith('key'))).toEqual([`key ${canary}`])
  })

  it('gives each request ten seconds, and no more than is left', async () => {
    const { store, timeouts, clock } = open({})
    await store.rehearse(createBound(clock, 60_000))
    await store.rehearse(createBound(clock, 4_000))
    expect(timeouts).toEqual([10_000, 10_000, 10_000, 4_000, 4_000, 4_000])
  })

  it('is of no organisation’s repositories', async () => {
    const { store, puts, bound } = open({}, [ofOrganization])
    await store.rehearse(bound)
    expect(puts).toMatchObject([{ access: { visibility: 'selected', repositoryIds: [] } }])
  })

  it.each<[what: string, script: Script, why: string | undefined, requests: string]>([
    ['writing is refused', { put: [refused(403)] }, 'refused', 'key put'],
    ['the key is refused', { key: [refused(404)] }, 'refused', 'key'],
    ['nothing comes of the first attempt', { put: [inDoubt, done({})] }, undefined, 'key put put delete'],
    ['nothing comes of any attempt', { put: [inDoubt] }, 'unanswered', 'key put put put put delete'],
    ['it cannot be taken away at once', { delete: [inDoubt, done({})] }, undefined, 'key put delete delete'],
    ['it is gone already', { delete: [inDoubt, refused(404)] }, undefined, 'key put delete delete'],
    ['it is said to be gone, and is not', { delete: [refused(404), done({})] }, undefined, 'key put delete delete'],
    ['it cannot be taken away', { delete: [refused(403)] }, 'refused', 'key put delete'],
  ])('where %s', async (_, script, why, requests) => {
    const { trouble, log } = await rehearse(script)
    expect(trouble?.why).toBe(why)
    expect(log.map((request) => request.split(' ')[0]).join(' ')).toBe(requests)
  })
})

it('is of places that are told as they were given', () => {
  expect(open({}, [own, ofEnvironment, ofOrganization]).store).toMatchObject({
    kind: 'places',
    places: ['JIRA_PAT', 'env:eu/JIRA_PAT', 'org:JIRA_PAT'],
  })
})

describe('writing a place', () => {
  const write = async (script: Script, places: readonly [Place, ...Place[]] = [own]) => {
    const { store, log, puts, clock, bound } = open(script, places)
    const prepared = await store.prepare(0, bound)
    const written = await clock.runUntil(store.write(0, 'the-new-one', bound))
    return { prepared, written, puts, count: log.filter((request) => request.startsWith('put')).length }
  }

  it.each<[what: string, outcomes: readonly SecretOutcome<object>[], expected: object, count: number]>([
    ['is done', [done({})], { kind: 'written' }, 1],
    ['is refused for certain', [refused(403)], { why: 'refused' }, 1],
    ['is tried again after what says nothing', [inDoubt, done({})], { kind: 'written' }, 2],
    ['is in doubt where a refusal follows what says nothing', [inDoubt, refused(403)], { why: 'unanswered' }, 2],
    ['is refused where it did not arrive before', [notSent, refused(403)], { why: 'refused' }, 2],
    ['waits for a limit', [limited(5_000), done({})], { kind: 'written' }, 2],
    ['but not beyond its time', [limited(61_000), done({})], { why: 'unanswered' }, 1],
    ['gives up in the end', [inDoubt], { why: 'unanswered' }, 4],
  ])('%s', async (_, outcomes, expected, count) => {
    const result = await write({ put: outcomes })
    expect(result.written).toMatchObject(expected)
    expect(result.count).toBe(count)
  })

  it.each<[ms: number[], outcome: SecretOutcome<object>]>([
    [[1_000, 2_000, 4_000], inDoubt],
    [[3_000, 3_000, 4_000], limited(3_000)],
  ])('pauses for %j ms between its attempts', async (pauses, outcome) => {
    const { store, clock, bound } = open({ put: [outcome] })
    await store.prepare(0, bound)
    const before = clock.now()
    await clock.runUntil(store.write(0, 'the-new-one', bound))
    expect(clock.now() - before).toBe(pauses.reduce((sum, ms) => sum + ms, 0))
  })

  it.each([0, 1])(
    'is not tried again where the pause would last as long as there is time, and %i ms more',
    async (more) => {
      const { store, clock, log } = open({ put: [limited(5_000 + more)] })
      const bound = createBound(clock, 5_000)
      await store.prepare(0, bound)
      const before = clock.now()
      expect(await clock.runUntil(store.write(0, 'the-new-one', bound))).toMatchObject({ why: 'unanswered' })
      expect(clock.now()).toBe(before)
      expect(log).toEqual(['key JIRA_PAT', 'put JIRA_PAT'])
    },
  )

  it.each([
    ['no answer', inDoubt],
    ['too many requests', limited(1_000)],
  ])('is not tried again after a pause in which the machine was suspended: %s', async (_, outcome) => {
    const { store, clock, log, bound } = open({ put: [outcome] })
    await store.prepare(0, bound)
    const writing = store.write(0, 'the-new-one', bound)
    await clock.advance(0)
    clock.setDate(clock.now() + 60_000)
    expect(await clock.runUntil(writing)).toMatchObject({ why: 'unanswered' })
    expect(log).toEqual(['key JIRA_PAT', 'put JIRA_PAT'])
  })

  it('asks for the key once', async () => {
    const { store, log, bound } = open({})
    await store.prepare(0, bound)
    await store.prepare(0, bound)
    expect(log).toEqual(['key JIRA_PAT'])
  })

  it('goes to the place that was meant, with its own key', async () => {
    const { store, log, bound } = open({}, [own, ofEnvironment])
    await store.prepare(1, bound)
    expect(await store.write(1, 'the-new-one', bound)).toEqual({ kind: 'written' })
    expect(log).toEqual(['key environment JIRA_PAT', 'put environment JIRA_PAT'])
  })

  it('makes a secret of an organisation that was never there, for no repository', async () => {
    const { prepared, written, puts } = await write({ facts: [refused(404)] }, [ofOrganization])
    expect([prepared, written]).toEqual([undefined, { kind: 'written' }])
    expect(puts).toMatchObject([{ access: { visibility: 'selected', repositoryIds: [] } }])
  })

  it('does not begin where the key is not given', async () => {
    const { prepared, count } = await write({ key: [refused(403)] })
    expect(prepared).toMatchObject({ why: 'refused' })
    expect(count).toBe(0)
  })

  it('is not begun where no time is left, nor unprepared', async () => {
    const { store, log, clock } = open({})
    expect(await store.write(0, 'the-new-one', createBound(clock, 60_000))).toMatchObject({ why: 'unanswered' })
    await store.prepare(0, createBound(clock, 60_000))
    expect(await store.write(0, 'the-new-one', createBound(clock, 0))).toEqual({
      kind: 'trouble',
      at: 0,
      why: 'unanswered',
      detail: 'was not asked, since no time was left',
    })
    expect(log).toEqual(['key JIRA_PAT'])
  })

  it('sends an organisation’s access back as it was read right before', async () => {
    const access: Access = { visibility: 'selected', repositoryIds: [7, 8] }
    const facts = done({ updatedMs: serverMs, access })
    const { puts } = await write({ facts: [facts] }, [ofOrganization])
    expect(puts).toMatchObject([{ text: 'the-new-one', access }])
  })

  it('takes no access away from a secret that was there when it was looked at', async () => {
    const facts = done({ updatedMs: serverMs, access: { visibility: 'selected', repositoryIds: [7] } as const })
    const { store, bound } = open({ facts: [facts, refused(404)] }, [ofOrganization])
    await store.see(bound)
    expect(await store.prepare(0, bound)).toMatchObject({ why: 'refused' })
    expect(await store.write(0, 'the-new-one', bound)).toMatchObject({ why: 'unanswered' })
  })

  it('does not begin where that cannot be read', async () => {
    const { prepared, count } = await write({ facts: [inDoubt] }, [ofOrganization])
    expect(prepared).toMatchObject({ why: 'unanswered' })
    expect(count).toBe(0)
  })
})

it.each<[SecretOutcome<unknown>, number | 'missing' | undefined]>([
  [done({ updatedMs: serverMs, access: NO_ACCESS }), serverMs],
  [refused(404), 'missing'],
  [refused(403), undefined],
  [inDoubt, undefined],
])('the stamp of a place: %j', async (outcome, expected) => {
  const { store, bound } = open({ facts: [outcome] })
  expect(await store.stampOf(0, bound)).toBe(expected)
})
