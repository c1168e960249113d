import { describe, expect, it } from 'vitest'
import { afterword, contradictionRemedy, contradictionTitle, otherProductStep } from '../../src/catalogue/additions.ts'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import type { Entry } from '../../src/catalogue/entry.ts'
import { addCommonFacts, factsOf, finding, isFinding } from '../../src/catalogue/finding.ts'
import { adviceTemplates, notes } from '../../src/catalogue/notes.ts'
import { reasonTable } from '../../src/catalogue/reasons.ts'
import { inputDefaults, rotationInputs, verdicts } from '../support/contract.ts'
import { isReason } from '../support/reasons.ts'
import { typicalFacts } from './typical-facts.ts'

const entries: [reason: string, entry: Entry][] = Object.entries(catalogue)

const templates: [where: string, template: string][] = [
  ...entries.flatMap(([reason, { title, message, cause = '', remedy }]): [string, string][] => [
    [`${reason}: title`, title],
    [`${reason}: message`, message],
    [`${reason}: cause`, cause],
    ...remedy.map((step, index): [string, string] => [`${reason}: remedy ${index + 1}`, step]),
  ]),
  ...Object.entries(notes).flatMap(([code, { title, message }]): [string, string][] => [
    [`${code}: title`, title],
    [`${code}: message`, message],
  ]),
  ...Object.entries(adviceTemplates),
  ['the afterword', afterword],
  ['of another product', otherProductStep],
  ['of a contradiction: title', contradictionTitle],
  ...contradictionRemedy.map((step, index): [string, string] => [`of a contradiction: remedy ${index + 1}`, step]),
]

/** What a product tells of itself that is said elsewhere. */
const NOT_IN_TEMPLATES = new Set(['urlInput', 'tokenPageTitle', 'tokenMenu', 'tokenNoun', 'placeWords', 'placeTitle'])

const placeholdersOf = (template: string): string[] =>
  Array.from(template.matchAll(/\{([^{}]*)\}/g), ([, name = '']) => name)

const inputsOf = (template: string): string[] => Array.from(template.matchAll(/<([^<>]*)>/g), ([, name = '']) => name)

describe('the interface that workflows branch on', () => {
  it('has every reason with its category and its result', () => {
    const table = Object.entries(reasonTable).map(([reason, { category, result }]) => [reason, [category, result]])
    expect(Object.fromEntries(table)).toEqual(verdicts)
  })

  it('knows its reasons', () => {
    for (const reason of Object.keys(verdicts)) expect(isReason(reason), reason).toBe(true)
    for (const text of ['', 'Authenticated', 'usable', 'constructor', 'toString'])
      expect(isReason(text), text).toBe(false)
  })

  it('says usable for one reason alone', () => {
    const usable = Object.entries(reasonTable).filter(([, { result }]) => result === 'usable')
    expect(usable.map(([reason]) => reason)).toEqual(['authenticated'])
  })
})

describe('the words', () => {
  it('are there for every reason, in the same order', () => {
    expect(Object.keys(catalogue)).toEqual(Object.keys(reasonTable))
  })

  it.each(entries)('%s is explained', (reason, { when, title, message, remedy }) => {
    expect(when).toMatch(/\w/)
    expect(title).toMatch(/^.{8,80}$/)
    expect(title).not.toMatch(/\.$/)
    expect(message).toMatch(/\.\]?$/)
    for (const step of remedy) expect(step).toMatch(/^\[?[A-Z].*\.\]?$/)
    expect(remedy.length === 0).toBe(reason === 'authenticated')
  })

  it('have titles of their own', () => {
    expect(new Set(entries.map(([, { title }]) => title)).size).toBe(entries.length)
  })
})

describe('the templates', () => {
  it.each(templates)('%s: names known facts only', (_, template) => {
    for (const name of placeholdersOf(template)) expect(Object.keys(typicalFacts)).toContain(name)
  })

  it.each(templates)('%s: names inputs that there are', (_, template) => {
    for (const name of inputsOf(template))
      expect([...Object.keys(inputDefaults), ...rotationInputs, 'url']).toContain(name)
  })

  it.each(templates)('%s: optional parts name a fact and are not nested', (_, template) => {
    const parts = template.match(/\[[^[\]]*\]/g) ?? []
    expect(template.replace(/\[[^[\]]*\]/g, '')).not.toMatch(/[[\]]/)
    for (const part of parts) expect(placeholdersOf(part).length, part).toBeGreaterThan(0)
  })

  it('leave no fact unused', () => {
    const used = new Set(templates.flatMap(([, template]) => placeholdersOf(template)))
    expect(Object.keys(typicalFacts).filter((name) => !used.has(name) && !NOT_IN_TEMPLATES.has(name))).toEqual([])
  })
})

describe('a finding', () => {
  it('is a reason with its facts', () => {
    const plain = { kind: 'finding', reason: 'not-found', facts: {}, common: {} }
    expect(finding('not-found', {})).toEqual({ ...plain, statusCode: null })
    expect(finding('not-found', {}, 404)).toEqual({ ...plain, statusCode: 404 })
    expect(finding('html-page', { pageTitle: 'Welcome' }, 200)).toMatchObject({ facts: { pageTitle: 'Welcome' } })
  })

  it('gets the facts that any finding may have, a few at a time', () => {
    const found = addCommonFacts(finding('timeout', { seconds: '30' }), { attempts: '3' })
    expect(addCommonFacts(found, { host: 'jira.example.com' })).toEqual({
      ...found,
      facts: { seconds: '30' },
      common: { attempts: '3', host: 'jira.example.com' },
    })
  })

  it('has all of them for its words, and the status', () => {
    const found = addCommonFacts(finding('gateway-error', { edge: 'nginx', operator: 'them' }, 502), {
      host: 'jira.example.com',
    })
    expect(factsOf(found)).toEqual({ status: '502', host: 'jira.example.com', edge: 'nginx', operator: 'them' })
    expect(factsOf(finding('url-missing', {}))).toEqual({ status: undefined })
  })

  it.each<[unknown, boolean]>([
    [finding('timeout', { seconds: '30' }), true],
    [null, false],
    [true, false],
    ['finding', false],
    [undefined, false],
    [{}, false],
    [{ kind: 'json' }, false],
    [[], false],
  ])('%j is one: %j', (value, is) => {
    expect(isFinding(value)).toBe(is)
  })
})
