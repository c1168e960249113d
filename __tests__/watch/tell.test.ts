import { describe, expect, it } from 'vitest'
import { createFieldReader } from '../../src/inputs/fields.ts'
import { createRedactor } from '../../src/report/redact.ts'
import type { Publication } from '../../src/runner/runner.ts'
import { readWatchInputs } from '../../src/watch/inputs.ts'
import { readList } from '../../src/watch/list/read-list.ts'
import type { Night } from '../../src/watch/night.ts'
import { nightListOf } from '../../src/watch/night.ts'
import { putTogether } from '../../src/watch/put-together.ts'
import { maskAll } from '../../src/watch/sweep/secrecy.ts'
import { type Aside, tell } from '../../src/watch/tell.ts'
import type { WatchedToken } from '../../src/watch/watched-token.ts'
import { worldWith } from './stand-in.ts'
import { refusedToken, watchedToken } from './watched.ts'

interface Told extends Publication {
  exitCode: number
  /** Path and mode of each file. */
  files: (readonly [string, number | undefined])[]
  logged: string[]
}

interface Given {
  inputs?: Record<string, string>
  environment?: Record<string, string>
  aside?: Aside
  /** Why no file can be written. */
  problem?: string
}

const nowMs = Date.UTC(2026, 2, 1)

function tellOf(tokens: readonly WatchedToken[], given: Given = {}): Told {
  const { inputs = {}, environment = {}, aside = { warnings: [], issuesToFollow: 0 }, problem } = given
  const { world, heard } = worldWith(inputs)
  const files: Told['files'] = []
  const runner = {
    ...world.runner,
    writeFile(path: string, _text: string, mode?: number) {
      files.push([path, mode])
      return problem
    },
  }
  const night: Night = {
    report: { schemaVersion: 2, list: 'release', checkedAt: '2026-03-01T00:00:00.000Z', tokens },
    problem: null,
    isWhole: true,
    list: { name: 'release', path: '', state: 'sound' },
  }
  const fields = createFieldReader('watch', { ...runner, environment: {} })
  const options = { runner, environment, inputs: readWatchInputs(fields), redactor: createRedactor([]), nowMs }
  const exitCode = tell(night, aside, options)
  const [publication] = heard.published
  if (publication === undefined) throw new Error('nothing was published')
  return { ...publication, exitCode, files, logged: heard.logged }
}

const linesOf = ({ terminal }: Told): readonly string[] => terminal(80, false)
const broken = ({ annotations }: Told): readonly string[] =>
  annotations.filter(({ title }) => title === 'Not all could be told').map(({ text }) => text)

/** One of which a part cannot be read, by a bug of ours; JSON leaves it out. */
function tokenWithout(name: keyof WatchedToken, error: unknown = new TypeError('no such part')): WatchedToken {
  return Object.defineProperty(refusedToken({ secret: 'A_B' }), name, {
    enumerable: false,
    get() {
      throw error
    },
  })
}

describe('what is told beside the tokens', () => {
  it('are warnings about issues, which change no result', () => {
    const told = tellOf([watchedToken()], { aside: { warnings: ['No issues are written.'], issuesToFollow: 2 } })
    expect(told.exitCode).toBe(0)
    expect(linesOf(told).slice(-2)).toEqual(['2 more issues follow with the next run.', 'No issues are written.'])
    expect(told.annotations).toEqual([{ level: 'warning', title: 'Issues', text: 'No issues are written.' }])
    expect(linesOf(told)).toContain('No issues are written.')
    expect(told.summary).toContain('2 more issues follow')
  })

  it('is where more stands: the job summary, where there is one', () => {
    const [annotation] = tellOf([refusedToken()]).annotations
    expect(annotation?.text).toContain('More: the job summary')
    const without = tellOf([refusedToken()], { inputs: { 'job-summary': 'false' } })
    expect(without.annotations[0]?.text).not.toContain('More:')
    expect(without.summary).toBeUndefined()
  })

  it('is the page that explains a reason', () => {
    expect(tellOf([refusedToken()]).summary).toMatch(/\[About `token-rejected`\]\(https:\/\/github\.com\/\S+\)/)
  })

  it('is where the page is, unless it went to standard output or nowhere', () => {
    const pageIn = (told: Told) => [
      told.summary?.includes('page to sort'),
      linesOf(told).some((line) => line.startsWith('Page:')),
    ]
    expect(pageIn(tellOf([watchedToken()], { inputs: { html: 'out/page.html' } }))).toEqual([true, true])
    expect(pageIn(tellOf([watchedToken()], { inputs: { html: '-' } }))).toEqual([false, false])
    expect(pageIn(tellOf([watchedToken()], { inputs: { html: 'a.html' }, problem: 'EACCES' }))).toEqual([false, false])
    expect(pageIn(tellOf([tokenWithout('product')], { inputs: { html: 'a.html' } }))).toEqual([false, false])
    expect(pageIn(tellOf([watchedToken()]))).toEqual([false, false])
  })
})

