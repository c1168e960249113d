import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { goodToken } from './healthy.ts'
import { startJira } from './jira.ts'
import { machineEnvironment } from './program.ts'

/** What npm needs of the machine besides, on Windows mostly. */
const FOR_NPM = ['HOME', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'ComSpec', 'PATHEXT']

/**
 * Packs, installs and runs the npm package against the stand-in Jira: `scripts/try-package.mjs`.
 *
 * @param node the path of the Node that runs it, and npm
 * @returns how it ended, and what it printed
 */
export async function tryPackage(node: string): Promise<{ exitCode: unknown; output: string }> {
  const jira = await startJira()
  try {
    const forNpm = Object.fromEntries(FOR_NPM.map((name) => [name, process.env[name]]))
    const env = { ...machineEnvironment(), ...forNpm, JIRA_DOMAIN: jira.url, JIRA_PAT: goodToken }
    const child = spawn(node, ['scripts/try-package.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    const [exitCode] = await once(child, 'close')
    return { exitCode, output }
  } finally {
    await jira.close()
  }
}
