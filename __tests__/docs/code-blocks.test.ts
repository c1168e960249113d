import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { lintWorkflow, readActions } from '../../scripts/lint-workflows.ts'
import { findShellError } from '../../scripts/shell.ts'
import { describeUsage } from '../../src/runner/usage.ts'
import { scenarios } from '../support/scenarios.ts'
import { readPages } from './markdown.ts'

const actions = readActions()
const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts)

const pages = readPages()
const blocks = pages.flatMap(({ path, blocks: ofPage }) => ofPage.map((block) => ({ path, ...block })))
const blocksIn = (...languages: string[]) => blocks.filter(({ language }) => languages.includes(language))

/** Every mapping with a `uses:` in a piece of YAML, however deep. */
const findSteps = (node: unknown): { uses: string; with?: Record<string, unknown> }[] => {
  if (typeof node !== 'object' || node === null) return []
  const inner = Object.values(node).flatMap(findSteps)
  return 'uses' in node && typeof node.uses === 'string' ? [{ ...node, uses: node.uses }, ...inner] : inner
}

it('every code block says what it is written in', () => {
  const known = ['json', 'mermaid', 'sh', 'text', 'yaml']
  expect(blocks.filter(({ language }) => !known.includes(language))).toEqual([])
  expect(blocks.length).toBeGreaterThan(30)
})

describe.each(blocksIn('yaml'))('$path:$line (yaml)', ({ text }) => {
  it('parses', () => {
    expect(parseAllDocuments(text).flatMap((document) => ('errors' in document ? document.errors : []))).toEqual([])
  })

  it('uses this action with inputs that it has, and reads outputs that it has', () => {
    const steps = findSteps(parse(text)).filter(({ uses }) => uses.startsWith('jira-pat-check/'))
    for (const step of steps) {
      const [, folder = ''] = /^jira-pat-check\/jira-pat-check(?:\/(\w+))?@v2$/.exec(step.uses) ?? []
      expect(step.uses).toMatch(/^jira-pat-check\/jira-pat-check(?:\/(?:watch|rotate))?@v2$/)
      expect(actions.get(folder)?.inputs).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})))
    }
    // The App's token is an output of another action.
    const outputs = [...text.matchAll(/steps\.(?!app\b)\w+\.outputs\.([\w-]+)/g)].map(([, name]) => name)
    expect([...actions.values()].flatMap((action) => action.outputs)).toEqual(expect.arrayContaining(outputs))
  })
})

describe.each(blocksIn('yaml').filter(({ text }) => /^jobs:$/m.test(text)))(
  '$path:$line (workflow)',
  ({ path, text }) => {
    it('is one that GitHub runs, with least permissions and pinned actions', async () => {
      expect(await lintWorkflow(path, text, actions)).toEqual([])
    })
  },
)

describe.each(blocksIn('sh'))('$path:$line (shell)', ({ text }) => {
  it.skipIf(process.platform === 'win32')('is a script that bash can read', () => {
    expect(findShellError(text)).toBeUndefined()
  })

  it('names scripts, scenarios and flags that there are', () => {
    const run = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name)
    expect(scripts).toEqual(expect.arrayContaining(run))
    const played = [...text.matchAll(/npm (?:--silent )?start -- (?:--serve )?([a-z][\w.-]*)/g)].map(([, name]) => name)
    expect(scenarios.map(({ name }) => name)).toEqual(expect.arrayContaining(played))
    for (const [, args = ''] of text.matchAll(/dist\/index\.js(.*)/g)) {
      const program = (['watch', 'rotate'] as const).find((word) => args.startsWith(` ${word} `)) ?? 'check'
      expect(describeUsage(program).match(/--[\w-]+/g)).toEqual(expect.arrayContaining(args.match(/--[\w-]+/g) ?? []))
    }
  })
})

describe.each(blocksIn('json'))('$path:$line (json)', ({ text }) => {
  it('parses', () => {
    expect(() => JSON.parse(text)).not.toThrow()
  })
})

describe.each(pages)('$path', ({ codeSpans }) => {
  it('names npm scripts that there are', () => {
    const run = codeSpans.flatMap((span) => /^npm run ([\w:]+)/.exec(span)?.[1] ?? [])
    expect(scripts).toEqual(expect.arrayContaining(run))
  })
})
