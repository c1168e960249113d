import { execFile, spawnSync } from 'node:child_process'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { goodToken } from '../support/healthy.ts'
import { play } from '../support/play.ts'
import { resolving } from '../support/resolver.ts'
import { withInputs } from '../support/scenarios/scenario.ts'

const packaged = fileURLToPath(new URL('../../dist/index.js', import.meta.url))
const nameServer = '127.53.53.53'

// A look-up runs in a thread of its own that nothing can call off, and that the end of the process would wait for.
it('ends in time where the name server says nothing', async ({ skip }) => {
  const canReplaceFiles = spawnSync('unshare', ['--map-root-user', '--mount', 'true']).status === 0
  if (!canReplaceFiles) skip('needs the program unshare, and user namespaces')
  const server = await listenAsNameServer()
  if (server === undefined) return skip('needs the right to listen on port 53')

  const directory = await mkdtemp(join(tmpdir(), 'jira-pat-check-'))
  try {
    let questions = 0
    server.on('message', () => questions++)
    const resolvConf = join(directory, 'resolv.conf')
    await writeFile(resolvConf, `nameserver ${nameServer}\n`)
    const report = join(directory, 'report.json')
    const startedMs = performance.now()
    const ended = await runWith(resolvConf, [process.execPath, packaged, '--report', report])

    expect(questions).toBeGreaterThan(0)
    expect(ended.code, ended.stderr).toBe(3)
    expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({
      result: 'unknown',
      reason: 'timeout',
      message: expect.stringContaining('resolving the host name'),
    })
    // The system itself would go on trying for ten seconds.
    expect(performance.now() - startedMs).toBeLessThan(6_000)
  } finally {
    server.close()
    await rm(directory, { recursive: true, force: true })
  }
})

/** @returns undefined where this user may not listen there */
async function listenAsNameServer(): Promise<Socket | undefined> {
  const server = createSocket('udp4')
  try {
    server.bind(53, nameServer)
    await once(server, 'listening')
    return server
  } catch {
    server.close()
    return undefined
  }
}

/** Runs a command in a mount namespace of its own, where this is the resolver's configuration. */
async function runWith(resolvConf: string, command: string[]): Promise<{ code: number; stderr: string }> {
  const script = 'mount --bind "$0" /etc/resolv.conf && exec "$@"'
  const args = ['--map-root-user', '--mount', 'sh', '-c', script, resolvConf, ...command]
  const env = {
    PATH: process.env['PATH'],
    JIRA_DOMAIN: 'https://jira.example.com',
    JIRA_PAT: goodToken,
    JIRA_CHECK_TIMEOUT_SECONDS: '1',
  }
  try {
    const { stderr } = await promisify(execFile)('unshare', args, { env })
    return { code: 0, stderr }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'stderr' in error)) throw error
    return { code: Number(error.code), stderr: String(error.stderr) }
  }
}

describe('transient faults', () => {
  it.concurrent('of name resolution are tried again too', async () => {
    const inputs = { 'jira-url': 'https://jira.example.com', token: goodToken, retries: '1' }
    const { result } = await play({
      setUp: withInputs(inputs, { nodeArgs: resolving({ 'jira.example.com': 'EAI_AGAIN' }) }),
    })
    expect(result.outputs).toMatchObject({ reason: 'dns-unavailable' })
    expect(result.log.join('\n')).toMatch(/attempt 1 of 2.*\n.*attempt 2 of 2/)
  })
})
