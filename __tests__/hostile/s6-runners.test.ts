import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { bundles } from '../../scripts/programs.ts'
import { certificates } from '../support/certificates.ts'
import { goodToken } from '../support/healthy.ts'
import { startJira } from '../support/jira.ts'
import { parseOutputs } from '../support/outputs.ts'
import { playAgainst } from '../support/play.ts'
import { preload } from './preload.ts'

// S6: runs on Linux, Windows and macOS runners, GitHub Enterprise Server included: nothing POSIX only.

const dist = fileURLToPath(new URL('../../dist', import.meta.url))
const readBundle = (): Promise<string> => readFile(join(dist, 'index.js'), 'utf8')

describe('dist/', () => {
  it('is three programs, and what they load: for a failure, of other products, for a command line', async () => {
    const bundled = bundles.map(([name]) => `${name}.js`)
    expect((await readdir(dist)).toSorted()).toEqual([...bundled, 'licenses.txt', 'package.json'].toSorted())
  })

  it.each([
    ['index.js', ['bitbucket', 'confluence', 'failures', 'open-command-line', 'scheduled']],
    ['scheduled.js', ['bitbucket', 'confluence', 'failures', 'open-command-line']],
    ['watch.js', ['scheduled']],
    ['rotate.js', ['scheduled']],
  ])('%s imports nothing but what every Node 24 has, and what it loads of the others', async (name, others) => {
    const bundle = await readFile(join(dist, name), 'utf8')
    const imports = [
      ...bundle.matchAll(/^\s*(?:import|export)\b[^'"\n]*?\bfrom\s+["']([^"']+)["']/gm),
      ...bundle.matchAll(/\b(?:require|import|builtin|loadBuiltin)\(\s*["']([^"']+)["']\s*\)/g),
    ].map(([, name = '']) => name)
    expect(imports.length).toBeGreaterThan(1)
    expect(imports.filter((name) => !isBuiltin(name)).toSorted()).toEqual(others.map((other) => `./${other}.js`))
  })

  it.each(['bitbucket.js', 'confluence.js', 'failures.js'])('%s imports nothing at all', async (name) => {
    expect(await readFile(join(dist, name), 'utf8')).not.toMatch(/\b(?:require|import)\s*\(|^import\b/m)
  })

  it('starts no program, and loads no native code', async () => {
    const bundle = await readBundle()
    expect(bundle).not.toMatch(/\bchild_process\b|\bprocess\.dlopen\b|\.node["']|\bworker_threads\b/)
  })

  it('has no place of one operating system in it, but the way out that is guarded', async () => {
    const code = (await readBundle()).split('\n').filter((line) => !/^\s*(?:\/\/|\*)/.test(line))
    const places = code.filter((line) => /["'`]\/(?:bin|dev|etc|home|opt|proc|tmp|usr|var)\b/.test(line))
    expect(places.filter((line) => !line.includes('process.execve'))).toEqual([])
    const [guard = ''] = /[^;]{0,300}process\.execve/.exec(code.join('\n')) ?? []
    expect(guard).toMatch(/process\.platform !== ["']win32["']/)
  })
})

/** What Node says where it runs on Windows, as far as the action asks. */
const onWindows = `import os from 'node:os'
  Object.defineProperty(process, 'platform', { value: 'win32' })
  Object.defineProperty(os, 'EOL', { value: '\\r\\n' })
  process.execve = undefined`

describe('a runner', () => {
  it.concurrent('on Windows', async () => {
    const { result } = await playAgainst({}, { projects: 'OPS\r\nWEB\r\n' }, { nodeArgs: preload(onWindows) })
    expect(result.exitCode).toBe(0)
    expect(result.outputs).toMatchObject({ result: 'usable', username: 'svc-ci', 'missing-permissions': '[]' })
    expect(result.stderr).toBe('')
  })

  it.concurrent('on Windows, where a name look-up hangs', async () => {
    const hanging = `${onWindows}
      import dns from 'node:dns'
      dns.lookup = () => {}
      process.getActiveResourcesInfo = () => ['GetAddrInfoReqWrap']`
    const inputs = { 'jira-url': 'https://jira.example.com', 'timeout-seconds': '1', retries: '0' }
    const { result } = await playAgainst({}, inputs, { nodeArgs: preload(hanging) })
    expect(result.outputs['reason']).toBe('timeout')
    expect(result.exitCode).toBe(1)
    expect(result.stderr).toBe('')
  })

  it.concurrent('in a folder with blanks, quotes and letters beyond ASCII', async () => {
    const home = await mkdtemp(join(tmpdir(), "it's a “wörk” föld %20 #1 "))
    const [action, temp] = [join(home, 'the action', 'v1 & more'), join(home, 'runner temp')]
    await cp(dist, action, { recursive: true })
    await mkdir(temp)
    const [output, summary, ca] = ['set output', 'step summary.md', 'private ca.pem'].map((name) => join(temp, name))
    const { root, server } = await certificates()
    await writeFile(output ?? '', '')
    await writeFile(summary ?? '', '')
    await writeFile(ca ?? '', root.cert)
    const jira = await startJira({ tls: server })
    await promisify(execFile)(process.execPath, [join(action, 'index.js')], {
      cwd: temp,
      env: {
        GITHUB_ACTIONS: 'true',
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        'INPUT_CA-CERTIFICATE': 'private ca.pem',
        JIRA_DOMAIN: jira.url,
        JIRA_PAT: goodToken,
      },
    })
    await jira.close()
    expect(parseOutputs(await readFile(output ?? '', 'utf8'))).toMatchObject({ result: 'usable' })
    expect(await readFile(summary ?? '', 'utf8')).toContain('## ✅')
    await rm(home, { recursive: true })
  })

  it.concurrent('with nothing in its environment that it need not have', async () => {
    const jira = await startJira()
    const run = promisify(execFile)(process.execPath, [join(dist, 'index.js')], {
      env: { JIRA_DOMAIN: jira.url, JIRA_PAT: goodToken },
    })
    expect((await run).stdout).toContain('OK: ')
    await jira.close()
  })

  it.concurrent('of GitHub Enterprise Server, where the action may be a mirror', async () => {
    const env = {
      GITHUB_SERVER_URL: 'https://github.example.com',
      GITHUB_API_URL: 'https://github.example.com/api/v3',
      GITHUB_ACTION_REPOSITORY: 'actions-mirror/jira-pat-check',
      GITHUB_ACTION_REF: 'v1',
    }
    const { result } = await playAgainst({}, {}, { env })
    expect(result.outputs['result']).toBe('usable')
    expect(result.summary).toContain('https://github.com/jira-pat-check/jira-pat-check/blob/main/docs/')
  })
})

describe('inputs that were written on Windows', () => {
  it.concurrent('lists', async () => {
    const inputs = { 'expected-user': 'somebody\r\nsvc-ci\r\n', 'fail-on': 'refused,\r\nunknown\r\n' }
    const { result } = await playAgainst({}, inputs)
    expect(result.outputs['result']).toBe('usable')
  })

  it.concurrent('a token and a URL that end with a line break', async () => {
    const jira = await startJira()
    const { result } = await playAgainst({}, { 'jira-url': `${jira.url}/\r\n`, token: `${goodToken}\r\n` })
    await jira.close()
    expect(result.outputs['result']).toBe('usable')
    expect(result.masks).toContain(goodToken)
  })

  it.concurrent('certificates', async () => {
    const { root, server, client } = await certificates()
    const crlf = (pem: string): string => pem.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')
    const tls = { ...server, ca: root.cert, requestCert: true, rejectUnauthorized: true }
    const { result } = await playAgainst(
      { tls },
      { 'ca-certificate': crlf(root.cert), 'client-certificate': crlf(client.cert), 'client-key': crlf(client.key) },
    )
    expect(result.outputs['result']).toBe('usable')
  })
})
