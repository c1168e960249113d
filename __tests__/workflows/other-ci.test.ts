import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { findShellError } from '../../scripts/shell.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { type StandInJira, startJira } from '../support/jira.ts'
import { makeRelease, type Released } from '../support/released.ts'

/** A script of an example, and how that system runs it. */
type Script = { text: string; shell: string[]; env: Record<string, string> }

const readExample = (name: string): string => readFileSync(`examples/${name}`, 'utf8')

const gitlab = parse(readExample('gitlab-ci.yml'))
const azure = parse(readExample('azure-pipelines.yml'))
const [bitbucketCheck, bitbucketDeploy] = parse(readExample('bitbucket-pipelines.yml')).definitions.steps
const jenkinsfile = readExample('Jenkinsfile')

const inShell = (lines: string[]): string => lines.join('\n')
const fromJenkinsfile = (pattern: RegExp): string => {
  const found = pattern.exec(jenkinsfile)?.[1]
  if (found === undefined) throw new Error(`the Jenkinsfile has nothing like ${pattern}`)
  return found
}
const fromJenkinsEnvironment = (name: string): string => fromJenkinsfile(new RegExp(`${name} = '(.*)'`))

const nothing: Script = { text: 'false', shell: ['sh', '-c'], env: {} }

const checks: Record<string, Script> = {
  'GitLab CI': {
    text: inShell(gitlab['jira-token'].script),
    shell: ['bash', '-eo', 'pipefail', '-c'],
    env: gitlab['jira-token'].variables,
  },
  Jenkins: {
    text: fromJenkinsfile(/returnStatus: true, script: '''(.*?)'''/s),
    shell: ['sh', '-xe', '-c'],
    env: Object.fromEntries(
      ['JIRA_DOMAIN', 'JIRA_CHECK_PROJECTS', 'JIRA_CHECK_PERMISSIONS'].map((name) => [
        name,
        fromJenkinsEnvironment(name),
      ]),
    ),
  },
  'Azure Pipelines': {
    text: azure.jobs[0].steps.find(({ bash }: { bash?: string }) => bash !== undefined).bash,
    shell: ['bash', '--noprofile', '--norc', '-c'],
    env: azure.variables,
  },
  'Bitbucket Pipelines': {
    text: inShell(bitbucketCheck.step.script),
    shell: ['bash', '-e', '-c'],
    env: {},
  },
}

