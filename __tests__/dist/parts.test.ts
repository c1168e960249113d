import { describe, expect, it } from 'vitest'
import { bearerRejected } from '../support/answers.ts'
import { playAgainst } from '../support/play.ts'
import { routes } from '../support/routes.ts'

/** As where `dist/index.js` was copied alone. */
const alone = `import { registerHooks } from 'node:module'
  registerHooks({
    resolve(specifier, context, next) {
      if (/^\\.\\/[\\w-]+\\.js$/.test(specifier)) throw new Error('There is no ' + specifier)
      return next(specifier, context)
    },
  })`
const nodeArgs = [`--import=data:text/javascript,${encodeURIComponent(alone)}`]

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
    expect(result.outputs['message']).toContain('There is no ./failures.js')
    expect(result.exitCode).toBe(1)
  })

  it.concurrent('so is what is wrong before anything is asked', async () => {
    const { setting, result } = await playAgainst({}, { token: '' }, { nodeArgs })
    expect(result.outputs['reason']).toBe('internal-error')
    expect(result.exitCode).toBe(1)
    expect(setting.jira?.requests).toEqual([])
  })
})
