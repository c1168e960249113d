import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startStoreServer } from '../support/rotation/store-server.ts'
import { createWorld, type World } from '../support/rotation/world.ts'
import { readPage } from './markdown.ts'

const { text } = readPage('docs/authentication.md')

/** The script in a section that has some text in it. */
function scriptOf(heading: string, part: string): string {
  const [, section = ''] = new RegExp(`^## ${heading}\n(.*?)(?=^## )`, 'ms').exec(text) ?? []
  const scripts = Array.from(section.matchAll(/^```sh\n(.*?)^```$/gms), ([, script = '']) => script)
  const found = scripts.find((script) => script.includes(part))
  if (found === undefined) throw new Error(`no script of “${heading}” has ${part}`)
  return found
}

const tools = ['bash', 'curl', 'jq']
const isRunnable = process.platform === 'linux' && tools.every((tool) => !spawnSync(tool, ['--version']).error)

describe.skipIf(!isRunnable)('the commands about tokens', () => {
  const directory = mkdtempSync(join(tmpdir(), 'jira-pat-check-tokens-'))
  let world: World
  let value: string

  /** Runs a script with the token of the account; a `gh` of ours keeps what it is given. */
  const run = (script: string, env: Record<string, string> = {}): Promise<string> => {
    const variables = { JIRA_URL: world.jiraUrl, JIRA_PAT: value, STORED: join(directory, 'stored'), ...env }
    const path = [directory, process.env['PATH']].join(delimiter)
    return new Promise((done) => {
      execFile('bash', ['--norc', '-c', script], { env: { PATH: path, ...variables } }, (_, stdout, stderr) =>
        done(stdout + stderr),
      )
    })
  }

  beforeEach(async () => {
    writeFileSync(join(directory, 'gh'), '#!/bin/sh\necho "gh $*"\ncat > "$STORED"\n')
    chmodSync(join(directory, 'gh'), 0o755)
    world = await createWorld({ places: ['JIRA_PAT'] })
    value = world.tokens.plant({ name: 'github-deploy', createdDays: -80, expiresDays: 10, usedDays: -1 }).raw
  })
  afterEach(async () => {
    await world.close()
    rmSync(join(directory, 'stored'), { force: true })
  })

  it('make one, and store it unseen', async () => {
    const output = await run(scriptOf('Create a token', 'rawToken'))
    const made = world.tokens.tokens.find(({ name }) => name === 'github-deploy-2')
    expect(readFileSync(join(directory, 'stored'), 'utf8')).toBe(made?.raw)
    expect(output).toBe('gh secret set JIRA_PAT\n')
  })

  it('store nothing where none is made', async () => {
    const refused = await createWorld({ places: ['JIRA_PAT'], policy: { creationRefused: 403 } })
    const { raw } = refused.tokens.plant({ name: 'github-deploy', createdDays: -80, expiresDays: 10 })
    const output = await run(scriptOf('Create a token', 'rawToken'), { JIRA_URL: refused.jiraUrl, JIRA_PAT: raw })
    await refused.close()
    expect(output).toContain('no token was made')
    expect(output).not.toContain('gh secret')
  })

  it('list them, and revoke one by its number', async () => {
    world.tokens.plant({ name: 'old', createdDays: -200, expiresDays: 30, usedDays: -120 })
    const before = await run(scriptOf('See the tokens of an account', '/tokens'))
    expect(before).toMatch(/^\d+ {2}github-deploy {2}until 2026-03-11T\S+ {2}used 2026-02-28T/m)
    const [, id = ''] = /^(\d+) {2}old /m.exec(before) ?? []
    expect(await run(scriptOf('Revoke a token', 'DELETE'), { TOKEN_ID: id })).toBe('HTTP 204\n')
    expect(await run(scriptOf('See the tokens of an account', '/tokens'))).not.toContain('old')
  })

  it('find those that nobody uses', async () => {
    // Dates of the script's own clock, which is the machine's.
    const at = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().replace('Z', '+00:00')
    const entry = (id: number, name: string, used: string | undefined, expires: string) => ({
      ...{ id, name, createdAt: at(-200), expiringAt: expires },
      ...(used && { lastAccessedAt: used }),
    })
    const body = [
      entry(1, 'in-use', at(-1), at(30)),
      entry(2, 'idle', at(-120), at(30)),
      entry(3, 'never-used', undefined, at(30)),
      entry(4, 'dead', at(-120), at(-5)),
    ]
    const act = () => ({ body })
    const server = await startStoreServer({ name: 'jira', now: Date.now, interfere: () => undefined, act })
    const output = await run(scriptOf('Audit tokens that nobody uses', 'lastAccessedAt'), { JIRA_URL: server.url })
    await server.close()
    expect(output.split('\n').map((line) => line.split('  ')[1])).toEqual(['idle', 'never-used', undefined])
  })

  it('ask for the access token of a service account, and do not show it', async () => {
    let sent = ''
    const act = ({ body, path }: { body: string; path: string }) => {
      sent = `${path} ${body}`
      return { body: { access_token: 'eyJ.very.secret', expires_in: 3600, token_type: 'Bearer' } }
    }
    const server = await startStoreServer({ name: 'jira', now: Date.now, interfere: () => undefined, act })
    const env = { JIRA_URL: server.url, CLIENT_ID: 'an-id', CLIENT_SECRET: 'a-secret' }
    const output = await run(scriptOf('A service account of Data Center', 'client_credentials'), env)
    await server.close()
    expect(sent).toBe(
      '/rest/oauth2/latest/token grant_type=client_credentials&scope=READ&client_id=an-id&client_secret=a-secret',
    )
    expect(output).toBe('a token for 3600 s\n')
  })
})
