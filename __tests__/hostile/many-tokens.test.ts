import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { authenticated, identity } from '../support/answers.ts'
import { createFastClock } from '../support/clock.ts'
import { runActionInProcess } from '../support/in-process.ts'
import { type SeenRequest, type StandInJira, startJira } from '../support/jira.ts'
import { leaksOf, spellingsOf, writtenBy } from '../support/leaks.ts'
import type { Reply } from '../support/reply.ts'
import type { ActionResult } from '../support/runner.ts'
import { type GivenEntry, watchOf } from '../watch/watched.ts'
import { exposuresOf } from './exposure.ts'
import { spellings } from './spellings.ts'

// S1 to S6 with fifty secrets at once: no entry's words hold another entry's token, whatever any server says.

vi.setConfig({ testTimeout: 60_000 })

const COUNT = 50

/** A token in Jira's own form, of which no two share sixteen characters. */
const secretOf = (index: number): string => {
  const bytes = Buffer.from(Array.from({ length: 20 }, (_, at) => (index * 97 + at * 31 + index * at * 7) % 256))
  return Buffer.concat([Buffer.from(`${271_828_180_000 + index * 7_919}:`), bytes])
    .toString('base64')
    .slice(0, 44)
}

const tokens = Array.from({ length: COUNT }, (_, index) => secretOf(index))
const headerSecret = 'an-access-proxy-secret-0123456789'
const githubToken = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a'
const all = [...tokens, headerSecret, githubToken]

/** What a hostile server may say of the tokens: those that it was sent, and any that it knows from elsewhere. */
type Say = (index: number) => string

const inAnswers: Record<string, (text: string) => (request: SeenRequest) => Reply | undefined> = {
  'the names of tokens': (text) => (request) => {
    if (!request.path.startsWith('/rest/pat')) return identity()
    const expiringAt = new Date(Date.now() + 5 * 86_400_000).toISOString()
    return authenticated([
      { id: 1, name: text, createdAt: '2020-01-01T00:00:00.000Z', expiringAt },
      { id: 2, name: `old ${text}`, createdAt: '2020-01-01T00:00:00.000Z', expiringAt: '2021-01-01T00:00:00.000Z' },
    ])
  },
  'an identity': (text) => (request) =>
    request.path.startsWith('/rest/api/2/myself')
      ? identity({ displayName: `I am ${text}`, timeZone: text, emailAddress: text })
      : undefined,
  'an edge and its page': (text) => () => ({
    status: 403,
    headers: { 'Content-Type': 'text/html', Server: text.replace(/[^\x20-\x7e]/g, '?'), 'X-Echo': 'x' },
    body: `<html><head><title>${text}</title></head><body>${text}</body></html>`,
  }),
  'a redirect': (text) => () => ({
    status: 302,
    headers: { Location: `/login?os_destination=${encodeURIComponent(text)}` },
    body: '',
  }),
}

async function run(respond: (request: SeenRequest) => Reply | undefined, more: Partial<GivenEntry> = {}) {
  const jiras: StandInJira[] = []
  for (let at = 0; at < 3; at += 1) jiras.push(await startJira({ respond }))
  const folder = mkdtempSync(join(tmpdir(), 'jira-pat-check-many-'))
  onTestFinished(async () => {
    rmSync(folder, { recursive: true })
    for (const jira of jiras) await jira.close()
  })
  const entries = tokens.map((token, index) => ({
    secret: `SECRET_${index}`,
    'jira-url': jiras[index % jiras.length]?.url ?? '',
    token,
    headers: 'X-Access: $ACCESS',
    retries: 0,
    ...more,
  }))
  const files = { html: 'page.html', junit: 'junit.xml', metrics: 'jira.prom', 'report-path': 'report.json' }
  const inputs = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(folder, file)]))
  const result = await runActionInProcess(
    watchOf(entries, {
      inputs: { ...inputs, 'github-token': githubToken, parallel: '32' },
      env: { ACCESS: headerSecret, RUNNER_DEBUG: '1' },
    }),
    createFastClock(),
  )
  const written = Object.fromEntries(
    Object.values(files).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
  return { result, jiras, written: { ...writtenBy(result), ...written } }
}

