import { afterEach, describe, expect, it } from 'vitest'
import { badToken, goodToken, visibleProjects } from './healthy.ts'
import { type JiraOptions, type StandInJira, startJira } from './jira.ts'

const running: StandInJira[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((jira) => jira.close()))
})

/** Asks a fresh Jira for one path, as a client of its REST API does. */
async function ask(path: string, bearer: string | undefined, options: JiraOptions = {}) {
  const jira = await startJira(options)
  running.push(jira)
  const headers = bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }
  const response = await fetch(`${jira.url}${path}`, { headers, redirect: 'manual' })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  return { url: jira.url, status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}

describe('a REST path that there is not', () => {
  it.each([
    ['10.3.6', () => ({ message: 'HTTP 404 Not Found', 'status-code': 404, 'sub-code': -1 })],
    ['9.12.15', (url: string) => ({ message: `null for uri: ${url}/rest/api/2/search?jql=a`, 'status-code': 404 })],
  ])('is 404 in JSON to the right token, in the words of Jira %s', async (version, words) => {
    const { url, status, body } = await ask('/rest/api/2/search?jql=a', goodToken, { version, contextPath: '/jira' })
    expect({ status, body }).toEqual({ status: 404, body: words(url) })
  })

  it.each([badToken, undefined])('leads everybody else to the login (%s)', async (bearer) => {
    const { status, headers } = await ask('/rest/api/2/search', bearer)
    expect({ status, location: headers.get('location') }).toEqual({
      status: 302,
      location: expect.stringMatching(/^\/login\.jsp\?/),
    })
  })

  it('is no matter of REST outside of it', async () => {
    expect((await ask('/browse/OPS-1', goodToken)).status).toBe(302)
  })
})

describe('the other name of a path', () => {
  it.each([
    ['/rest/api/latest/myself', { name: 'svc-ci' }],
    ['/rest/api/latest/serverInfo', { version: '10.3.6' }],
    ['/rest/api/latest/mypermissions', { permissions: expect.anything() }],
    ['/rest/pat/1.0/tokens', [{ name: 'ci' }]],
    ['/rest/auth/1/session', { name: 'svc-ci', loginInfo: { loginCount: 127 } }],
    ['/rest/auth/latest/session', { name: 'svc-ci' }],
    ['/rest/api/2/project', visibleProjects.map((key) => ({ key }))],
  ])('%s', async (path, body) => {
    expect(await ask(path, goodToken)).toMatchObject({ status: 200, body })
    if (!path.endsWith('mypermissions')) expect(await ask(path, badToken)).toMatchObject({ status: 401 })
  })
})

describe('serverInfo', () => {
  it('is whole to who is logged in', async () => {
    const { body } = await ask('/rest/api/2/serverInfo', goodToken)
    expect(body).toMatchObject({
      baseUrl: 'https://jira.example.com',
      version: '10.3.6',
      versionNumbers: [10, 3, 6],
      deploymentType: 'Server',
      buildNumber: 10_030_006,
      databaseBuildNumber: 10_030_006,
      serverTitle: 'Jira',
    })
    for (const date of [body.buildDate, body.serverTime]) expect(date).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+\+0000$/)
    expect(body.scmInfo).toMatch(/^[0-9a-f]{40}$/)
  })

  it.each([
    ['8.20.30', 820_030],
    ['9.12.15', 9_120_015],
  ])('of a Jira %s is open to everybody, but for the time', async (version, buildNumber) => {
    for (const bearer of [undefined, badToken]) {
      const { status, body } = await ask('/rest/api/2/serverInfo', bearer, { version })
      expect({ status, body }).toMatchObject({ status: 200, body: { version, buildNumber } })
      expect(body).not.toHaveProperty('serverTime')
    }
  })

  it('of a Jira 10 is for those only who are logged in', async () => {
    expect((await ask('/rest/api/2/serverInfo', undefined)).status).toBe(401)
  })
})

it('shows one project, and no other than those that the user can see', async () => {
  expect(await ask('/rest/api/2/project/OPS', goodToken)).toMatchObject({ status: 200, body: { key: 'OPS' } })
  expect((await ask('/rest/api/2/project/NONE', goodToken)).status).toBe(404)
  expect((await ask('/rest/api/2/project/OPS', badToken)).status).toBe(401)
})

it('has no public projects', async () => {
  expect(await ask('/rest/api/2/project', undefined, { version: '9.12.15' })).toMatchObject({ status: 200, body: [] })
})

it.each([
  ['8.14.0', 200],
  ['8.13.27', 401],
])('knows personal access tokens from 8.14 on (%s)', async (version, status) => {
  expect((await ask('/rest/api/2/myself', goodToken, { version })).status).toBe(status)
})
