import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseAllDocuments, stringify } from 'yaml'
import { answersTo, tokenOf } from '../support/accounts.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { type StandInJira, startJira } from '../support/jira.ts'
import { makeRelease, type Released } from '../support/released.ts'
import { readMetrics } from '../watch/page/read-metrics.ts'
import { makeProject, type Pipeline, type Project } from './pipeline.ts'

type Inputs = Record<string, unknown>

let released: Released
let jira: StandInJira
const projects: Project[] = []
beforeAll(async () => {
  released = makeRelease()
  const accounts = new Map([
    [tokenOf('ci'), { user: 'svc-ci', listed: [{ name: 'ci', daysLeft: 90 }] }],
    [tokenOf('old'), { user: 'svc-old', listed: [{ name: 'old', daysLeft: 3 }] }],
  ])
  jira = await startJira({ respond: (request) => answersTo(accounts)(request) })
})
afterAll(async () => {
  await jira.close()
  for (const project of [...projects, released]) project.remove()
})

const deploy = {
  stage: 'deploy',
  script: ['test "$JIRA_PAT_CHECK_RESULT" = usable', 'echo "deployed as $JIRA_PAT_CHECK_USERNAME"'],
}

/** A project that includes one component, with inputs besides the commit. */
function including(component: 'check' | 'watch', inputs: Inputs, files: Record<string, string> = {}) {
  const pipeline = {
    stages: ['test', 'deploy'],
    include: [
      {
        component: `gitlab.example.com/mirrors/jira-pat-check/${component}@${released.commit}`,
        inputs: { commit: released.commit, ...inputs },
      },
    ],
    ...(component === 'check' ? { deploy } : {}),
  }
  const project = makeProject({ '.gitlab-ci.yml': stringify(pipeline), ...files }, released)
  projects.push(project)
  return project
}

describe.concurrent('the component check', () => {
  const check = (token: string, inputs: Inputs = {}): Promise<Pipeline> =>
    including('check', { 'jira-url': jira.url, ...inputs }).run({ JIRA_PAT: token })

  it('is green with a good token, and the deployment reads the verdict', async () => {
    const { exitCode, output, read } = await check(goodToken)
    expect(exitCode, output).toBe(0)
    expect(output).toContain('OK: Jira')
    expect(output).toMatch(/^deploy +> deployed as svc-ci$/m)
    expect(read('jira.xml')).toMatch(/^<\?xml[\s\S]*<testsuites>/)
    expect(read('jira.xml')).not.toContain('<failure')
    expect(read('jira.env')).toContain('JIRA_PAT_CHECK_RESULT=usable\n')
    expect(JSON.parse(read('jira.json') ?? '')).toMatchObject({ result: 'usable', baseUrl: jira.url })
  })

  it('is red with a bad one: the log says why, the tests too, and nothing is deployed', async () => {
    const { exitCode, output, read } = await check(badToken)
    expect(exitCode, output).toBe(1)
    expect(output).toContain('REFUSED: Jira rejected the token')
    expect(output).toMatch(/^jira-token +finished in .* FAIL 1 *$/m)
    expect(output).not.toContain('deployed as')
    expect(output).not.toContain(badToken)
    expect(read('jira.xml')).toContain('<failure')
    expect(read('jira.env')).toContain('JIRA_PAT_CHECK_REASON=token-rejected\n')
  })

  it('is red without a token, as in a pipeline that gets no protected variables', async () => {
    const { exitCode, output } = await including('check', { 'jira-url': jira.url }).run({})
    expect(exitCode, output).toBe(1)
    expect(output).toContain('MISCONFIGURED: ')
    expect(output).toMatch(/^jira-token +finished in .* FAIL 2 *$/m)
  })

  it.each<[string, Inputs, string, string]>([
    ['texts', { 'expected-user': 'svc-deploy' }, goodToken, 'wrong-user'],
    ['numbers', { 'expiry-fail-days': '100' }, goodToken, 'token-expiring'],
    ['another number', { 'timeout-seconds': 0 }, goodToken, 'input-invalid'],
    ['booleans', { 'check-expiry': false, 'expiry-fail-days': '1' }, goodToken, 'input-invalid'],
  ])('hands %s on', async (_, inputs, token, reason) => {
    const { exitCode, output, read } = await check(token, inputs)
    expect(exitCode, output).toBe(1)
    expect(JSON.parse(read('jira.json') ?? '')).toMatchObject({ reason })
  })

  it('lets pass what it is told to let pass, though it begins with a sign of YAML', async () => {
    const { exitCode, output, read } = await check(badToken, { 'fail-on': '!refused' })
    expect(JSON.parse(read('jira.json') ?? '')).toMatchObject({ reason: 'token-rejected' })
    // The deployment asks for proof all the same.
    expect(exitCode, output).toBe(1)
    expect(output).toMatch(/^deploy +finished in .* FAIL 1 *$/m)
    expect(output).not.toMatch(/^jira-token +finished in .* FAIL/m)
  })

  it('takes the token from another variable, under another name, in another stage', async () => {
    const inputs = {
      'jira-url': jira.url,
      'token-variable': 'RELEASE_TOKEN',
      'job-name': 'release token',
      stage: 'deploy',
    }
    const { exitCode, output } = await including('check', inputs).run({ RELEASE_TOKEN: goodToken, JIRA_PAT: badToken })
    expect(output).toMatch(/^release token +> OK: /m)
    // The deployment runs side by side, without a verdict.
    expect(exitCode, output).toBe(1)
  })

  it('is not there where its rules do not hold', async () => {
    const rules = [{ if: '$CI_COMMIT_TAG' }]
    const { exitCode, output } = await check(goodToken, { rules })
    expect(output).not.toContain('jira-token')
    expect(exitCode, output).toBe(1)
  })

  it('starts nothing for a commit that could move', async () => {
    const { exitCode, output } = await check(goodToken, { commit: 'v2' })
    expect(exitCode, output).toBe(1)
    expect(output).toContain('`v2` does not match required regex')
    expect(output).not.toContain('git -C')
  })

  it('stops at a commit that is not there', async () => {
    const { exitCode, output } = await check(goodToken, { commit: '0'.repeat(40) })
    expect(exitCode, output).toBe(1)
    expect(output).toMatch(/not our ref|did not send all necessary objects/)
    expect(output).not.toContain('OK: ')
  })
})

