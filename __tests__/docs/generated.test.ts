import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quoteStep } from '../../scripts/docs/example-step.ts'
import { nameRelease } from '../../scripts/docs/release.ts'
import { fillSections } from '../../scripts/docs/section.ts'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { reasonTable } from '../../src/catalogue/reasons.ts'
import { readPage } from './markdown.ts'

const script = resolve('scripts/docs.ts')
const runDocs = (cwd: string, ...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { cwd, encoding: 'utf8' })

describe('npm run check:docs', () => {
  let copy: string

  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'jira-pat-check-docs-'))
    for (const path of ['README.md', 'action.yml', 'docs', 'examples', 'rotate', 'templates', 'watch']) {
      cpSync(path, join(copy, path), { recursive: true })
    }
  })
  afterEach(() => rmSync(copy, { recursive: true }))

  it('passes: what is committed is what the sources say', () => {
    expect(runDocs('.', '--check')).toMatchObject({ status: 0, stderr: '' })
  })

  it('names a page that is stale, and leaves it as it is', () => {
    appendFileSync(join(copy, 'docs/reasons.md'), '### `by-hand`\n')
    const stale = readFileSync(join(copy, 'docs/reasons.md'), 'utf8')
    expect(runDocs(copy, '--check')).toMatchObject({ status: 1, stderr: expect.stringMatching(/^docs\/reasons\.md/) })
    expect(readFileSync(join(copy, 'docs/reasons.md'), 'utf8')).toBe(stale)
  })

  it('notices an input that stands only in action.yml, and npm run docs takes it away', () => {
    const actionFile = join(copy, 'action.yml')
    const actionText = readFileSync(actionFile, 'utf8')
    writeFileSync(actionFile, actionText.replace('  token:\n', '  by-hand:\n    required: false\n  token:\n'))
    expect(runDocs(copy, '--check')).toMatchObject({ status: 1, stderr: expect.stringMatching(/^action\.yml/) })
    expect(runDocs(copy).status).toBe(0)
    expect(readFileSync(actionFile, 'utf8')).toBe(actionText)
    expect(runDocs(copy, '--check').status).toBe(0)
  })
})

describe('docs/reasons.md', () => {
  it('has, for every reason, the heading that summaries link to', () => {
    expect(readPage('docs/reasons.md').anchors).toEqual(expect.arrayContaining(Object.keys(catalogue)))
  })
})

describe('docs/troubleshooting.md', () => {
  it('has a heading for every reason of the category connection', () => {
    const reasons = Object.entries(reasonTable).filter(([, { category }]) => category === 'connection')
    expect(readPage('docs/troubleshooting.md').anchors).toEqual(expect.arrayContaining(reasons.map(([name]) => name)))
  })
})

describe('a generated section', () => {
  const page = 'before\n<!-- one: written by npm run docs -->\nold\n<!-- /one -->\nafter\n'

  it('is filled between its comments', () => {
    expect(fillSections(page, { one: 'new $&' })).toBe(
      'before\n<!-- one: written by npm run docs -->\n\nnew $&\n\n<!-- /one -->\nafter\n',
    )
  })

  it('is never left out in silence', () => {
    expect(() => fillSections(page, { one: '', two: '' })).toThrow('the page has no section two')
    expect(() => fillSections(page, {})).toThrow('nothing is generated for the section one')
  })
})

describe('the release that a page sends people to', () => {
  const page = 'download v2.0.0 jira-pat-check-2.0.0.tgz with a runner from 2.327.1'

  it('is the one that this is', () => {
    expect(nameRelease(page, '2.1.0')).toBe('download v2.1.0 jira-pat-check-2.1.0.tgz with a runner from 2.327.1')
  })

  it('is no pre-release', () => {
    expect(nameRelease(page, '2.1.0-rc.1')).toBe(page)
  })
})

describe('a step that is quoted from an example', () => {
  it('is the first that uses this action, with its comments', () => {
    const workflow = [
      'jobs:',
      '  one:',
      '    steps:',
      '      - uses: actions/checkout@v7',
      '      - id: jira',
      '        uses: jira-pat-check/jira-pat-check@v2 # why',
      '        with:',
      '          projects: OPS',
      '',
      '      - run: echo',
    ].join('\n')
    expect(quoteStep(workflow)).toBe(
      '```yaml\n- id: jira\n  uses: jira-pat-check/jira-pat-check@v2 # why\n  with:\n    projects: OPS\n```',
    )
    expect(() => quoteStep('jobs: {}')).toThrow('no step that uses this action')
  })
})
