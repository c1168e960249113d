/**
 * `node scripts/install.ts FOLDER…`: installs what only one script needs, from the `package.json` and the lockfile in its
 * folder, into that folder's own `node_modules/`; once for each lockfile, and without scripts of the packages. So nobody
 * who wants none of it has to fetch it.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

for (const folder of process.argv.slice(2)) install(folder)

function install(folder: string): void {
  // npm writes this when all the rest is there.
  const installed = join(folder, 'node_modules/.package-lock.json')
  const lockfile = join(folder, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return
  console.error(`What ${lockfile} names is installed (once) …`)
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
}