describe.concurrent('the component watch', () => {
  const list = () =>
    `defaults:\n  jira-url: ${jira.url}\ntokens:\n  - secret: PAT_CI\n    token-name: ci\n  - secret: PAT_RELEASE\n`
  const watch = (variables: Record<string, string>, inputs: Inputs = {}, source: 'push' | 'schedule' = 'schedule') =>
    including('watch', inputs, { '.gitlab/jira-tokens.yml': list() }).run(variables, source)

  it('is green at night where all is well, and leaves the page, the metrics and the tests', async () => {
    const { exitCode, output, read } = await watch({ PAT_CI: tokenOf('ci'), PAT_RELEASE: tokenOf('ci') })
    expect(exitCode, output).toBe(0)
    expect(read('jira-tokens.xml')).toContain('PAT_RELEASE')
    expect(read('jira-tokens.html')).toMatch(/<!doctype html>/i)
    expect(readMetrics(read('jira-tokens.prom') ?? '').length).toBeGreaterThan(4)
    expect(JSON.parse(read('jira-tokens.json') ?? '').tokens).toHaveLength(2)
  })

  it('is red where one needs care, and says which', async () => {
    const { exitCode, output, read } = await watch({ PAT_CI: tokenOf('ci'), PAT_RELEASE: tokenOf('old') })
    expect(exitCode, output).toBe(1)
    expect(output).toMatch(/^jira-tokens +> ~ expiring +PAT_RELEASE/m)
    expect(read('jira-tokens.xml')).toContain('<failure')
  })

  it('hands its inputs on', async () => {
    const { exitCode, output, read } = await watch({ PAT_CI: tokenOf('ci'), PAT_RELEASE: badToken }, { only: 'PAT_CI' })
    expect(exitCode, output).toBe(0)
    expect(JSON.parse(read('jira-tokens.json') ?? '').tokens).toMatchObject([{ secret: 'PAT_CI' }])
  })

  it('is not there when somebody pushes', async () => {
    const { output } = await watch({ PAT_CI: badToken }, {}, 'push')
    expect(output).not.toContain('jira-tokens')
  })
})

it('gitlab-ci-local holds against its types what the components take', () => {
  for (const name of ['check', 'watch']) {
    const [spec, ...jobs] = parseAllDocuments(readFileSync(`templates/${name}.yml`, 'utf8')).map((one) => one.toJS())
    const known = ['array', 'boolean', 'number', 'string']
    const types = Object.values<{ type: string }>(spec.spec.inputs).map(({ type }) => type)
    expect(known).toEqual(expect.arrayContaining(types))
    expect(jobs).toHaveLength(1)
  }
})
