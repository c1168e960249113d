import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { preload } from '../hostile/preload.ts'
import { linesOf } from '../support/commands.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { type StandInJira, startJira } from '../support/jira.ts'
import { type ProcessResult, startPackaged } from '../support/packaged.ts'
import { playAgainst } from '../support/play.ts'
import type { ActionResult } from '../support/runner.ts'

let jira: StandInJira
beforeAll(async () => {
  jira = await startJira()
})
afterAll(() => jira.close())

/** Runs a step of GitHub Actions in which this code runs first, with a token that Jira would accept. */
async function runStep(code: string): Promise<ActionResult> {
  const { result } = await playAgainst({}, { 'fail-on': 'none' }, { nodeArgs: preload(code), timeoutMs: 20_000 })
  return result
}

/** The same on a command line. */
const runCommand = (code: string, args: string[] = []): Promise<ProcessResult> =>
  startPackaged({
    nodeArgs: preload(code),
    args: ['--fail-on', 'none', ...args],
    env: { JIRA_DOMAIN: jira.url, JIRA_PAT: goodToken },
    timeoutMs: 20_000,
  })

/** Runs this where the connection to Jira is about to be opened. */
const amid = (code: string): string =>
  `import { Socket } from 'node:net'
   const { connect } = Socket.prototype
   Socket.prototype.connect = function (...args) {
     ${code}
     return connect.apply(this, args)
   }`

/** A request that comes to nothing, and a deadline that nobody waits for. */
const silent = `import http from 'node:http'
  import { EventEmitter } from 'node:events'
  http.request = () => Object.assign(new EventEmitter(), { end() {}, setTimeout() {}, destroy() {} })
  const { setTimeout } = globalThis
  globalThis.setTimeout = (...args) => setTimeout(...args).unref()`

/** Something that would keep any process alive. */
const busy = 'setInterval(() => {}, 60_000)'

describe('a fault is told, and ends red', () => {
  const faults: [what: string, code: string, message: string][] = [
    ['an error nobody catches', amid('setImmediate(() => { throw new Error("boom") })'), 'boom'],
    ['a promise rejected that nobody awaits', amid('Promise.reject(new Error("boom"))'), 'boom'],
    ['a check that is never settled, with nothing left to wait for', silent, 'the check ended without a verdict'],
  ]

  it.concurrent.for(faults)('%s', async ([, code, message]) => {
    const [step, command] = await Promise.all([runStep(code), runCommand(code)])
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ reason: 'internal-error', message: expect.stringContaining(message) })
    expect(step.annotations).toHaveLength(1)
    // 1 would say that the token is refused.
    expect(command.exitCode).toBe(3)
    expect(command.stdout).toContain(message)
    expect(command.stderr).toBe('')
  })

  it.concurrent('has a last word where even telling it fails', async () => {
    const noClock = 'Date.now = () => { throw new TypeError("the clock is broken") }'
    const [step, command] = await Promise.all([runStep(noClock), runCommand(noClock)])
    const lastWord = 'jira-pat-check ran into a fault of its own and proved nothing.'
    expect(linesOf(step.stdout).filter((line) => !line.startsWith('::add-mask::'))).toEqual([
      `::error title=The check itself failed::${lastWord}`,
    ])
    expect(step).toMatchObject({ exitCode: 1, stderr: '' })
    expect(command).toMatchObject({ exitCode: 3, stdout: `${lastWord}\n`, stderr: '' })
  })
})

describe('nothing makes it green', () => {
  it.concurrent.for([
    ['an exit amid it', amid('process.exit()')],
    [
      'a fault while it ends, after the proof',
      `const { write } = process.stdout
       process.stdout.write = function (text, ...rest) {
         if (text === '') throw new Error('boom')
         return write.call(this, text, ...rest)
       }`,
    ],
    [
      'a fault after the proof, before all is written',
      `const { write } = process.stdout
       process.stdout.write = function (text, ...rest) {
         if (text === '') return void setImmediate(() => { throw new Error('boom') })
         return write.call(this, text, ...rest)
       }`,
    ],
  ])('%s', async ([, code = '']) => {
    const [step, command] = await Promise.all([runStep(code), runCommand(code)])
    expect([step.exitCode, command.exitCode]).toEqual([1, 3])
  })
})

describe('nothing that is still open keeps it', () => {
  it.concurrent('from a verdict', async () => {
    const [step, command] = await Promise.all([runStep(busy), runCommand(busy)])
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'usable' } })
    expect(command).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('OK: ') })
  })

  it.concurrent.for([
    ['--help', 0],
    ['--version', 0],
    ['--porjects', 2],
  ] as const)('from an answer to the command line: %s', async ([flag, exitCode]) => {
    expect(await runCommand(busy, [flag])).toMatchObject({ exitCode })
  })

  it.skipIf(process.platform === 'win32').concurrent('not even a look-up that holds up the exit', async () => {
    const hanging = `import dns from 'node:dns'
      dns.lookup = () => {}
      process.getActiveResourcesInfo = () => ['GetAddrInfoReqWrap']
      process.exit = () => ${busy}`
    const { exitCode, stdout } = await startPackaged({
      nodeArgs: preload(hanging),
      args: ['--timeout-seconds', '1', '--retries', '0'],
      env: { JIRA_DOMAIN: 'https://jira.example.com', JIRA_PAT: goodToken },
      timeoutMs: 20_000,
    })
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: expect.stringContaining('UNKNOWN: ') })
  })
})

describe('ends by itself, since exit() can wait for ever for one of V8’s threads', () => {
  const noExit = preload(`process.exit = () => ${busy}`)

  it.concurrent.for<[what: string, inputs: Record<string, string>, verdict: string, exitCode: number]>([
    ['a token that is accepted', {}, 'usable', 0],
    ['projects over several connections', { projects: 'OPS WEB APP' }, 'usable', 0],
    ['a token that is rejected', { token: badToken }, 'refused', 1],
    ['a connection that is refused', { 'jira-url': 'http://127.0.0.1:1', retries: '0' }, 'unknown', 1],
    ['an input that cannot be read', { retries: 'many' }, 'misconfigured', 1],
  ])('%s', async ([, inputs, verdict, exitCode]) => {
    const { result } = await playAgainst({}, inputs, { nodeArgs: noExit, timeoutMs: 20_000 })
    expect(result).toMatchObject({ exitCode, outputs: { result: verdict } })
  })

  it.concurrent('a token from standard input', async () => {
    const { exitCode } = await startPackaged({
      nodeArgs: noExit,
      args: ['--token', '-'],
      stdin: `${goodToken}\n`,
      env: { JIRA_DOMAIN: jira.url },
      timeoutMs: 20_000,
    })
    expect(exitCode).toBe(0)
  })
})

it.concurrent('all that is written arrives, however slowly it is read', async () => {
  const slow = `const { write } = process.stdout
    let last = Promise.resolve()
    process.stdout.write = function (text, ...rest) {
      const callback = rest.findLast((given) => typeof given === 'function')
      const turn = () => new Promise((resolve) => setImmediate(() => { write.call(this, text); callback?.(); resolve() }))
      last = last.then(turn)
      return true
    }`
  const { stdout, exitCode } = await runCommand(slow)
  expect(stdout).toContain('OK: Jira accepts the token')
  expect(exitCode).toBe(0)
})
