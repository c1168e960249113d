import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { DEFAULTS_KEYS, ENTRY_KEYS } from '../../src/watch/list/keys.ts'
import { soundList } from '../watch/list/reading.ts'
import { readPage } from './markdown.ts'

const { text, blocks } = readPage('docs/watch.md')

/** Every step that uses `watch`, in the examples. */
const steps = readdirSync('examples/github').flatMap((name) =>
  Object.values<{ steps: { uses?: string; with?: Record<string, string>; env?: object }[] }>(
    parse(readFileSync(`examples/github/${name}`, 'utf8')).jobs,
  )
    .flatMap((job) => job.steps)
    .filter(({ uses }) => uses?.includes('/watch@'))
    .map((step) => ({ name, ...step })),
)

/** The list in a text, with something in the place of what GitHub puts there. */
const listIn = (tokens: string) => soundList(tokens.replace(/\$\{\{.*?\}\}/g, 'X'))

describe('the page about many tokens', () => {
  it('shows a list that is sound', () => {
    const list = blocks.find(({ text: block }) => block.includes('name: release'))
    expect(soundList(list?.text.replace(/^ {3}/gm, '') ?? '').entries.map(({ secret }) => secret)).toEqual([
      'JIRA_PAT_CI',
      'JIRA_PAT_PARTNER',
    ])
  })

  it('says what is no default', () => {
    const others = ENTRY_KEYS.filter((key) => !DEFAULTS_KEYS.includes(key)).map((key) => `\`${key}\``)
    expect(others).toEqual(['`secret`', '`expected-user`', '`token-name`'])
    expect(text).toContain('all of these but `secret`, `token-name` and `expected-user`')
  })
})

describe('the examples of lists', () => {
  it('jira-tokens.yml is sound, and its workflow hands over its secrets', () => {
    const { entries } = soundList(readFileSync('examples/jira-tokens.yml', 'utf8'))
    const [step] = steps.filter(({ name }) => name === 'nightly-expiry.yml')
    expect(Object.keys(step?.env ?? {})).toEqual(entries.map(({ secret }) => secret))
  })

  it.each(steps.filter((step) => step.with?.['tokens']))('$name has a sound list with a name', (step) => {
    const list = listIn(step.with?.['tokens'] ?? '')
    expect(list.name).not.toBe('')
    expect(Object.keys(step.env ?? {})).toEqual(list.entries.map(({ secret }) => secret))
  })

  it('fleet.yml watches fifty tokens, each with a secret and a Jira of its own', () => {
    const { strategy, steps: ofJob } = parse(readFileSync('examples/github/fleet.yml', 'utf8')).jobs.watch
    const [{ env, with: inputs }] = ofJob
    const secrets = strategy.matrix.site.flatMap((site: string) =>
      Object.values(env).map((secret) => String(secret).replace(/.*'(\w+)\{0\}(\w+)'.*/, `$1${site}$2`)),
    )
    expect(new Set(secrets).size).toBe(50)
    expect(listIn(inputs.tokens).entries).toHaveLength(5)
    expect(inputs.tokens).toContain('jira-${{ matrix.site }}.example.com')
  })
})
