import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { findShellError } from '../../scripts/shell.ts'
import { parseList } from '../../src/watch/list/parse-list.ts'
import { answersTo, tokenOf } from '../support/accounts.ts'
import { answeredTo, permissions } from '../support/answers.ts'
import { type StandInJira, startJira } from '../support/jira.ts'
import { makeRelease, type Released } from '../support/released.ts'
import { routes } from '../support/routes.ts'
import { readMetrics } from '../watch/page/read-metrics.ts'

interface Container {
  image: string
  command: string[]
  args: string[]
  env: { name: string; value?: string; valueFrom?: { secretKeyRef: { key: string } } }[]
}

const manifests = parseAllDocuments(readFileSync('examples/kubernetes-cronjob.yaml', 'utf8')).map((one) => one.toJS())
const ofKind = (kind: string) => manifests.find((manifest) => manifest.kind === kind)
const list: string = ofKind('ConfigMap').data['jira-tokens.yml']
const pod = ofKind('CronJob').spec.jobTemplate.spec.template.spec
const [fetching]: [Container] = pod.initContainers
const [watching]: [Container] = pod.containers
const secretsOf = ({ env }: Container) => env.flatMap(({ name, valueFrom }) => (valueFrom ? [name] : []))

describe('the CronJob', () => {
  it('has a list that is sound, and a variable for each token that it names', () => {
    expect(parseList(list, () => {})).toMatchObject({ entries: expect.any(Array) })
    expect(secretsOf(watching)).toEqual(Array.from(list.matchAll(/secret: (\w+)/g), ([, name]) => name))
  })

  it('hands no token to the container that fetches the program', () => {
    expect(secretsOf(fetching)).toEqual([])
  })

  it.each([
    ['fetch', fetching],
    ['watch', watching],
  ])('runs %s without rights, and with bounds', (_, container) => {
    expect(container).toMatchObject({
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
      resources: { limits: { cpu: expect.any(String), memory: expect.any(String) } },
    })
    expect(findShellError(container.args.join('\n'), 'sh')).toBeUndefined()
  })

  it('is nobody in particular, and speaks to no Kubernetes', () => {
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    })
  })
})

describe.skipIf(process.platform === 'win32')('a night of it', () => {
  let released: Released
  let jira: StandInJira
  let gateway: Server
  let pushed: { method?: string; path?: string; body: string }[]
  let home: string
  const release = tokenOf('release')

  beforeAll(async () => {
    released = makeRelease()
    const accounts = new Map(
      ['ci', 'release'].map((name) => [tokenOf(name), { user: `svc-${name}`, listed: [{ name, daysLeft: 90 }] }]),
    )
    const forAccounts = answersTo(accounts)
    // Only the second token of the list has to reach projects.
    const answer = routes({ permissions: answeredTo('svc-release', permissions()) })
    jira = await startJira({ respond: (request) => forAccounts(request) ?? answer(request) })
    gateway = createServer(async (request, response) => {
      pushed.push({ method: request.method ?? '', path: request.url ?? '', body: await text(request) })
      response.end()
    })
    await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done))
  })
  afterAll(async () => {
    await jira.close()
    gateway.close()
    released.remove()
  })
  beforeEach(() => {
    pushed = []
    home = mkdtempSync(join(tmpdir(), 'jira-pat-check-cronjob-'))
    for (const volume of ['program', 'config', 'metrics']) mkdirSync(join(home, volume))
    writeFileSync(join(home, 'config/jira-tokens.yml'), list.replaceAll('https://jira.example.com', jira.url))
  })
  afterEach(() => rmSync(home, { recursive: true }))

  const run = ({ command: [program = '', ...args], args: [script = ''], env }: Container, secrets = {}) => {
    const here = script
      .replaceAll('COMMIT_OF_RELEASE', released.commit)
      .replace(/(?<=[\s"])\/(?=(?:program|config|metrics)\b)/g, `${home}/`)
    const environment = {
      ...Object.fromEntries(env.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]))),
      PUSHGATEWAY: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`,
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      ...released.gitEnvironment(),
      ...secrets,
    }
    return new Promise<{ exitCode: unknown; output: string }>((settle) => {
      execFile(program, [...args, here], { env: environment }, (error, stdout, stderr) =>
        settle({ exitCode: error ? error.code : 0, output: stdout + stderr }),
      )
    })
  }
  const night = async (secrets: Record<string, string>) => {
    expect(await run(fetching)).toEqual({ exitCode: 0, output: '' })
    return run(watching, secrets)
  }

  it('ends well where all tokens do, and puts their metrics in the place of the last ones', async () => {
    const { exitCode, output } = await night({ JIRA_PAT_CI: tokenOf('ci'), JIRA_PAT_RELEASE: release })
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 })
    expect(pushed).toMatchObject([{ method: 'PUT', path: '/metrics/job/jira-tokens' }])
    const results = readMetrics(pushed[0]?.body ?? '').filter(({ name }) => name === 'jira_token_result')
    expect(results.map(({ labels }) => [labels['secret'], labels['result']])).toEqual([
      ['JIRA_PAT_CI', 'usable'],
      ['JIRA_PAT_RELEASE', 'usable'],
    ])
    expect(output).not.toContain(release)
  })

  it('fails where one needs care, and the metrics say which', async () => {
    const { exitCode } = await night({ JIRA_PAT_CI: tokenOf('revoked'), JIRA_PAT_RELEASE: release })
    expect(exitCode).toBe(1)
    const results = readMetrics(pushed[0]?.body ?? '').filter(({ name }) => name === 'jira_token_result')
    expect(results).toContainEqual(
      expect.objectContaining({ labels: expect.objectContaining({ secret: 'JIRA_PAT_CI', result: 'refused' }) }),
    )
  })

  it('pushes nothing for a list that is unsound, so that the watch looks as stopped as it is', async () => {
    writeFileSync(join(home, 'config/jira-tokens.yml'), 'tokens: []\n')
    expect((await night({ JIRA_PAT_CI: tokenOf('ci'), JIRA_PAT_RELEASE: release })).exitCode).toBe(2)
    expect(pushed).toEqual([])
  })
})
