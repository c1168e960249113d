import { describe, expect, it } from 'vitest'
import { exposuresOf } from '../hostile/exposure.ts'
import { jiraUnavailable } from '../support/answers.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { playInProcess, runActionInProcess } from '../support/in-process.ts'
import { startJira } from '../support/jira.ts'
import { writtenBy } from '../support/leaks.ts'
import { startProxy } from '../support/proxy.ts'
import { routes } from '../support/routes.ts'

const page = (title: string) => ({ body: `<html><title>${title}</title></html>` })

describe('headers', () => {
  const secret = 'd9f3a1c4-hunter2'
  const headers = `CF-Access-Client-Id: 0a1b2c.access\nCF-Access-Client-Secret: ${secret}\r\nX-Team: ops`

  it.concurrent.for([
    ['of a token that is good', {}, {}],
    ['of a token that is refused', {}, { token: badToken }],
    ['of a Jira that is down', { respond: routes({ myself: jiraUnavailable }) }, { retries: '0' }],
  ] as const)('go with every request: %s', async ([, options, inputs]) => {
    const { setting, result } = await playInProcess(options, { projects: 'OPS', headers, ...inputs })
    const requests = setting.jira?.requests ?? []
    expect(requests.length).toBeGreaterThan(1)
    for (const request of requests) {
      expect(request.headers).toMatchObject({
        'cf-access-client-id': '0a1b2c.access',
        'cf-access-client-secret': secret,
        'x-team': 'ops',
      })
    }
    expect(exposuresOf([secret, '0a1b2c.access'], writtenBy(result))).toEqual([])
  })

  it.concurrent('are masked where they are no common words', async () => {
    const { result } = await playInProcess({}, { headers })
    expect(result.masks).toEqual(expect.arrayContaining([secret, '0a1b2c.access']))
    expect(result.masks).not.toContain('ops')
  })

  it.concurrent('are hidden where a server says them', async () => {
    const respond = routes({ myself: page(`${secret} of OPS, at https://devops.example.com`) })
    const { result } = await playInProcess({ respond }, { headers })
    expect(result.outputs['message']).toContain('“*** of ***, at https://devops.example.com”')
    expect(exposuresOf([secret], writtenBy(result))).toEqual([])
  })

  it.concurrent('make no secret of the user who is called like one', async () => {
    const { result } = await playInProcess({}, { headers: 'X-Team: svc-ci', 'expected-user': 'svc-ci' })
    expect(result.outputs).toMatchObject({ reason: 'authenticated', username: 'svc-ci' })
  })
})

describe('the password of a proxy', () => {
  const runThrough = async (password: string, title: string) => {
    const jira = await startJira({ respond: routes({ myself: page(title) }) })
    const proxy = await startProxy({ hosts: { 'jira.example.com': jira.port } })
    const result = await runActionInProcess({
      inputs: { 'jira-url': 'http://jira.example.com', 'allow-http': 'true', token: goodToken },
      env: { http_proxy: proxy.url.replace('//', `//svc-ci:${encodeURIComponent(password)}@`) },
    })
    await Promise.all([jira.close(), proxy.close()])
    expect(result.outputs['reason']).toBe('html-page')
    return result
  }

  it.concurrent.for(['s', 'ab', 'htt'])('that is too short (%s) blots out nothing', async (password) => {
    const result = await runThrough(password, `https://abs.example.com says ${password}`)
    expect(result.masks).not.toContain(password)
    expect(result.outputs['message']).toContain('“https://abs.example.com says ***”')
    expect(result.report?.baseUrl).toBe('http://jira.example.com')
    expect(result.stdout).toMatch(/asks http:\/\/jira\.example\.com \(from the input jira-url\)/)
  })

  it.concurrent.for(['p@ss-w0rd:1', 'p/ss-w0rd%2F', 'p%40ss-w0rd', 'p:w:0:r:d:@@'])(
    'with signs in it (%s) is masked and hidden',
    async (password) => {
      const spellings = [password, encodeURIComponent(password), Buffer.from(`svc-ci:${password}`).toString('base64')]
      const result = await runThrough(password, spellings.join(' and '))
      expect(result.masks).toEqual(expect.arrayContaining(spellings))
      expect(exposuresOf([password], writtenBy(result))).toEqual([])
    },
  )
})

it.concurrent('a secret that holds the e-mail address of its user is hidden before that is', async () => {
  const token = 'hunter2-svc-ci@example.com-hunter3'
  const { result } = await playInProcess(
    { respond: routes({ myself: page(`${token}, of svc-ci@example.com`) }) },
    { token },
  )
  expect(result.outputs['message']).toContain('“***')
  expect(exposuresOf([token, 'hunter2-', '-hunter3'], writtenBy(result))).toEqual([])
})

describe('where URL and token came from', () => {
  const jiraThat = async (env: Record<string, string>, inputs: Record<string, string>) => {
    const jira = await startJira()
    const result = await runActionInProcess({ inputs, env: { ...env, JIRA_DOMAIN: jira.url } })
    await jira.close()
    return { jira, result }
  }

  it.concurrent('is the first line of the log', async () => {
    const { jira, result } = await jiraThat({}, { token: goodToken })
    expect(result.log[0]).toContain(`asks ${jira.url} (from JIRA_DOMAIN) whose token this is (from the input token).`)
  })

  it.concurrent('is told with a refusal', async () => {
    const { result } = await jiraThat({ JIRA_PAT: badToken }, {})
    expect(result.outputs['message']).toContain('does not accept the token from JIRA_PAT (HTTP 401).')
  })

  it.concurrent('is told with a refusal by Basic', async () => {
    const { result } = await jiraThat({ JIRA_PAT: badToken }, { username: 'svc-ci' })
    expect(result.outputs['message']).toContain('from JIRA_PAT')
  })
})

it.concurrent('variables that look like inputs are nobody’s inputs on GitHub', async () => {
  const { result } = await playInProcess({}, {}, { env: { JIRA_CHECK_PROJECT: 'OPS', JIRA_CHECK_RETRIES: 'many' } })
  expect(result.outputs['reason']).toBe('authenticated')
})