describe.each(Object.entries(inAnswers))('S1 and S3, where servers answer with %s', (_, answer) => {
  let count = 0
  it.each([
    ['the token that they were sent', (request: SeenRequest): string => `${request.headers.authorization}`],
    ['the header that they were sent', (request: SeenRequest): string => `${request.headers['x-access']}`],
    ['the token of another entry', (): string => tokens[(count++ * 7) % COUNT] ?? ''],
    ['the token for GitHub', (): string => githubToken],
  ])('%s', async (_what, say) => {
    const { written, result } = await run((request) => answer(say(request))(request))
    expect(
      leaksOf(
        all.flatMap((secret) => spellingsOf(secret)),
        written,
      ),
    ).toEqual([])
    expect(result.commands.filter(({ name }) => name !== 'debug')).toEqual([])
    expect(exposuresOf(all.slice(48), { log: result.log.join('\n'), summary: result.summary })).toEqual([])
  })
})

it('S1: in any spelling', async () => {
  let at = 0
  const say: Say = (index) => spellings[index % spellings.length]?.spell(tokens[(index * 3) % COUNT] ?? '') ?? ''
  const { written } = await run((request) => inAnswers['the names of tokens']?.(say(at++))(request))
  expect(
    leaksOf(
      all.flatMap((secret) => spellingsOf(secret)),
      written,
    ),
  ).toEqual([])
  const { report = '', log = '' } = { report: written['report.json'], log: written['log'] }
  expect(exposuresOf(tokens.slice(0, 3), { report, log })).toEqual([])
})

it('S1: every secret is masked before anything else is written', async () => {
  const { result } = await run(() => undefined)
  const lines = result.stdout.split('\n')
  const firstOther = lines.findIndex((line) => !line.startsWith('::add-mask::'))
  const lastMask = lines.findLastIndex((line) => line.startsWith('::add-mask::'))
  expect(lastMask).toBeLessThan(firstOther)
  expect(result.masks).toEqual(expect.arrayContaining(all))
})

it('S2: each token goes to its own server alone', async () => {
  const { jiras } = await run((request) =>
    request.path.length > 0 ? { status: 302, headers: { Location: 'http://127.0.0.1:9/' }, body: '' } : undefined,
  )
  const seen = jiras.map(({ requests }) => requests.flatMap(({ headers }) => headers.authorization?.slice(7) ?? []))
  seen.forEach((sent, server) => {
    expect(sent.length).toBeGreaterThan(0)
    for (const token of sent) expect(tokens.indexOf(token) % jiras.length).toBe(server)
  })
})

it.each(Object.entries(inAnswers).slice(1))('S4: without proof it is red and nobody is well: %s', async (_, answer) => {
  const { result } = await run((request) => answer(request.headers.authorization?.slice(7) ?? 'x')(request))
  expect(result.exitCode).toBe(1)
  expect(JSON.parse(result.outputs['needs-care'] ?? '')).toHaveLength(COUNT)
  expect(result.outputs['checked']).toBe(String(COUNT))
})

it('S5: no more connections than places, and no longer than the time', async () => {
  const { jiras, result } = await run(({ path }) =>
    path.startsWith('/rest/pat') ? { status: 200, headers: {}, body: `[${'1,'.repeat(1_000_000)}1]` } : undefined,
  )
  for (const { connections } of jiras) expect(connections).toBeLessThanOrEqual(60)
  expect(outputSizeOf(result)).toBeLessThan(1024 * 1024)
})

const outputSizeOf = ({ summary, outputs }: ActionResult): number =>
  Buffer.byteLength(summary) + Object.values(outputs).reduce((sum, value) => sum + Buffer.byteLength(value), 0)
