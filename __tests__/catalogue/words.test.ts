import { describe, expect, it } from 'vitest'
import { afterword, contradictionRemedy } from '../../src/catalogue/additions.ts'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import type { Entry } from '../../src/catalogue/entry.ts'
import { fill as fillTemplate, type NameOfInput, type Words } from '../../src/catalogue/fill.ts'
import { adviceTemplates, notes } from '../../src/catalogue/notes.ts'
import { ofJira, typicalWords } from './typical-facts.ts'

/** As a check of Jira fills it. */
const fill = (template: string, facts: Words, nameOf: NameOfInput = (input) => input): string =>
  fillTemplate(template, { ...ofJira, ...facts }, (input) => nameOf(input === 'url' ? 'jira-url' : input))

const entries: [reason: string, entry: Entry][] = Object.entries(catalogue)

/** What a person reads, line by line. */
function wordsOf({ title, message, cause = '', remedy }: Entry, facts: Words): readonly string[] {
  return [title, message, cause, ...remedy].map((template) => fill(template, facts)).filter(Boolean)
}

describe('where every fact is known', () => {
  it.each(entries)('%s', (_, entry) => {
    const words = wordsOf(entry, typicalWords)
    // Lines of a workflow, as the remedy gives them.
    const withoutExpressions = words.join('\n').replace(/\$\{\{ .*? \}\}/g, '')
    expect(withoutExpressions).not.toMatch(/[[\]{}]|\(unknown\)/)
    expect(words).toMatchSnapshot()
  })
})

describe('what happened is one sentence', () => {
  it.each(entries)('%s', (_, { message }) => {
    expect(fill(message, typicalWords)).toMatch(/^\S.*\.$/)
    expect(fill(message, typicalWords)).not.toMatch(/[.!?] \p{Lu}/u)
  })
})

describe('on a command line no input is called by its name in a workflow', () => {
  it.each(entries)('%s', (_, entry) => {
    const { title, message, cause = '', remedy } = entry
    const words = [title, message, cause, ...remedy].map((template) => fill(template, {}, (input) => `--${input}`))
    expect(words.join('\n')).not.toMatch(
      /\binputs? |(?<!-)\b(?:jira-url|fail-on|ca-certificate|client-key|allow-http)\b/,
    )
  })
})

describe('where no fact is known', () => {
  it.each(entries)('%s', (_, entry) => {
    const words = wordsOf(entry, {}).join('\n')
    expect(words).not.toMatch(/[[\]{}]|undefined/)
    expect(words).not.toMatch(/ {2}| [.,:]|\(\)/)
  })
})

describe('where the cause has some of its facts, and something follows it', () => {
  it.each(entries)('%s', (_, { cause = '' }) => {
    const after = Object.fromEntries(namesIn(afterword).map((name) => [name, 'known']))
    for (const name of namesIn(cause)) {
      expect(fill(cause + afterword, { ...after, [name]: 'known' }).trim()).not.toMatch(/ {2}/)
    }
    expect(fill(cause + afterword, after).trim()).not.toMatch(/ {2}/)
  })
})

/** The facts that a template names. */
function namesIn(template: string): readonly string[] {
  return Array.from(template.matchAll(/\{(\w+)\}/g), ([, name = '']) => name)
}

it('what is said beside the verdict', () => {
  const said = Object.entries(notes).map(([code, { title, message, remedy }]) => [
    code,
    ...[title, message, ...remedy].map((template) => fill(template, typicalWords)),
  ])
  expect(JSON.stringify(said)).not.toMatch(/[{}]|\(unknown\)/)
  expect(said).toMatchSnapshot()
})

it('advice', () => {
  const said = Object.entries(adviceTemplates).map(([code, template]) => [code, fill(template, typicalWords)])
  expect(JSON.stringify(said)).not.toMatch(/[{}]|\(unknown\)/)
  expect(said).toMatchSnapshot()
})

it('what follows the message of any reason', () => {
  expect(fill(afterword, typicalWords)).toBe(
    ' The same token had just been accepted for CI Service (svc-ci), and what failed is the question about permissions. It was tried 3 times. The server asks to wait 600 s, which is longer than timeout-seconds leaves. JIRA_PAT still holds the token of this run, which works. No new token was made. env:production/JIRA_PAT is unchanged.',
  )
  expect(fill(afterword, {})).toBe('')
})

it('what to do where Jira contradicts itself', () => {
  expect(contradictionRemedy.map((step) => fill(step, typicalWords))).toMatchSnapshot()
})
