// Runs before `npm start`: installs the dependencies on a fresh clone, on whatever Node the machine has.
import { execSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const installed = 'node_modules/.package-lock.json'
const isCurrent = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs

if (!isCurrent) {
  console.error('Installing dependencies (once) …')
  execSync('npm ci --no-audit --no-fund --loglevel=error', { stdio: ['ignore', 2, 2] })
}
