import { describe, expect, it } from 'vitest'
import { afterword, contradictionRemedy, contradictionTitle } from '../../src/catalogue/additions.ts'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import type { Entry } from '../../src/catalogue/entry.ts'
import { fill } from '../../src/catalogue/fill.ts'
import { adviceTemplates, notes } from '../../src/catalogue/notes.ts'
import { bitbucket } from '../../src/products/bitbucket/bitbucket.ts'
import { confluence } from '../../src/products/confluence/confluence.ts'
import { jira } from '../../src/products/jira/jira.ts'
import { typicalFacts } from '../catalogue/typical-facts.ts'

const products = [jira, confluence, bitbucket]

/** Of Jira alone, since no other product gives such an answer. */
const OF_JIRA = ['pat-unsupported', 'permission-unknown']

const templatesOf = ({ title, message, cause = '', remedy }: Entry): string[] => [title, message, cause, ...remedy]

const templates = [
  ...Object.entries<Entry>(catalogue).flatMap(([reason, entry]) =>
    OF_JIRA.includes(reason) ? [] : templatesOf(entry),
  ),
  ...Object.values(notes).flatMap(({ title, message, remedy }) => [title, message, ...remedy]),
  ...Object.values(adviceTemplates),
  ...[afterword, contradictionTitle, ...contradictionRemedy],
]

/** Every fact is known, and none of them names a product. */
const facts = Object.fromEntries(Object.keys(typicalFacts).map((name) => [name, 'X']))

/** The name of the project itself. */
const OF_ALL = /jira-pat-check/g

describe.each(products)('the words of $name', ({ words }) => {
  const others = products.filter((other) => other.words !== words).map((other) => other.words.product)

  // It has none, so that none of its answers needs these words.
  const ofProjects = /\{(?:projectKeyPlace|projectRole|permissionPlace)\}/
  const own = templates.filter((template) => words.projectRole !== '' || !ofProjects.test(template))

  it.each(own)('%s', (template) => {
    const text = fill(template, { ...facts, ...words }, (input) => (input === 'url' ? words.urlInput : input))
    for (const other of others) expect(text.replace(OF_ALL, '')).not.toMatch(new RegExp(other, 'i'))
    expect(text).not.toContain('(unknown)')
  })

  it('are of itself', () => {
    for (const text of Object.values(words)) {
      for (const other of others) expect((text ?? '').replace(OF_ALL, '')).not.toMatch(new RegExp(other, 'i'))
    }
  })
})
