import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ActResult, runAct } from './act.ts'
import { actionsIn, makeRepository, type Repository, scriptAction } from './repository.ts'

let setupNode: Repository
beforeAll(() => {
  setupNode = makeRepository({
    'action.yml': scriptAction(
      ['node-version-file', 'cache'],
      'test "v$(cat "$INPUT_NODE_VERSION_FILE")" = "$(node --print "process.version.split(\'.\', 1)[0]")"',
    ),
  })
})
afterAll(() => setupNode.remove())

it('the self-test of ci.yml passes, as published', async () => {
  const workflow = '.github/workflows/ci.yml'
  const uses = actionsIn(readFileSync(workflow, 'utf8'), 'actions').filter((name) => name.includes('/setup-node@'))
  const result = await runAct({
    repository: '.',
    workflow,
    job: 'self-test',
    matrix: 'os:ubuntu-latest',
    actions: Object.fromEntries(uses.map((name) => [name, setupNode.path])),
    env: { npm_config_prefer_offline: 'true' },
  })

  expect(result, result.output).toMatchObject({ exitCode: 0 })
  expect(verdictOf(result, 'A good token')).toEqual({ outcome: 'success', reason: 'authenticated', annotations: [] })
  expect(verdictOf(result, 'A bad token')).toEqual({
    outcome: 'failure',
    reason: 'token-rejected',
    annotations: ['error: Jira rejected the token (401)'],
  })
  expect(verdictOf(result, 'A missing token, which may pass here')).toEqual({
    outcome: 'success',
    reason: 'token-missing',
    annotations: ['warning: No Jira token given'],
  })
  for (const name of ['Its user is proven', 'It fails the step', 'It is told by the outputs'])
    expect(result.step(name).outcome).toBe('success')
})

const verdictOf = (result: ActResult, name: string) => {
  const { outcome, outputs, annotations } = result.step(name)
  return {
    outcome,
    reason: outputs['reason'],
    annotations: annotations.map(({ level, title }) => `${level}: ${title}`),
  }
}
