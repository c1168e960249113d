import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answeredTo, identity, jiraUnavailable, permissions, status, tokens } from '../support/answers.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { type StandInJira, startJira } from '../support/jira.ts'
import { spellingsOf } from '../support/leaks.ts'
import { routes } from '../support/routes.ts'
import { type ActResult, runAct } from './act.ts'
import { actionsIn, makeRepository, publishedAction, type Repository } from './repository.ts'

const readExample = (name: string): string => readFileSync(`examples/github/${name}`, 'utf8')

/** What the examples call, as somebody's repository has it: it says what was called, and what a log may not show. */
const scripts = {
  'scripts/deploy.sh': '#!/bin/sh\necho deployed\n',
  'scripts/release-notes.sh': '#!/bin/sh\necho written\n',
  'scripts/link-in-jira.sh': [
    '#!/bin/sh',
    'echo "linked in $JIRA_URL with $JIRA_PAT"',
    'node --print "encodeURIComponent(process.env.JIRA_PAT)"',
  ].join('\n'),
}

/** These want an issue tracker or a store of secrets too; see `watch.test.ts` and `rotate.test.ts`. */
const withGitHub = /^(?:fleet(?:-matrix)?|nightly-.*|rotate)\.yml$/

it('leaves out no example that it could try', () => {
  const tried = readdirSync('examples/github').filter((name) => !withGitHub.test(name))
  expect(tried.toSorted()).toEqual(['gate-deployment.yml', 'pre-flight.yml'])
})

/** A port of this machine on which nothing listens. */
const nowhere = 'http://127.0.0.1:9'

describe('the examples, as published', () => {
  let published: Repository
  let jira: StandInJira
  let deploying: StandInJira
  let maintained: StandInJira
  beforeAll(async () => {
    published = publishedAction()
    jira = await startJira()
    maintained = await startJira({ respond: routes({ myself: jiraUnavailable, status: status('MAINTENANCE') }) })
    // The Jira that the example expects: its token belongs to `svc-deploy`.
    deploying = await startJira({
      respond: routes({
        myself: answeredTo('svc-deploy', identity({ name: 'svc-deploy', key: 'svc-deploy' })),
        permissions: answeredTo('svc-deploy', permissions()),
        tokens: answeredTo('svc-deploy', tokens([{ name: 'deploy', daysLeft: 80 }])),
      }),
    })
  })
  afterAll(async () => {
    await Promise.all([jira, deploying, maintained].map((server) => server.close()))
    published.remove()
  })

  const run = async (name: string, url: string, token?: string): Promise<ActResult> => {
    const text = readExample(name)
    const workflow = '.github/workflows/example.yml'
    const repository = makeRepository({ ...scripts, [workflow]: text })
    try {
      const result = await runAct({
        repository: repository.path,
        workflow,
        event: text.includes('workflow_dispatch:') ? 'workflow_dispatch' : 'push',
        secrets: token === undefined ? {} : { JIRA_PAT: token },
        variables: { JIRA_URL: url },
        actions: Object.fromEntries(actionsIn(text, 'jira-pat-check').map((uses) => [uses, published.path])),
      })
      for (const spelling of spellingsOf(token ?? badToken)) expect(result.output).not.toContain(spelling)
      return result
    } finally {
      repository.remove()
    }
  }

  describe.concurrent('gate-deployment.yml', () => {
    const gate = (url: string, token?: string) => run('gate-deployment.yml', url, token)

    it('deploys with proof: the verdict crosses to the other job', async () => {
      const result = await gate(deploying.url, goodToken)
      expect(result).toMatchObject({ exitCode: 0 })
      expect(checkOf(result), result.output).toMatchObject({
        outcome: 'success',
        annotations: [],
        outputs: { result: 'usable' },
      })
      expect(result.step('./scripts/deploy.sh')).toMatchObject({ outcome: 'success', log: ['deployed'] })
    })

    it.each([
      ['the token of somebody else', () => jira.url, goodToken, 'wrong-user', /another user/],
      ['a token that Jira refuses', () => jira.url, badToken, 'token-rejected', /rejected/],
      ['a Jira that is down', () => nowhere, goodToken, 'connection-refused', /refused/],
      ['a secret that is missing', () => jira.url, undefined, 'token-missing', /No Jira token/],
    ])('does not deploy with %s', async (_, url, token, reason, title) => {
      const result = await gate(url(), token)
      expect(result, result.output).toMatchObject({ exitCode: 1 })
      const check = checkOf(result)
      expect(check, result.output).toMatchObject({
        outcome: 'failure',
        annotations: [{ level: 'error', title: expect.stringMatching(title) }],
        outputs: { reason },
      })
      expect(check.summary.split('\n', 1)).toEqual([expect.stringMatching(title)])
      expect(result.steps.map(({ name }) => name)).not.toContain('./scripts/deploy.sh')
    })
  })

  describe.concurrent('pre-flight.yml', () => {
    const preFlight = (url: string, token?: string) => run('pre-flight.yml', url, token)

    it('goes all the way with a good token, no spelling of which is shown', async () => {
      const result = await preFlight(jira.url, goodToken)
      expect(result, result.output).toMatchObject({ exitCode: 0 })
      expect(checkOf(result), result.output).toMatchObject({
        outcome: 'success',
        annotations: [],
        outputs: { username: 'svc-ci' },
      })
      expect(result.step('Write the release notes')).toMatchObject({ outcome: 'success', log: ['written'] })
      expect(result.step('Link them in Jira')).toMatchObject({ log: [`linked in ${jira.url} with ***`, '***'] })
    })

    it('writes the notes, and links nothing, while Jira is in maintenance: a warning says so', async () => {
      const result = await preFlight(maintained.url, goodToken)
      expect(result, result.output).toMatchObject({ exitCode: 0 })
      expect(checkOf(result), result.output).toMatchObject({
        outcome: 'success',
        annotations: [{ level: 'warning', title: expect.stringMatching(/maintenance/) }],
        outputs: { result: 'unknown', reason: 'maintenance' },
      })
      expect(result.step('Write the release notes').log).toEqual(['written'])
      expect(result.steps.map(({ name }) => name)).not.toContain('Link them in Jira')
    })

    it.each([
      ['a token that Jira refuses', () => jira.url, badToken, 'token-rejected'],
      ['a secret that is missing', () => jira.url, undefined, 'token-missing'],
      ['an address where nothing listens', () => nowhere, goodToken, 'connection-refused'],
    ])('stops before the work at %s', async (_, url, token, reason) => {
      const result = await preFlight(url(), token)
      expect(result, result.output).toMatchObject({ exitCode: 1 })
      expect(checkOf(result), result.output).toMatchObject({
        outcome: 'failure',
        annotations: [{ level: 'error' }],
        outputs: { reason },
      })
      expect(result.steps.map(({ name }) => name)).not.toContain('Write the release notes')
    })
  })

  /** The step that uses this action, whatever it is called. */
  const checkOf = ({ steps, output }: ActResult) => {
    const step = steps.find(({ outputs }) => 'reason' in outputs)
    if (step === undefined) throw new Error(`no step has a verdict:\n${output}`)
    return step
  }
})
