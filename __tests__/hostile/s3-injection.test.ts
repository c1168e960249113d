import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { authenticated, identity, jiraHeaders } from '../support/answers.ts'
import { goodToken } from '../support/healthy.ts'
import { playInProcess, runCommandLineInProcess } from '../support/in-process.ts'
import { type SeenRequest, startJira } from '../support/jira.ts'
import { playAgainst } from '../support/play.ts'
import { startProxy } from '../support/proxy.ts'
import type { Reply } from '../support/reply.ts'
import { type Answers, routes } from '../support/routes.ts'
import { certificateCalled } from './certificate.ts'
import { violationsOf } from './invariants.ts'
import { commands, hostileTexts, markup } from './texts.ts'

// S3: the server's text cannot issue a workflow command, forge an output, or put HTML, links, images or mentions into
// the summary; it is cut to a sane length, control characters removed.

const bounds = { secrets: [goodToken], timeoutMs: 30_000 }
const soon = new Date(Date.now() + 5 * 86_400_000).toISOString()

/** A text in every field that is shown of a proven identity, its permissions and its tokens. */
const provenSaying = (text: string): Partial<Record<'myself' | 'tokens', Answers>> => ({
  myself: identity({ displayName: `Jane ${text}`, timeZone: text, locale: text, key: text }),
  tokens: authenticated([
    { id: 1, name: text, createdAt: soon, expiringAt: soon },
    { id: 2, name: `${text} second`, expiringAt: null },
    { id: 3, name: 'old', expiringAt: '2020-01-01T00:00:00.000+00:00' },
  ]),
})

