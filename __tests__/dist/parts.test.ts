import { describe, expect, it, onTestFinished } from 'vitest'
import { setUp } from '../rotation/play.ts'
import { starts } from '../rotation/starts.ts'
import { bearerRejected } from '../support/answers.ts'
import { startGitHubIssues } from '../support/github-issues.ts'
import { goodToken } from '../support/healthy.ts'
import { startJira } from '../support/jira.ts'
import { startPackaged } from '../support/packaged.ts'
import { playAgainst } from '../support/play.ts'
import { bundleOf } from '../support/program.ts'
import { routes } from '../support/routes.ts'
import { runAction } from '../support/runner.ts'
import { watchOf } from '../watch/watched.ts'

/**
 * @param instead what happens where a part is asked for: JavaScript, in which its name is `specifier`
 * @param parts which ones: all but what two programs share, unless told otherwise
 */
const withParts = (instead: string, parts = '(?!scheduled)[\\w-]+'): string => {
  const hooks = `import { registerHooks } from 'node:module'
    registerHooks({
      resolve(specifier, context, next) {
        if (/^\\.\\/${parts}\\.js$/.test(specifier)) ${instead}
        return next(specifier, context)
      },
    })`
  return `--import=data:text/javascript,${encodeURIComponent(hooks)}`
}

/** As where `dist/index.js` was copied alone. */
const alone = withParts(`throw Object.assign(new Error('There is no ' + specifier), { code: 'ERR_MODULE_NOT_FOUND' })`)
/** As where the disk was full, or one file is of another version. */
const strange = withParts(`return { url: 'data:text/javascript,export const VERSION = "1.0.0"', shortCircuit: true }`)
const nodeArgs = [alone]

describe('the parts of the program that are loaded where they are wanted', () => {
  it.concurrent('a check that passes wants none, whatever it asks for', async () => {
    const inputs = { projects: 'OPS, WEB', permissions: 'CREATE_ISSUES', 'expiry-fail-days': '1' }
    const { result } = await playAgainst({}, inputs, { nodeArgs })
    expect(result.outputs).toMatchObject({ result: 'usable', 'missing-permissions': '[]', 'expiry-status': 'ok' })
    expect(result.exitCode).toBe(0)
  })

  it.concurrent('what fails without them is red', async () => {
    const { result } = await playAgainst({ respond: routes({ myself: bearerRejected }) }, {}, { nodeArgs })
    expect(result.outputs).toMatchObject({ reason: 'internal-error', username: '' })
    expect(result.outputs['message']).toContain(
      'failures.js cannot be loaded (ERR_MODULE_NOT_FOUND): copy the whole of dist/',
    )
    expect(result.exitCode).toBe(1)
  })

  it.concurrent('so is what fails where they are not those of this version', async () => {
    const jira = { respond: routes({ myself: bearerRejected }) }
    const { result } = await playAgainst(jira, { 'fail-on': 'none' }, { nodeArgs: [strange] })
    expect(result.outputs['message']).toContain('failures.js is not of this version: copy the whole of dist/')
    expect(result.exitCode).toBe(1)
  })

  it.concurrent('so is what is wrong before anything is asked', async () => {
    const { setting, result } = await playAgainst({}, { token: '' }, { nodeArgs })
    expect(result.outputs['reason']).toBe('internal-error')
    expect(result.exitCode).toBe(1)
    expect(setting.jira?.requests).toEqual([])
  })

  it('a watch that has not got them is red before it asks, and writes no issue about a token', async () => {
    const [jira, github] = [await startJira(), await startGitHubIssues()]
    onTestFinished(() => Promise.all([jira.close(), github.close()]).then(() => undefined))
    const list = watchOf([{ secret: 'ONE', 'jira-url': jira.url, token: goodToken }], {
      nodeArgs,
      inputs: { issues: 'true', 'github-token': github.token },
      env: { GITHUB_API_URL: github.url, GITHUB_EVENT_NAME: 'schedule', GITHUB_REF: 'refs/heads/main' },
      event: { repository: { default_branch: 'main' } },
    })
    const result = await runAction(list)
    expect(result.outputs).toMatchObject({ result: 'unknown', 'needs-care': '["ONE"]' })
    expect(result.stdout).toContain('failures.js cannot be loaded')
    expect(result.exitCode).toBe(1)
    expect([...jira.requests, ...github.requests.filter(({ method }) => method !== 'GET')]).toEqual([])
  })

  it.each(['watch', 'rotate'] as const)('%s is red without what it shares with the other', async (action) => {
    const unshared = withParts(`throw Object.assign(new Error(), { code: 'ERR_MODULE_NOT_FOUND' })`, 'scheduled')
    const told =
      'jira-pat-check could not start: scheduled.js cannot be loaded (ERR_MODULE_NOT_FOUND): copy the whole of dist/\n'
    const onGitHub = await runAction({ action, nodeArgs: [unshared] })
    expect(onGitHub.stdout).toBe(`::error title=The check itself failed::${told}`)
    expect(onGitHub.exitCode).toBe(1)
    const onCommandLine = await startPackaged({ args: [action], nodeArgs: [unshared] })
    expect(onCommandLine).toMatchObject({ stdout: '', stderr: told, exitCode: 3 })
  })

  it.each([
    ['are missing', alone],
    ['are not those of this version', strange],
  ])('a rotation is red before it asks or changes anything where they %s', async (_, nodeArg) => {
    const [due] = starts
    if (due === undefined) throw new Error('there is no way for a rotation to start')
    const { world } = await setUp(due, { program: [nodeArg, bundleOf('rotate')] })
    onTestFinished(() => world.close())
    const result = await world.run({})
    expect(result.outputs).toMatchObject({ result: 'unknown', reason: 'internal-error' })
    expect(result.exitCode).toBe(1)
    expect(world.exchanges).toEqual([])
  })
})
