import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../support/rotation/world.ts'
import { type ActResult, runAct } from './act.ts'
import { actionsIn, makeRepository, publishedAction, type Repository, scriptAction } from './repository.ts'

const example = readFileSync('examples/github/rotate.yml', 'utf8')

describe('rotate.yml, as published', () => {
  let published: Repository
  let app: Repository
  let world: World
  beforeAll(async () => {
    world = await createWorld({ places: ['JIRA_PAT', 'env:production/JIRA_PAT'] })
    world.clock.travelTo(Date.now())
    published = publishedAction()
    const inputs = ['client-id', 'private-key', 'permission-secrets', 'permission-environments']
    app = makeRepository({ 'action.yml': appAction(inputs, world.secrets.token) })
    const release = world.tokens.plant({ name: 'release', createdDays: -79, expiresDays: 11, usedDays: -1 })
    for (const place of world.places) world.plantSecret(place, release.raw, -79)
  })
  afterAll(async () => {
    published.remove()
    app.remove()
    await world.close()
  })

  const run = async (event: string, payload: object = {}): Promise<ActResult> => {
    const text = example
      .replace('https://jira.example.com', world.jiraUrl)
      .replace('expected-user: svc-release', 'expected-user: svc-ci')
    const repository = makeRepository({ '.github/workflows/example.yml': text })
    try {
      return await runAct({
        repository: repository.path,
        workflow: '.github/workflows/example.yml',
        event,
        payload,
        variables: { ROTATE_CLIENT_ID: '1' },
        secrets: { JIRA_PAT: world.handOut(), ROTATE_APP_KEY: 'the key of the App' },
        stepEnv: { GITHUB_API_URL: world.gitHubUrl, GITHUB_REPOSITORY: 'octo-org/octo-repo' },
        actions: {
          ...Object.fromEntries(actionsIn(text, 'jira-pat-check').map((uses) => [uses, published.path])),
          ...Object.fromEntries(actionsIn(text, 'actions').map((uses) => [uses, app.path])),
        },
      })
    } finally {
      repository.remove()
    }
  }

  const rotationOf = ({ steps, output }: ActResult): string | undefined => {
    const step = steps.find(({ outputs }) => 'rotation' in outputs)
    if (step === undefined) throw new Error(`no step has rotated:\n${output}`)
    return step.outputs['rotation']
  }

  const valueIn = (index: number): string | undefined => {
    const place = world.places[index]
    return place && world.secretOf(place)?.value
  }

  it('only looks where it is started so by hand, then makes a new token, writes it everywhere, and shows it nowhere', async () => {
    const before = world.handOut()
    const looked = await run('workflow_dispatch', { inputs: { revoke: 'later', 'dry-run': 'true' } })
    expect(looked, looked.output).toMatchObject({ exitCode: 0 })
    expect(rotationOf(looked)).toBe('would-create')
    expect([valueIn(0), valueIn(1)]).toEqual([before, before])

    const rotated = await run('schedule')
    expect(rotated, rotated.output).toMatchObject({ exitCode: 0 })
    expect(rotationOf(rotated)).toBe('created')
    const after = world.handOut()
    expect(after).not.toBe(before)
    expect(valueIn(1)).toBe(after)
    expect(world.tokens.tokens.filter((token) => world.tokens.isLive(token)).map(({ raw }) => raw)).toEqual([
      before,
      after,
    ])
    expect(rotated.output).not.toContain(after)

    const next = await run('schedule')
    expect(next, next.output).toMatchObject({ exitCode: 0 })
    expect(world.handOut()).toBe(after)
  })
})

/** In the place of the action that makes a token of the App: it needs GitHub. */
function appAction(inputs: string[], token: string): string {
  const [head = '', steps = ''] = scriptAction(inputs, `echo "token=${token}" >> "$GITHUB_OUTPUT"`).split('runs:\n')
  const outputs = 'outputs:\n  token: { description: token, value: "${{ steps.app.outputs.token }}" }\n'
  return `${head}${outputs}runs:\n${steps.replace('    - shell: bash\n', '    - shell: bash\n      id: app\n')}`
}