/** The signs that mean something in Markdown and HTML, without the names between them: the bones of a summary. */
function bonesOf(summary: string): string {
  return summary
    .replace(/^```mermaid\n[\s\S]*?^```$/gm, '(diagram)')
    .replace(/&#\d+;/g, '')
    .replace(/[^\n!#$()*<>@[\\\]_`{|}~]/g, '')
}

const diagramsOf = (summary: string): string[] => summary.match(/^```mermaid\n[\s\S]*?^```$/gm) ?? []

/** What a line of a diagram may be: our own settings and sections, or a bar with a name that means nothing. */
const diagramLine =
  /^(?:```(?:mermaid)?|gantt| {4}(?:accTitle: How long the tokens live|accDescr: A bar for each token, from today to its last day\. The table has the same as text\.|title From today, [\d-]+|dateFormat [\w-]+|axisFormat [%\w -]+|tickInterval \w+|todayMarker off|section (?:Tokens|Thresholds)|(?:[“\w][\p{L}\p{M}\p{N} ._()…”,-]*) : (?:(?:crit|active|done|milestone), )*[\d-]+, [\dd-]+))$/u

/** What a harmless name leaves behind, to hold the hostile ones against. */
const harmless = playInProcess({ respond: routes(provenSaying('x')) }, { projects: 'OPS' })

describe('a proven user, project and token called', () => {
  it.concurrent.for(hostileTexts)('%j', async (text) => {
    const { result } = await playInProcess({ respond: routes(provenSaying(text)) }, { projects: 'OPS' })
    expect(result.outputs).toMatchObject({ result: 'usable', username: 'svc-ci' })
    expect(violationsOf(result, bounds)).toEqual([])
    expect(result.annotations.map(({ title }) => title)).toEqual(
      (await harmless).result.annotations.map(({ title }) => title),
    )
    expect(bonesOf(result.summary)).toBe(bonesOf((await harmless).result.summary))
    for (const line of diagramsOf(result.summary).join('\n').split('\n')) expect(line).toMatch(diagramLine)
  })
})

describe('a failure with server text in its message', () => {
  const page = (text: string): Reply => ({
    body: `<html><head><title>${text.replaceAll('<', '‹')}</title></head></html>`,
  })
  const headerText = (text: string): string =>
    Buffer.from(text)
      .toString('latin1')
      .replace(/\p{Cc}/gu, '')

  it.concurrent.for(markup)('as the title of a page: %j', async (text) => {
    const [{ result }, plain] = await Promise.all([
      playInProcess({ respond: routes({ myself: page(`Hi ${text}`) }) }),
      harmlessPage,
    ])
    expect(result.outputs['reason']).toBe('html-page')
    expect(violationsOf(result, bounds)).toEqual([])
    expect(bonesOf(result.summary)).toBe(bonesOf(plain.result.summary))
  })

  const harmlessPage = playInProcess({ respond: routes({ myself: page('Hi') }) })

  const withHeaders =
    (headers: (text: string, host: string) => Record<string, string>, status: number) => (text: string) =>
      routes({
        myself: ({ headers: { host } }: SeenRequest) => ({ status, headers: headers(headerText(text), host ?? '') }),
      })

  const places: [string, (text: string) => ReturnType<typeof routes>][] = [
    ['a redirect', withHeaders((text) => ({ Location: `https://example.com/${text}` }), 302)],
    ['the host of a redirect', withHeaders((text) => ({ Location: `https://${text.replace(/\W/g, '-')}/` }), 302)],
    [
      'the login page of a CAPTCHA',
      withHeaders(
        (text, host) => ({
          'X-Authentication-Denied-Reason': `CAPTCHA_CHALLENGE; login-url=http://${host}/${text.replace(/[\s;,]/g, '')}`,
        }),
        403,
      ),
    ],
    ['Retry-After', withHeaders((text) => ({ 'Retry-After': text, 'X-RateLimit-Reset': text }), 429)],
    ['the product of the server', withHeaders((text) => ({ Server: `nginx ${text}` }), 403)],
    [
      'the name of a header with a wrong value',
      (text) =>
        routes({ myself: { raw: `HTTP/1.1 200 OK\r\n${text.replace(/[^\w!#$%&'*+.^`|~-]/g, '~')}: \x01\r\n\r\n` } }),
    ],
    ['a challenge', withHeaders((text) => ({ ...jiraHeaders, 'WWW-Authenticate': `OAuth realm="${text}"` }), 401)],
  ]
  const told = ['x%0A::error::forged ##[error]x', '<b>@octocat</b>[x](https://example.com)|```', '"\'`$(x){{x}}']

  it.concurrent.for(places.flatMap(([place, respond]) => told.map((text) => [place, text, respond] as const)))(
    'in %s: %j',
    async ([, text, respond]) => {
      const { result } = await playInProcess({ respond: respond(text) }, { retries: '0' })
      expect(violationsOf(result, bounds)).toEqual([])
    },
  )

  it.concurrent('as the reason phrase', async () => {
    const raw = 'HTTP/1.1 418 ::error::forged ##[error]x\r\nContent-Length: 0\r\n\r\n'
    const { result } = await playInProcess({ respond: () => ({ raw }) })
    expect(violationsOf(result, bounds)).toEqual([])
  })

  it.concurrent.for(['\n', '\r', '\0', '\u000b', '\n '])('as a header with %j in it', async (control) => {
    const raw = `HTTP/1.1 200 OK\r\nX-Evil: x${control}::error::forged\r\nContent-Length: 2\r\n\r\n{}`
    const { result } = await playInProcess({ respond: () => ({ raw }) }, { retries: '0' })
    expect(result.outputs['result']).toBe('unknown')
    expect(violationsOf(result, bounds)).toEqual([])
  })
})

describe('a proxy', () => {
  const answers: [what: string, answer: (text: string) => string][] = [
    ['its reason phrase', (text) => `HTTP/1.1 403 ${text}\r\n\r\n`],
    ['what Squid says', (text) => `HTTP/1.1 503 No\r\nX-Squid-Error: ${text}\r\n\r\n`],
    ['the logins that it takes', (text) => `HTTP/1.1 407 No\r\nProxy-Authenticate: NTLM ${text}\r\n\r\n`],
  ]
  const texts = ['::error::forged', 'x ##[error]forged', '<b>@octocat</b>[x](https://example.com)|```', goodToken]

  it.concurrent.for(answers.flatMap(([what, answer]) => texts.map((text) => [what, text, answer] as const)))(
    'with %s: %j',
    async ([, text, answer]) => {
      const proxy = await startProxy({ refuseWith: answer(text) })
      const inputs = { 'jira-url': 'https://jira.example.com', retries: '0' }
      const { result } = await playInProcess({}, inputs, { env: { https_proxy: proxy.url } })
      await proxy.close()
      expect(result.outputs['reason']).toMatch(/^proxy-/)
      expect(violationsOf(result, bounds)).toEqual([])
    },
  )
})

describe('a certificate', () => {
  const names = ['x\n::error::forged', 'x ##[error]forged', '<b>@octocat</b> [x](https://example.com) | ```', goodToken]

  it.concurrent.for(names)('that nobody trusts, in the name of %j', async (name) => {
    const tls = await certificateCalled(name, 'jira.example.com')
    const { result } = await playInProcess({ tls })
    expect(result.outputs['reason']).toBe('tls-untrusted')
    expect(violationsOf(result, bounds)).toEqual([])
  })

  const hosts = ['::error::forged', '*.##[error]forged.example.com', '[x](https://example.com)', goodToken]

  it.concurrent.for(hosts)('for the host %j', async (host) => {
    const tls = await certificateCalled('Example', host)
    const { result } = await playInProcess({ tls }, { 'ca-certificate': tls.cert })
    expect(result.outputs['reason']).toBe('tls-hostname-mismatch')
    expect(violationsOf(result, bounds)).toEqual([])
  })
})

describe('a very long text', () => {
  const fields = ['displayName', 'timeZone', 'locale', 'key', 'emailAddress'] as const
  const outputs = {
    displayName: 'display-name',
    timeZone: 'time-zone',
    locale: 'locale',
    key: 'user-key',
    emailAddress: 'email',
  }

  it.concurrent.for(fields)('is cut with a mark: %s', async (field) => {
    const long = `${field === 'emailAddress' ? 'jane@' : 'Jane '}${'é'.repeat(100_000)}`
    const { result } = await playInProcess({ respond: routes({ myself: identity({ [field]: long }) }) })
    expect(result.outputs['result']).toBe('usable')
    expect(Array.from(result.outputs[outputs[field]] ?? '').length).toBeLessThanOrEqual(300)
    expect(result.outputs[outputs[field]]).toMatch(/^[jJ]ané*.*…$/u)
    expect(violationsOf(result, bounds)).toEqual([])
  })

  it.concurrent('as the name of every token', async () => {
    const list = Array.from({ length: 900 }, (_, id) => ({ id, name: `${id} ${'|`<@'.repeat(90)}`, expiringAt: soon }))
    const { result } = await playInProcess({ respond: routes({ tokens: authenticated(list) }) })
    expect(result.outputs).toMatchObject({ result: 'usable', 'expiry-status': 'ambiguous' })
    expect(violationsOf(result, bounds)).toEqual([])
  })

  it.concurrent('as where a redirect leads', async () => {
    const { result } = await playInProcess({
      respond: () => ({ status: 302, headers: { Location: `https://example.com/${'x'.repeat(15_000)}` } }),
    })
    expect(result.outputs['message']).toContain('…')
    expect(violationsOf(result, bounds)).toEqual([])
  })
})

it.concurrent('names in any script stay readable', async () => {
  const names = ['Zoë Ångström', '山田 太郎', 'محمد علی', 'नमस्ते क्षत्रिय', 'Ольга', '👩‍💻 Dev', "O'Neil-Łuć"]
  for (const name of names) {
    const { result } = await playInProcess({ respond: routes({ myself: identity({ displayName: name }) }) })
    expect(result.outputs['display-name']).toBe(name)
  }
})

it.concurrent('nothing is written for later steps but the outputs', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'hostile-'))
  const files = ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE']
  const env = Object.fromEntries(files.map((name) => [name, join(directory, name)]))
  for (const path of Object.values(env)) await writeFile(path, '')
  await playAgainst({ respond: routes(provenSaying('x\nPATH=/tmp\nPATH<<E\n/tmp\nE')) }, {}, { env })
  for (const path of Object.values(env)) expect(await readFile(path, 'utf8')).toBe('')
  await rm(directory, { recursive: true })
})

describe('outside GitHub', () => {
  /** What a check leaves behind on a command line, by where it stands. */
  async function check(text: string): Promise<Record<'stdout' | 'report' | 'dotenv' | 'junit', string>> {
    const directory = await mkdtemp(join(tmpdir(), 'hostile-'))
    const jira = await startJira({ respond: routes(provenSaying(text)) })
    const file = (name: string): string => join(directory, name)
    const { stdout, stderr } = await runCommandLineInProcess({
      args: ['--report', file('r'), '--dotenv', file('d'), '--junit', file('j'), '--expected-user', 'somebody'],
      env: { JIRA_DOMAIN: jira.url, JIRA_PAT: goodToken },
    })
    await jira.close()
    const read = (name: string): Promise<string> => readFile(file(name), 'utf8')
    const written = {
      stdout: stdout + stderr,
      report: await read('r'),
      dotenv: await read('d'),
      junit: await read('j'),
    }
    await rm(directory, { recursive: true })
    return written
  }

  const harmlessCheck = check('x')
  const linesIn = (text: string): number => text.split('\n').length

  it.concurrent.for([
    ...commands,
    ...markup,
    'a]]>b<![CDATA[x',
    '"/><testcase name="forged"/>',
    'x\ufffe\uffff\ud800y',
  ])('%j', async (text) => {
    const [written, plain] = await Promise.all([check(text), harmlessCheck])
    expect(JSON.parse(written.report)).toMatchObject({ reason: 'wrong-user' })
    expect(written.stdout).not.toMatch(/::|##|[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)

    const names = (dotenv: string): string[] => dotenv.split('\n').map((line) => line.replace(/=.*$/s, ''))
    expect(names(written.dotenv)).toEqual(names(plain.dotenv))
    expect(written.dotenv).not.toMatch(/[^\P{Cc}\n]/u)

    const tags = (xml: string): string[] => xml.match(/<[?/]?\w+/g) ?? []
    expect(tags(written.junit)).toEqual(tags(plain.junit))
    expect(linesIn(written.junit)).toBe(linesIn(plain.junit))
    expect(written.junit).not.toMatch(/&(?!#\d+;)|[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
  })
})
