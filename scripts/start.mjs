// `npm start`, on a fresh clone too and on whatever Node the machine has: from 22.18 on it runs TypeScript by itself, and
// nothing is installed; an older one fetches a newer Node first, once, and nothing else.
import { execSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const script = join(root, '__tests__/support/start.ts')
const [major, minor] = process.versions.node.split('.').map(Number)

// https://nodejs.org/docs/latest-v22.x/api/typescript.html#type-stripping
if (major > 22 || (major === 22 && minor >= 18)) await runHere()
else runOn(fetchNode())

async function runHere() {
  // Until 24.3 it says that this is experimental.
  process.removeAllListeners('warning')
  await import('../__tests__/support/start.ts')
}

/** Ends as the other Node does; what ends this process is handed on to that. */
function runOn(node) {
  const child = spawn(node, [script, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

/** @returns the path of a newer Node, pinned by the lockfile of `scripts/node/`; where there is none, that of `npm ci` */
function fetchNode() {
  const { platform, arch } = process
  const directory = join(root, '.node')
  const packageName = `node-${platform === 'win32' ? 'win' : platform}-${arch}`
  const node = join(directory, 'node_modules', packageName, 'bin', platform === 'win32' ? 'node.exe' : 'node')
  const lockfile = join(root, 'scripts/node/package-lock.json')
  const isPinned = ['linux-x64', 'linux-arm64', 'win32-x64'].includes(`${platform}-${arch}`)
  if (!isPinned) return installAll()
  const installed = join(directory, 'node_modules/.package-lock.json')
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lockfile).mtimeMs) {
    console.error(`Node ${process.versions.node} is older than 22.18: a newer one is fetched (once) …`)
    mkdirSync(directory, { recursive: true })
    for (const name of ['package.json', 'package-lock.json'])
      cpSync(join(root, 'scripts/node', name), join(directory, name))
    install(directory)
  }
  return node
}

function installAll() {
  const node = join(root, 'node_modules/node/bin/node')
  if (!existsSync(node)) {
    console.error(
      `Node ${process.versions.node} is older than 22.18: the dependencies, which hold a newer one, are installed (once) …`,
    )
    install(root)
  }
  return node
}

function install(directory) {
  execSync('npm ci --no-audit --no-fund --loglevel=error', { cwd: directory, stdio: ['ignore', 2, 2] })
}
