import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { machineEnvironment } from '../../__tests__/support/program.ts'
import { runAction } from '../../__tests__/support/runner.ts'
import type { Setting } from '../../__tests__/support/scenarios.ts'
import type { Peer } from './peer.ts'

/** How a program ended, and what it printed. */
export interface Ended {
  /** Null where it did not end in time, and was killed. */
  readonly exitCode: number | null
  /** All of it; of the action what the runner shows. */
  readonly shown: string
  readonly durationMs: number
}

/** Runs a peer in a world that is set up. @param limitMs after which it is killed with all that it has started */
export async function playPeer(peer: Peer, { inputs = {}, env = {} }: Setting, limitMs: number): Promise<Ended> {
  const home = await mkdtemp(join(tmpdir(), 'jira-peers-'))
  try {
    const startMs = performance.now()
    const child = spawn(peer.command, peer.args, {
      cwd: home,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...machineEnvironment(),
        HOME: home,
        JIRA_URL: inputs['jira-url'] ?? '',
        JIRA_PAT: inputs['token'] ?? '',
        ...(await trusting(inputs['ca-certificate'], home)),
        ...peer.env,
        ...env,
      },
    })
    const printed: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk))
    const kill = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }
    const timer = setTimeout(kill, limitMs)
    const [exitCode]: (number | null)[] = await once(child, 'close')
    clearTimeout(timer)
    const durationMs = performance.now() - startMs
    return { exitCode: exitCode ?? null, shown: Buffer.concat(printed).toString(), durationMs }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** Runs the packaged action in it, with what the others are given too: address, token, and CA. */
export async function playAction(setting: Setting, limitMs: number): Promise<Ended & { readonly reason: string }> {
  const { 'jira-url': url = '', token = '', 'ca-certificate': ca } = setting.inputs ?? {}
  const inputs = { 'jira-url': url, token, ...(ca !== undefined && { 'ca-certificate': ca }) }
  const result = await runAction({ ...setting, inputs, timeoutMs: limitMs })
  const { exitCode, stdout, stderr, summary, outputs, durationMs } = result
  // The runner takes these lines as commands, and shows them to nobody.
  const shown = [stdout.replace(/^::add-mask::.*$/gm, ''), stderr, summary].join('\n')
  return { exitCode, shown, durationMs, reason: outputs['reason'] ?? '' }
}

/** A CA as curl, Python's requests and Node take it. */
async function trusting(pem: string | undefined, folder: string): Promise<Record<string, string>> {
  if (pem === undefined) return {}
  const path = join(folder, 'ca.pem')
  await writeFile(path, pem)
  return { CURL_CA_BUNDLE: path, REQUESTS_CA_BUNDLE: path, NODE_EXTRA_CA_CERTS: path }
}