describe.skipIf(process.platform === 'win32')('the examples for other CI systems', () => {
  const home = mkdtempSync(join(tmpdir(), 'jira-pat-check-ci-'))
  const workspace = join(home, 'workspace')
  let jira: StandInJira
  let released: Released

  beforeAll(() => {
    released = makeRelease()
  })
  afterAll(() => {
    released.remove()
    rmSync(home, { recursive: true })
  })

  beforeEach(async () => {
    mkdirSync(join(workspace, 'scripts'), { recursive: true })
    writeFileSync(join(workspace, 'scripts', 'deploy.sh'), '#!/bin/sh\necho deployed\n', { mode: 0o755 })
    jira = await startJira()
  })
  afterEach(async () => {
    await jira.close()
    rmSync(workspace, { recursive: true })
  })

  const run = ({ text, shell: [program = 'sh', ...args], env }: Script, token: string) => {
    const here = (value: string) =>
      value.replaceAll('https://jira.example.com', jira.url).replaceAll('COMMIT_OF_RELEASE', released.commit)
    const environment = {
      ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, here(value)])),
      JIRA_PAT: token,
      JIRA_CHECK_RETRIES: '0',
      HOME: home,
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      ...released.gitEnvironment(),
    }
    return new Promise<{ exitCode: unknown; output: string }>((resolve) => {
      execFile(program, [...args, here(text)], { cwd: workspace, env: environment }, (error, stdout, stderr) =>
        resolve({ exitCode: error ? error.code : 0, output: stdout + stderr }),
      )
    })
  }
  const written = (name: string): string => readFileSync(join(workspace, name), 'utf8')

  describe.each(Object.entries(checks))('%s', (system, check) => {
    it('has a script that its shell can read', () => {
      expect(findShellError(check.text, check.shell[0] === 'sh' ? 'sh' : 'bash')).toBeUndefined()
    })

    it('goes on with a good token', async () => {
      const { exitCode, output } = await run(check, goodToken)
      expect({ exitCode, output }).toMatchObject({ exitCode: 0 })
      expect(JSON.parse(written('jira.json'))).toMatchObject({ result: 'usable', baseUrl: jira.url })
      expect(output).not.toContain(goodToken)
    })

    it('stops at a bad token', async () => {
      const { exitCode } = await run(check, badToken)
      expect(exitCode).toBe(1)
      expect(JSON.parse(written('jira.json'))).toMatchObject({ reason: 'token-rejected' })
    })

    it('stops at a missing token', async () => {
      expect((await run(check, '')).exitCode).toBe(2)
    })

    it('writes the verdict where the system shows tests', async () => {
      await run(check, badToken)
      const junit = system === 'Bitbucket Pipelines' ? 'test-results/jira.xml' : 'jira.xml'
      expect(written(junit)).toContain('<failure')
    })
  })

  describe('a Jira that does not answer', () => {
    beforeEach(() => jira.close())
    const check = (system: string) => run(checks[system] ?? nothing, goodToken)

    it('is an exit code that GitLab allows', async () => {
      expect((await check('GitLab CI')).exitCode).toBe(gitlab['jira-token'].allow_failure.exit_codes)
    })

    it('is an exit code that the Jenkinsfile makes unstable', async () => {
      expect((await check('Jenkins')).exitCode).toBe(Number(fromJenkinsfile(/case (\d): unstable/)))
    })

    it('is a warning for Azure Pipelines', async () => {
      const { exitCode, output } = await check('Azure Pipelines')
      expect(exitCode).toBe(0)
      expect(output).toContain('##vso[task.complete result=SucceededWithIssues;]')
      expect(output).toContain('##vso[task.setvariable variable=result;isOutput=true]unknown')
    })

    it('is left to the next step by Bitbucket Pipelines', async () => {
      expect((await check('Bitbucket Pipelines')).exitCode).toBe(0)
    })
  })

  // More than 20 lines or 5 kB, or any line that is no variable, and GitLab turns the file down:
  // https://docs.gitlab.com/administration/instance_limits/#limit-dotenv-variables
  it('hand GitLab a dotenv file that it takes', async () => {
    await run(checks['GitLab CI'] ?? nothing, badToken)
    const lines = written('jira.env').split('\n').slice(0, -1)
    expect(lines.filter((line) => !/^[A-Z_]+=\S*( \S+)*$/.test(line))).toEqual([])
    expect(lines.length).toBeLessThanOrEqual(20)
    expect(Buffer.byteLength(written('jira.env'))).toBeLessThan(5120)
  })

  describe('the deployment', () => {
    const readDotenv = (): Record<string, string> =>
      Object.fromEntries(
        existsSync(join(workspace, 'jira.env'))
          ? written('jira.env')
              .split('\n')
              .filter(Boolean)
              .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
          : [],
      )
    const deployments = {
      'GitLab CI': () => ({ text: inShell(gitlab.deploy.script), shell: ['bash', '-ec'], env: readDotenv() }),
      'Bitbucket Pipelines': () => ({ text: inShell(bitbucketDeploy.step.script), shell: ['bash', '-ec'], env: {} }),
    }

    it.each(Object.entries(deployments))('goes ahead in %s with proof, and not without', async (system, deployment) => {
      const check = checks[system] ?? nothing
      await run(check, goodToken)
      expect(await run(deployment(), '')).toMatchObject({ exitCode: 0, output: expect.stringMatching(/^deployed$/m) })

      rmSync(join(workspace, 'jira-pat-check'), { recursive: true })
      await jira.close()
      await run(check, goodToken)
      expect((await run(deployment(), '')).exitCode).toBe(1)
    })
  })
})
