// `node scripts/try-package.mjs`: packs what npm would publish, installs that without a network into an empty folder, and
// runs it as `npx jira-pat-check` does, on the Node that runs this; any from 22.15 on. The Jira and the token that it knows
// come from JIRA_DOMAIN and JIRA_PAT; `npm start -- --serve` has both.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const { JIRA_DOMAIN = '', JIRA_PAT = '' } = process.env
const folder = mkdtempSync(join(tmpdir(), 'jira-pat-check-package-'))

/** npm is a script of the shell on Windows. None of what stands here needs to be quoted for it. */
function run(program, args, { cwd = folder, env = {} } = {}) {
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter)
  return spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, npm_config_update_notifier: 'false', ...env, PATH: path },
    shell: process.platform === 'win32',
  })
}

function npm(args, options) {
  const { status, stdout, stderr } = run('npm', args, options)
  assert.equal(status, 0, `npm ${args.join(' ')} fails:\n${stdout}${stderr}`)
  return stdout
}

const npx = (args, env) => run('npx', ['--offline', '--no-install', 'jira-pat-check', ...args], { env })

/** What a command ends with, and what it says somewhere. */
function expectOf(args, env, status, words) {
  const result = npx(args, env)
  const told = `${result.stdout}${result.stderr}`
  assert.equal(result.status, status, `jira-pat-check ${args.join(' ')} ends with ${result.status}:\n${told}`)
  assert.match(told, words)
}

try {
  assert(JIRA_DOMAIN && JIRA_PAT, 'JIRA_DOMAIN and JIRA_PAT are wanted: npm start -- --serve has both')
  const [{ filename }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: root }),
  )
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  npm(['install', '--offline', '--no-audit', '--no-fund', `./${filename}`])

  expectOf(['--version'], {}, 0, new RegExp(`^${version}$`, 'm'))
  for (const program of ['check', 'watch', 'rotate']) {
    expectOf([program, '--help'], {}, 0, /^Usage: jira-pat-check[\s\S]*^Exit codes:/m)
  }
  expectOf([], {}, 0, /^OK: /m)
  expectOf([], { JIRA_PAT: `${JIRA_PAT.slice(0, -4)}AAAA` }, 1, /^REFUSED: /m)
  expectOf([], { JIRA_PAT: '' }, 2, /^MISCONFIGURED: /m)
  expectOf(['--jira-ulr', 'x'], {}, 2, /perhaps --jira-url is meant/)
  writeFileSync(join(folder, 'tokens.yml'), `tokens:\n  - secret: JIRA_PAT\n    jira-url: ${JIRA_DOMAIN}\n`)
  expectOf(['watch', '--tokens', 'tokens.yml'], {}, 0, /is well/)
  console.log(`${filename} runs as npx jira-pat-check on Node ${process.versions.node}.`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
