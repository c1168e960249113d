import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { Listed } from '../../scripts/eager.ts'
import { bundles } from '../../scripts/programs.ts'
import { permissions } from '../support/answers.ts'
import { findCalled } from '../support/called.ts'
import { type Played, playAgainst } from '../support/play.ts'
import { routes } from '../support/routes.ts'

it('loads neither what Node has for fetch and WebSocket, which takes as long as all the rest, nor crypto, child_process or zlib', async () => {
  const preload = fileURLToPath(new URL('loaded-modules.cjs', import.meta.url))
  const { result } = await playAgainst({}, {}, { nodeArgs: ['--require', preload] })

  const loaded = result.stderr.trim().split('\n')
  expect(loaded).toContain('NativeModule http')
  expect(loaded).not.toContain('NativeModule internal/deps/undici/undici')
  expect(loaded).not.toContain('NativeModule crypto')
  expect(loaded).not.toContain('NativeModule child_process')
  expect(loaded).not.toContain('NativeModule zlib')
})

it('imports no module of Node by an import statement', async () => {
  // `import 'node:http'` reads all that it exports, WebSocket included, and so loads what the test above forbids.
  const bundle = await readFile(new URL('../../dist/index.js', import.meta.url), 'utf8')
  expect(bundle).not.toMatch(/^import\b/m)
  // That which makes require() is imported only where an older Node has nothing else.
  expect(bundle).toContain("process.getBuiltinModule ?? (await import('node:module'))")
})

it('has no pattern with properties of Unicode that is built before it is used', async () => {
  const bundle = await readFile(new URL('../../dist/index.js', import.meta.url), 'utf8')
  const lines = bundle.split('\n').filter((line) => /(?<!\\)\\p\{/i.test(line))
  expect(lines).not.toEqual([])
  expect(lines.filter((line) => !line.includes('String.raw'))).toEqual([])
})

it('has those functions compiled at once that a check calls which passes, but for a few (else npm run eager)', async () => {
  const listed = each(JSON.parse(await readFile(new URL('../../scripts/eager.json', import.meta.url), 'utf8')))
  const called = each(await findCalled())
  const few = listed.length / 20
  expect(listed.filter((one) => !called.includes(one)).length).toBeLessThan(few)
  expect(called.filter((one) => !listed.includes(one)).length).toBeLessThan(few)
})

it.each(bundles)('is ASCII, so that V8 keeps it in half the memory: %s.js', async (name) => {
  const bundle = await readFile(new URL(`../../dist/${name}.js`, import.meta.url), 'utf8')
  expect(bundle).toMatch(/^[\t\n -~]+$/)
})

it('asks for identity and expiry with two requests over one connection', async () => {
  expect(trafficOf(await playAgainst({}))).toEqual({ requests: 2, connections: 1 })
})

it('asks for fifty projects with one request each, over eight connections at most', async () => {
  const projects = Array.from({ length: 50 }, (_, index) => `P${index}`).join(' ')
  const jira = { respond: routes({ permissions: permissions() }) }
  const { requests, connections } = trafficOf(await playAgainst(jira, { projects, 'check-expiry': 'false' }))
  expect(requests).toBe(51)
  expect(connections).toBeLessThanOrEqual(8)
})

function each(listed: Listed): readonly string[] {
  return Object.entries(listed).flatMap(([within, numbers]) => numbers.map((number) => `${within} ${number}`))
}

function trafficOf({ setting, result }: Played): { requests: number; connections: number } {
  expect(result.exitCode).toBe(0)
  return { requests: setting.jira?.requests.length ?? 0, connections: setting.jira?.connections ?? 0 }
}
