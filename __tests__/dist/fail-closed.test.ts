import { expect, it } from 'vitest'
import { playAgainst } from '../support/play.ts'
import { never } from '../support/reply.ts'

/** Loads code into the process before the action, as an option for Node. */
const preload = (code: string): string[] => [`--import=data:text/javascript,${encodeURIComponent(code)}`]

/** Runs code in the middle of the check: when the connection to Jira is being opened. */
const amid = (code: string): string =>
  `import { Socket } from 'node:net'
   const { connect } = Socket.prototype
   Socket.prototype.connect = function (...args) {
     setImmediate(() => { ${code} })
     return connect.apply(this, args)
   }`

const faults: [what: string, code: string][] = [
  ['an error nobody catches', amid('throw new Error("boom")')],
  ['something thrown that is no error', amid('throw null')],
  ['a promise rejected that nobody awaits', amid('Promise.reject(new Error("boom"))')],
  ['a promise rejected with nothing', amid('Promise.reject()')],
  ['an exit without a code', amid('process.exit()')],
  ['JSON that cannot be parsed for a strange reason', 'JSON.parse = () => { throw "boom" }'],
  ['JSON that cannot be written', 'JSON.stringify = () => { throw new RangeError("boom") }'],
]

it.concurrent.for(faults)('%s ends red', async ([, code]) => {
  const { result } = await playAgainst(
    { respond: () => (code.includes('setImmediate') ? { after: never } : undefined) },
    { 'timeout-seconds': '5' },
    { nodeArgs: preload(code) },
  )
  expect(result.exitCode).not.toBe(0)
  expect(result.outputs['result']).not.toBe('usable')
  expect(result.stdout + result.stderr).not.toMatch(/^\s+at /m)
})

it.concurrent('a fault of the action itself is told with where it happened', async () => {
  const { setting, result } = await playAgainst(
    { respond: () => ({ after: never }) },
    {},
    { nodeArgs: preload(amid('throw new Error("boom")')) },
  )
  expect(result.outputs).toMatchObject({ reason: 'internal-error', stage: 'authentication' })
  expect(JSON.parse(result.outputs['report'] ?? '')).toMatchObject({
    baseUrl: setting.jira?.url,
    stage: 'authentication',
    requests: 1,
    durationMs: expect.toSatisfy((durationMs: number) => durationMs > 0),
  })
})