describe('files', () => {
  it('are for whoever asked, and the metrics for all', () => {
    const inputs = { html: 'a.html', junit: 'a.xml', metrics: 'a.prom', 'report-path': 'a.json' }
    expect(tellOf([watchedToken()], { inputs }).files).toEqual([
      ['a.html', undefined],
      ['a.xml', undefined],
      ['a.prom', 0o644],
      ['a.json', undefined],
    ])
  })

  it('are told where they cannot be written, by the names of their inputs', () => {
    const told = tellOf([watchedToken()], { inputs: { junit: 'a.xml' }, problem: 'EACCES' })
    expect(broken(told)).toEqual([
      'The file of the input junit cannot be written (EACCES), so that whoever reads it finds an old one or none. Check that its folder exists before this runs, and may be written to.',
    ])
    expect(told).toMatchObject({ exitCode: 1, failing: 'unknown' })
    expect(linesOf(told).at(-1)).toBe(broken(told)[0])
  })

  it('with the whole report lie where the runner keeps what ends with the job', () => {
    const pathOf = (told: Told) => new Map(told.outputs).get('report-file')
    const told = tellOf([watchedToken()], { environment: { RUNNER_TEMP: '/temp' } })
    expect(pathOf(told)).toMatch(/^\/temp\/jira-token-watch-[0-9a-f-]{36}\.json$/)
    expect(told.files).toEqual([[pathOf(told), undefined]])
    expect(pathOf(tellOf([watchedToken()]))).toBe('')
    const failed = tellOf([watchedToken()], { environment: { RUNNER_TEMP: '/temp' }, problem: 'ENOSPC' })
    expect([pathOf(failed), failed.logged]).toEqual([
      '',
      ['The file with the whole report cannot be written (ENOSPC).'],
    ])
    expect(failed.exitCode).toBe(0)
  })
})

describe('a channel that breaks', () => {
  const files = { html: 'a.html', junit: 'a.xml', metrics: 'a.prom' }

  it('takes no other with it, and is told in every other', () => {
    const told = tellOf([tokenWithout('steps'), watchedToken({ secret: 'WELL' })], { inputs: files })
    const failed = (what: string) => `The watch failed to make ${what} (TypeError: no such part).`
    expect(broken(told)).toEqual(
      ['the page', 'the JUnit file', 'the summary', 'the table', 'the annotations'].map(failed),
    )
    expect(told.annotations).toHaveLength(5)
    expect(told.summary).toBe(
      '## The page of these tokens could not be made\n\n- A&#95;B: token-rejected\n- WELL: authenticated\n\n',
    )
    expect(told.files.map(([path]) => path)).toEqual(['a.prom'])
    expect(linesOf(told).slice(0, 2)).toEqual(['', failed('the page')])
    expect(told).toMatchObject({ exitCode: 1, failing: 'refused' })
  })

  it('is told as it broke', () => {
    expect(broken(tellOf([tokenWithout('product')], { inputs: files }))).toEqual([
      'The watch failed to make the page (TypeError: no such part).',
      'The watch failed to make the metrics (TypeError: no such part).',
    ])
    expect(broken(tellOf([tokenWithout('product', 'thrown')], { inputs: { html: 'a.html' } }))).toEqual([
      'The watch failed to make the page (no error was given).',
    ])
  })

  it('is none where it was not asked for', () => {
    expect(broken(tellOf([tokenWithout('product')]))).toEqual([])
  })
})

it('reports beside an unsound list say nothing of what that is called', () => {
  const { world } = worldWith({ merge: 'package.json' })
  const inputs = readWatchInputs(createFieldReader('watch', { ...world.runner, environment: {} }))
  const text = JSON.stringify({ schemaVersion: 2, list: 'other', checkedAt: '2026-03-01T00:00:00Z', tokens: [] })
  const read = readList(
    'lists/a.yml',
    () => '{',
    () => undefined,
  )
  const secrecy = maskAll([], [], {}, () => undefined)
  const night = putTogether(inputs, read, { world, readFile: () => text, secrecy, entries: [], deadlineMs: 0 })
  expect(night).toMatchObject({ isWhole: false, list: nightListOf(read), report: { list: 'lists/a.yml' } })
})
