import { describe, expect, it } from 'vitest'
import { permissions, tomcatRateLimited } from '../support/answers.ts'
import { createFastClock } from '../support/clock.ts'
import { playInProcess } from '../support/in-process.ts'
import { questionsOf } from '../support/questions.ts'
import { routes } from '../support/routes.ts'
import { delivery } from '../wire/listening.ts'

const fifty = Array.from({ length: 50 }, (_, index) => `P${index}`)
const projects = fifty.join(',')

describe('fifty projects', () => {
  it('are asked once each, over few connections that are kept', async () => {
    const { setting, result } = await playInProcess({ respond: routes({ permissions: permissions() }) }, { projects })
    expect(result.outputs).toMatchObject({ reason: 'authenticated', 'missing-permissions': '[]' })
    const asked = questionsOf(setting.jira?.requests ?? [])
    expect(asked.toSorted()).toEqual(['identity', 'tokens', ...fifty.map((key) => `permissions ${key}`)].toSorted())
    expect(setting.jira?.connections).toBeLessThanOrEqual(8)
  })

  it('are never asked more than eight at a time', async () => {
    let [asked, underWay, most] = [0, 0, 0]
    let answerAll = Promise.withResolvers<void>()
    /** Answers to none before eight wait for it, and to the last ones: fewer at a time would wait for ever. */
    const answer = () => {
      most = Math.max(most, ++underWay)
      const { promise: after, resolve } = answerAll
      if (++asked === fifty.length || underWay === 8) {
        answerAll = Promise.withResolvers<void>()
        // A ninth that is on its way would come in until then.
        void delivery().then(() => {
          underWay = 0
          resolve()
        })
      }
      return { ...permissions(), after }
    }
    const { result } = await playInProcess({ respond: routes({ permissions: answer }) }, { projects })
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
    expect(most).toBe(8)
  })

  it('come through where the server allows five requests a second', async () => {
    const clock = createFastClock()
    let [second, count] = [0, 0]
    const answer = () => {
      const now = Math.floor(clock.now() / 1000)
      if (now !== second) [second, count] = [now, 0]
      return ++count > 5 ? tomcatRateLimited(1) : permissions()
    }
    const { result } = await playInProcess(
      { respond: routes({ permissions: answer }) },
      { projects, 'timeout-seconds': '600' },
      { clock },
    )
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
  })
})

describe('one project', () => {
  it.concurrent('is asked for once, however often it is named', async () => {
    const { setting } = await playInProcess({}, { projects: 'OPS, OPS\nOPS' })
    expect(questionsOf(setting.jira?.requests ?? []).toSorted()).toEqual(['identity', 'permissions OPS', 'tokens'])
  })

  it.concurrent('is asked for by the permissions that matter, as Jira Cloud demands it', async () => {
    const { setting } = await playInProcess({}, { projects: 'OPS', permissions: 'CREATE_ISSUES EDIT_ISSUES' })
    const request = setting.jira?.requests.find(({ path }) => path.includes('mypermissions'))
    const query = new URL(request?.path ?? '', 'http://jira.example.com').searchParams
    expect(query.get('projectKey')).toBe('OPS')
    expect(query.get('permissions')).toBe('CREATE_ISSUES,EDIT_ISSUES')
  })
})

it('asks for the identity and the expiry over one connection', async () => {
  const { setting } = await playInProcess({})
  expect(setting.jira?.requests.map((request) => request.connection)).toEqual([1, 1])
  expect(setting.jira?.connections).toBe(1)
})
