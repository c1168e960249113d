import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { bearerRejected, identity } from '../support/answers.ts'
import { goodToken } from '../support/healthy.ts'
import { startJira } from '../support/jira.ts'
import { playAgainst } from '../support/play.ts'
import { routes } from '../support/routes.ts'
import type { ActionResult } from '../support/runner.ts'
import { preload } from './preload.ts'

// S4: without proof of identity the exit code is not 0, whatever breaks, wherever.

/** Plain text needs no sanitizing, and so would not meet every fault. */
const coloured = { displayName: '\u001b[31mCI\u001b[0m Service' }

/** Runs the action with a fault in it, against a Jira that accepts the token or one that does not. */
async function runWith(fault: string, jira: 'accepts' | 'rejects'): Promise<ActionResult> {
  const respond = routes({ myself: jira === 'accepts' ? identity(coloured) : bearerRejected })
  const { result } = await playAgainst(
    { respond },
    // Nothing may be talked into passing by `none`, either.
    { 'timeout-seconds': '5', retries: '0', 'fail-on': jira === 'accepts' ? 'none' : 'refused' },
    { nodeArgs: preload(fault) },
  )
  return result
}

const noStackTrace = ({ stdout, stderr }: ActionResult): void => {
  expect(stdout + stderr).not.toMatch(/^\s+at .*[:(]|node:internal/m)
}

/** Faults that come before the proof, so that nothing can be proven any more. */
const faultsBeforeProof: [what: string, fault: string][] = [
  ['reading the input token', throwingFor('INPUT_TOKEN')],
  ['reading the input jira-url', throwingFor('INPUT_JIRA-URL')],
  ['reading the input fail-on', throwingFor('INPUT_FAIL-ON')],
  ['reading the input retries', throwingFor('INPUT_RETRIES')],
  ['masking', throwingAtWrite('/^::add-mask::/.test(text)')],
  ['the first log line', throwingAtWrite('/^jira-pat-check/.test(text)')],
  [
    'parsing the URL',
    'globalThis.URL = class extends URL { constructor(...given) { super(...given); if (this.port) throw new Error("boom") } }',
  ],
  ['parsing the URL, otherwise', 'URL.parse = URL.canParse = () => { throw new Error("boom") }'],
  ['reading the clock', 'Date.now = () => { throw new Error("boom") }'],
  ['setting a timer', 'globalThis.setTimeout = () => { throw new Error("boom") }'],
  ['making a request', 'import http from "node:http"\nhttp.request = () => { throw new Error("boom") }'],
  ['making a request, with no error', 'import http from "node:http"\nhttp.request = () => { throw undefined }'],
  ['making a request that is none', 'import http from "node:http"\nhttp.request = () => undefined'],
  [
    'a request that says nothing for ever',
    'import http from "node:http"\nimport { EventEmitter } from "node:events"\n' +
      'http.request = () => Object.assign(new EventEmitter(), { end() {}, setTimeout() {}, destroy() {} })',
  ],
  ['connecting', amidConnecting('throw new Error("boom")')],
  ['connecting, with no error', amidConnecting('throw null')],
  ['connecting, a moment later', amidConnecting('setImmediate(() => { throw new Error("boom") })')],
  ['a promise that is rejected and forgotten', amidConnecting('Promise.reject(new Error("boom"))')],
  ['a promise that is rejected with nothing', amidConnecting('Promise.reject()')],
  ['an error that cannot be read', amidConnecting('throw { get message() { throw 1 } }')],
  [
    'an error whose message cannot be read',
    amidConnecting('throw Object.defineProperty(new Error(), "message", { get() { throw new Error("boom") } })'),
  ],
  ['an exit', amidConnecting('process.exit()')],
  ['an end of everything', amidConnecting('process.reallyExit(process.exitCode)')],
  ['decoding the body', amidConnecting('TextDecoder.prototype.decode = () => { throw new Error("boom") }')],
  ['keeping the body', amidConnecting('Buffer.prototype.copy = () => { throw new Error("boom") }')],
  ['parsing JSON', 'JSON.parse = () => { throw "boom" }'],
  ['parsing JSON into nothing', 'JSON.parse = () => undefined'],
  ['parsing JSON into a list', 'JSON.parse = () => []'],
  ['looking for properties', 'Object.hasOwn = () => { throw new Error("boom") }'],
]

/** Faults that come when the verdict is told. */
const faultsAfterProof: [what: string, fault: string][] = [
  ['writing JSON', 'JSON.stringify = () => { throw new RangeError("boom") }'],
  [
    'taking colours out of text',
    'import util from "node:util"\nutil.stripVTControlCharacters = () => { throw new Error("boom") }',
  ],
  ['putting the outputs together', 'String.prototype.includes = () => { throw new Error("boom") }'],
  ['opening the file of the outputs', throwingAtFile('GITHUB_OUTPUT')],
  ['opening the file of the outputs, with no error', throwingAtFile('GITHUB_OUTPUT', 'undefined')],
  ['writing the outputs', 'import fs from "node:fs"\nfs.writeFileSync = () => { throw new Error("boom") }'],
  ['the last log lines', throwingAtWrite('/accepts the token/.test(text)')],
  ['every line', throwingAtWrite('true')],
  ['every line, with no error', throwingAtWrite('true', 'undefined')],
]

function throwingFor(variable: string): string {
  return `process.env = new Proxy(process.env, {
    get(target, name) { if (name === ${JSON.stringify(variable)}) throw new Error('boom'); return target[name] },
  })`
}

function throwingAtWrite(condition: string, error = 'new Error("boom")'): string {
  return `const write = process.stdout.write
    process.stdout.write = function (text, ...rest) {
      if (text !== '' && ${condition}) throw ${error}
      return write.call(this, text, ...rest)
    }`
}

function throwingAtFile(variable: string, error = 'Object.assign(new Error("boom"), { code: "ENOSPC" })'): string {
  return `import fs from 'node:fs'
    const throwing = (write) => (path, ...rest) => {
      if (path === process.env.${variable}) throw ${error}
      return write(path, ...rest)
    }
    fs.openSync = throwing(fs.openSync)
    fs.appendFileSync = throwing(fs.appendFileSync)`
}

function amidConnecting(code: string): string {
  return `import { Socket } from 'node:net'
    const { connect } = Socket.prototype
    Socket.prototype.connect = function (...args) {
      ${code}
      return connect.apply(this, args)
    }`
}

describe('a fault before the proof ends red, although Jira would accept the token and nothing is to fail', () => {
  it.concurrent.for(faultsBeforeProof)('%s', async ([, fault]) => {
    const result = await runWith(fault, 'accepts')
    // A verdict of its own passes with fail-on: none. A fault of the action never does.
    if (result.exitCode === 0) expect(['timeout', 'invalid-json', 'no-identity']).toContain(result.outputs['reason'])
    expect(result.outputs['result'] ?? '').not.toBe('usable')
    noStackTrace(result)
  })
})

describe('a fault while the verdict is told ends red', () => {
  it.concurrent.for(faultsAfterProof)('%s, of a token that is accepted', async ([, fault]) => {
    const result = await runWith(fault, 'accepts')
    expect(result.exitCode).not.toBe(0)
    noStackTrace(result)
  })

  it.concurrent.for(faultsAfterProof)('%s, of a token that is rejected', async ([, fault]) => {
    const result = await runWith(fault, 'rejects')
    expect(result.exitCode).not.toBe(0)
    expect(result.outputs['result'] ?? '').not.toBe('usable')
    noStackTrace(result)
  })
})

describe('a throw at one line of the log after the other', () => {
  const nth = Array.from({ length: 12 }, (_, index) => index + 1)

  it.concurrent.for(nth)('the line number %i', async (number) => {
    const fault = `let lines = 0\n${throwingAtWrite(`++lines === ${number}`)}`
    const [accepted, rejected] = await Promise.all([runWith(fault, 'accepts'), runWith(fault, 'rejects')])
    if (accepted.exitCode === 0) expect(accepted.outputs).toMatchObject({ result: 'usable', username: 'svc-ci' })
    expect(rejected.exitCode).not.toBe(0)
    expect(rejected.outputs['result'] ?? '').not.toBe('usable')
    noStackTrace(accepted)
  })
})

describe('a contradiction behind more headers than Node keeps is seen all the same', () => {
  const fillers = Object.fromEntries(Array.from({ length: 1_200 }, (_, index) => [`A${index}`, '']))

  it.each([
    ['X-Seraph-LoginReason', 'AUTHENTICATED_FAILED'],
    ['X-AUSERNAME', 'jdoe'],
    ['Age', '999'],
  ])('%s: %s', async (name, value) => {
    const good = identity()
    const { [name]: _, ...headers } = good.headers ?? {}
    const myself = { ...good, headers: { ...headers, ...fillers, [name]: value } }
    const { result } = await playAgainst({ respond: routes({ myself }) })
    expect(result).toMatchObject({ exitCode: 1 })
    expect(result.outputs['result']).not.toBe('usable')
  })
})

describe('file functions that do nothing never make a verdict', () => {
  const idle: [string, string][] = ['appendFileSync', 'writeFileSync', 'readFileSync', 'writeSync'].map((name) => [
    name,
    `import fs from 'node:fs'\nfs.${name} = () => undefined`,
  ])

  it.concurrent.for(idle)('%s', async ([, fault]) => {
    const result = await runWith(fault, 'rejects')
    expect(result.exitCode).toBe(1)
    expect(result.outputs['result'] ?? '').not.toBe('usable')
  })
})

describe('outputs that cannot be written end red, since a gate downstream would read nothing', () => {
  const places: [string, Record<string, string>][] = [
    ['no file is named', { GITHUB_OUTPUT: '' }],
    ['the file is not there', { GITHUB_OUTPUT: join(tmpdir(), 'there', 'is', 'no', 'such', 'file') }],
    ['it is a directory', { GITHUB_OUTPUT: tmpdir() }],
    // Linux has a device that is always full.
    ...(process.platform === 'linux'
      ? [['the disk is full', { GITHUB_OUTPUT: '/dev/full' }] as [string, Record<string, string>]]
      : []),
  ]

  it.concurrent.for(places)('%s', async ([, env]) => {
    const { result } = await playAgainst({}, {}, { env })
    expect(result.exitCode).toBe(1)
    expect(result.annotations).toEqual([
      { level: 'error', title: 'The outputs cannot be written', message: expect.stringMatching(/cannot be written/) },
    ])
    // Without the file, GitHub's toolkit would print them.
    expect(result.stdout).not.toContain('svc-ci@example.com')
    expect(result.commands).toEqual([])
    noStackTrace(result)
  })

  it.concurrent.for(places)('%s, with one annotation where the check has failed anyway', async ([, env]) => {
    const { result } = await playAgainst({ respond: routes({ myself: bearerRejected }) }, {}, { env })
    expect(result.exitCode).toBe(1)
    expect(result.annotations).toHaveLength(1)
    expect(result.annotations[0]?.title).toContain('401')
  })
})

describe('a job summary that cannot be written is a log line', () => {
  const places: [string, Record<string, string>, string][] = [
    ['no file is named', { GITHUB_STEP_SUMMARY: '' }, ''],
    ['its directory is not there', { GITHUB_STEP_SUMMARY: join(tmpdir(), 'there', 'is', 'no', 'such', 'file') }, ''],
    ['it is a directory', { GITHUB_STEP_SUMMARY: tmpdir() }, ''],
    ['writing it throws', {}, throwingAtFile('GITHUB_STEP_SUMMARY')],
    ['writing it throws nothing', {}, throwingAtFile('GITHUB_STEP_SUMMARY', 'undefined')],
  ]

  it.concurrent.for(places)('%s', async ([, env, fault]) => {
    const { result } = await playAgainst({}, {}, { env, nodeArgs: preload(fault) })
    expect(result.exitCode).toBe(0)
    expect(result.outputs).toMatchObject({ result: 'usable', username: 'svc-ci' })
    expect(result.annotations).toEqual([])
    expect(result.log.join('\n')).toContain('The job summary cannot be written')
    noStackTrace(result)
  })
})

const packaged = fileURLToPath(new URL('../../dist/index.js', import.meta.url))

describe('standard output', () => {
  /** Closes the reading end of the program's standard output before it has written anything. */
  it.concurrent('that nobody reads makes no verdict', async () => {
    const jira = await startJira()
    const directory = await mkdtemp(join(tmpdir(), 'hostile-'))
    const output = join(directory, 'output')
    await writeFile(output, '')
    const child = spawn(process.execPath, [packaged], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        GITHUB_ACTIONS: 'true',
        GITHUB_OUTPUT: output,
        'INPUT_JIRA-URL': jira.url,
        INPUT_TOKEN: goodToken,
      },
    })
    child.stdout.destroy()
    const [exitCode] = await once(child, 'close')
    await Promise.all([jira.close(), rm(directory, { recursive: true })])
    expect(exitCode).not.toBe(0)
  })
})
