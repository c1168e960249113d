import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodToken } from '../support/healthy.ts'
import { type StandInJira, startJira } from '../support/jira.ts'
import { runAct } from './act.ts'
import { nodeFolder } from './program.ts'
import { actionsIn, makeRepository, publishedAction, type Repository } from './repository.ts'

const workflow = 'gate.yml'
const text = readFileSync('examples/github/gate-deployment.yml', 'utf8').replace('svc-deploy', 'svc-ci')

/** A runner that takes the first `node` on PATH, whatever `using:` says, as those of other makers do. */
describe.concurrent('a runner with another Node', () => {
  let published: Repository
  let repository: Repository
  let jira: StandInJira
  beforeAll(async () => {
    published = publishedAction()
    repository = makeRepository({ [workflow]: text, 'scripts/deploy.sh': '#!/bin/sh\necho deployed\n' })
    jira = await startJira()
  })
  afterAll(async () => {
    await jira.close()
    published.remove()
    repository.remove()
  })

  const runOn = async (node: string) => {
    const result = await runAct({
      repository: repository.path,
      workflow,
      event: 'workflow_dispatch',
      secrets: { JIRA_PAT: goodToken },
      variables: { JIRA_URL: jira.url },
      actions: Object.fromEntries(actionsIn(text, 'jira-pat-check').map((uses) => [uses, published.path])),
      node,
    })
    const [check] = result.steps
    if (check === undefined) throw new Error(`there is no step:\n${result.output}`)
    return { result, check }
  }

  it.each([18, 20] as const)('says that Node %d is too old, as an error and by the outputs', async (major) => {
    const { result, check } = await runOn(nodeFolder(major))
    expect(result.exitCode).toBe(1)
    expect(check, result.output).toMatchObject({
      outcome: 'failure',
      annotations: [{ level: 'error', message: expect.stringContaining(`${major}.`) }],
      outputs: { result: 'misconfigured', category: 'configuration', reason: 'node-unsupported' },
    })
    expect(result.output).not.toContain('SyntaxError')
    expect(result.steps.map(({ name }) => name)).not.toContain('./scripts/deploy.sh')
  })

  it('has a verdict on Node 22.15, the oldest that will do', async () => {
    const { result, check } = await runOn(nodeFolder(22))
    expect(check, result.output).toMatchObject({ outcome: 'success', outputs: { reason: 'authenticated' } })
    expect(result.step('./scripts/deploy.sh').log).toEqual(['deployed'])
  })
})
