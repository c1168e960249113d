import { describe, expect, expectTypeOf, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import { createFieldReader } from '../../src/inputs/fields.ts'
import { invalidInput } from '../../src/inputs/invalid.ts'
import { sourceOf } from './source.ts'

const fieldsOf = (inputs: Record<string, string>, environment: Record<string, string> = {}) =>
  createFieldReader('check', sourceOf({ inputs, environment }))

describe('text', () => {
  it.each([
    ['', ''],
    ['  \n ', ''],
    ['  ci token \t', 'ci token'],
  ])('%j is %j', (given, text) => {
    expect(fieldsOf({ 'token-name': given }).text('token-name')).toBe(text)
  })
})

describe('the environment variable of an input', () => {
  it('stands in for it where it is blank', () => {
    expect(fieldsOf({}, { JIRA_PAT: ' a ' }).text('token')).toBe('a')
    expect(fieldsOf({ token: ' \n' }, { JIRA_PAT: 'a' }).text('token')).toBe('a')
    expect(fieldsOf({ token: ' b ' }, { JIRA_PAT: 'a' }).text('token')).toBe('b')
    expect(fieldsOf({}).text('token')).toBe('')
  })

  it('is its own', () => {
    const environment = { JIRA_PAT: 'a', JIRA_DOMAIN: 'https://jira.example.com', undefined: 'b' }
    expect(fieldsOf({}, environment).text('jira-url')).toBe('https://jira.example.com')
    expect(fieldsOf({}, environment).text('username')).toBe('')
  })
})

describe('where a text comes from', () => {
  it('is the input, or the variable that stands in for it', () => {
    expect(fieldsOf({ token: 'a' }, { JIRA_PAT: 'b' }).sourceOf('token')).toBe('the input token')
    expect(fieldsOf({ token: ' ' }, { JIRA_PAT: 'b' }).sourceOf('token')).toBe('JIRA_PAT')
    expect(fieldsOf({}).sourceOf('username')).toBe('the input username')
  })

  it('is nowhere else, where an input should come from elsewhere', () => {
    const source = { ...sourceOf({ environment: { JIRA_PAT: 'b' } }), blankBecause: () => 'standard input is empty' }
    const fields = createFieldReader('check', source)
    expect(fields.text('token')).toBe('')
    expect(fields.sourceOf('token')).toBe('the input token')
  })
})

describe("GitHub's booleans", () => {
  const byDefault = [
    ['job-summary', true],
    ['allow-http', false],
  ] as const

  it.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    [' true\n', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
  ])('%j is %j, whatever the default', (given, value) => {
    for (const [name] of byDefault) {
      const fields = fieldsOf({ [name]: given })
      expect(fields.boolean(name)).toBe(value)
      expect(fields.firstFinding).toBeUndefined()
    }
  })

  it.each(['', '  '])('a blank one (%j) is the default', (given) => {
    for (const [name, value] of byDefault) {
      const fields = fieldsOf({ [name]: given })
      expect(fields.boolean(name)).toBe(value)
      expect(fields.firstFinding).toBeUndefined()
    }
  })

  it.each([
    ['yes', 'true'],
    ['On', 'true'],
    ['1', 'true'],
    ['y', 'true'],
    ['no', 'false'],
    ['OFF', 'false'],
    ['0', 'false'],
    ['n', 'false'],
    ['tRUE', 'true'],
    ['ture', 'true'],
    ['flase', 'false'],
    ['truefalse', undefined],
    ['null', undefined],
    ['constructor', undefined],
  ])('%j is none, and was perhaps meant to be %j', (given, meant) => {
    for (const [name, value] of byDefault) {
      const fields = fieldsOf({ [name]: given })
      expect(fields.boolean(name)).toBe(value)
      expect(fields.firstFinding).toEqual(invalidInput(name, 'is neither true nor false', 'true or false', meant))
    }
  })
})

describe('whole numbers', () => {
  it.each([
    ['1', 1],
    ['600', 600],
    [' 30 ', 30],
    ['007', 7],
  ])('%j is %d', (given, number) => {
    const fields = fieldsOf({ 'timeout-seconds': given })
    expect(fields.wholeNumber('timeout-seconds')).toBe(number)
    expect(fields.firstFinding).toBeUndefined()
  })

  it('a blank one is the default', () => {
    expect(fieldsOf({}).wholeNumber('timeout-seconds')).toBe(30)
    expect(fieldsOf({ 'timeout-seconds': ' ' }).wholeNumber('timeout-seconds')).toBe(30)
    expect(fieldsOf({}).wholeNumber('expiry-fail-days')).toBeUndefined()
  })

  it('may count nothing in particular', () => {
    const fields = fieldsOf({ retries: 'many' })
    fields.wholeNumber('retries')
    expect(fields.firstFinding).toMatchObject({ facts: { problem: 'is not a whole number from 0 to 10' } })
  })

  const notWithin = (meant?: string) =>
    invalidInput(
      'timeout-seconds',
      'is not a whole number of seconds from 1 to 600',
      'a whole number of seconds from 1 to 600',
      meant,
    )

  it.each(['0', '601', '-1', '+1', '1.5', '1e2', '0x10', 'ten', '1 2', '１２', '1_0', 'Infinity', '9'.repeat(400)])(
    '%j is none',
    (given) => {
      const fields = fieldsOf({ 'timeout-seconds': given })
      expect(fields.wholeNumber('timeout-seconds')).toBe(30)
      expect(fields.firstFinding).toEqual(notWithin())
    },
  )

  it.each([
    ['60s', '60'],
    ['60 sec', '60'],
    ['60secs', '60'],
    ['1 second', '1'],
    ['60 Seconds', '60'],
    ['1 day', '1'],
    ['14 days', '14'],
    ['1 time', '1'],
    ['2 times', '2'],
    ['60 seconds or so', undefined],
    ['0s', undefined],
    ['601s', undefined],
    ['999999s', undefined],
    ['a60s', undefined],
    ['60 minutes', undefined],
  ])('%j was perhaps meant to be %j', (given, meant) => {
    const fields = fieldsOf({ 'timeout-seconds': given })
    fields.wholeNumber('timeout-seconds')
    expect(fields.firstFinding).toEqual(notWithin(meant))
  })
})

describe('lists', () => {
  it.each([
    ['', []],
    [' \n', []],
    ['OPS', ['OPS']],
    [',OPS,', ['OPS']],
    ['OPS,WEB', ['OPS', 'WEB']],
    ['OPS, WEB', ['OPS', 'WEB']],
    ['OPS WEB', ['OPS', 'WEB']],
    ['OPS\nWEB\n', ['OPS', 'WEB']],
    ['\tOPS\r\nWEB ,,APP', ['OPS', 'WEB', 'APP']],
    ['OPS,WEB,OPS', ['OPS', 'WEB']],
    ['OPS,'.repeat(501), ['OPS']],
  ])('%j is %j', (given, items) => {
    const fields = fieldsOf({ projects: given })
    expect(fields.list('projects')).toEqual(items)
    expect(fields.firstFinding).toBeUndefined()
  })

  it.each([',', ' , \n,', ',,'])('%j is none: it holds nothing but separators', (given) => {
    for (const [name, byDefault] of [
      ['projects', []],
      ['fail-on', ['refused', 'unknown', 'misconfigured']],
    ] as const) {
      const fields = fieldsOf({ [name]: given })
      expect(fields.list(name)).toEqual(byDefault)
      expect(fields.firstFinding).toMatchObject({
        reason: 'input-invalid',
        facts: { input: `<${name}>`, problem: 'holds nothing but separators' },
      })
    }
  })

  it('a blank one is the default, where there is one', () => {
    expect(fieldsOf({ 'fail-on': ' \n ' }).list('fail-on')).toEqual(['refused', 'unknown', 'misconfigured'])
    expect(fieldsOf({ 'fail-on': 'none' }).list('fail-on')).toEqual(['none'])
  })

  it('an item of another form is told, with what is accepted, and not quoted: it may be a misplaced secret', () => {
    const fields = fieldsOf({ projects: 'OPS, web, 1st' })
    fields.list('projects')
    expect(fields.firstFinding).toEqual(
      invalidInput(
        'projects',
        'has an item that cannot be right (number 3)',
        'project keys: letters, digits and “_”, starting with a letter',
      ),
    )
  })

  it.each([
    ['OPS-123', 'OPS'],
    ['my_ops-1', 'my_ops'],
    ['OPS-x', undefined],
    ['a-OPS-1', undefined],
  ])('the key of an issue (%s) was perhaps meant to be that of its project (%s)', (item, meant) => {
    const fields = fieldsOf({ projects: item })
    fields.list('projects')
    expect(fields.firstFinding?.facts).toHaveProperty('meant', meant === undefined ? [] : [meant])
  })

  it('too many items are told, even where one of them is wrong', () => {
    const keys = Array.from({ length: 500 }, (_, index) => `K${index}`)
    const fields = fieldsOf({ projects: ['1st', ...keys].join() })
    fields.list('projects')
    expect(fields.firstFinding).toEqual(
      invalidInput('projects', 'has 501 items, which is more than 500', 'up to 500 items'),
    )
  })
})

describe('findings', () => {
  it('there is none at first', () => {
    expect(fieldsOf({}).firstFinding).toBeUndefined()
  })

  it('only the first counts', () => {
    const fields = fieldsOf({ retries: 'many', 'allow-http': 'perhaps' })
    fields.wholeNumber('retries')
    fields.boolean('allow-http')
    fields.reject(invalidInput('username', 'has a colon', 'a name'))
    expect(fields.firstFinding).toMatchObject({ facts: { input: '<retries>' } })
  })

  it('a reader of inputs can add its own', () => {
    const fields = fieldsOf({})
    fields.reject(invalidInput('username', 'has a colon', 'a name'))
    expect(fields.firstFinding).toEqual(
      finding('input-invalid', { input: '<username>', problem: 'has a colon', accepts: 'a name', meant: [] }),
    )
  })
})

describe('the compiler knows from the row', () => {
  const fields = fieldsOf({})

  it('which type comes out', () => {
    expectTypeOf(fields.wholeNumber('timeout-seconds')).toEqualTypeOf<number>()
    expectTypeOf(fields.wholeNumber('expiry-fail-days')).toEqualTypeOf<number | undefined>()
    expect(typeof fields.wholeNumber('timeout-seconds')).toBe('number')
  })

  it('which reader fits', () => {
    // @ts-expect-error: a whole number is no boolean
    fields.boolean('retries')
    // @ts-expect-error: a list is no text
    fields.text('projects')
    // @ts-expect-error: a boolean is no whole number
    fields.wholeNumber('check-expiry')
    // @ts-expect-error: there is no such input
    expect(() => fields.list('no-such-input')).toThrow()
  })
})

describe('a word', () => {
  const wordOf = (given: string) => {
    const fields = createFieldReader('rotate', sourceOf({ inputs: { revoke: given } }))
    return { word: fields.word('revoke'), found: fields.firstFinding }
  }

  it.each(['later', 'never', 'now'])('%s is one', (word) => {
    expect(wordOf(word)).toEqual({ word, found: undefined })
  })

  it('is its default where it is blank', () => {
    expect(wordOf(' ')).toEqual({ word: 'later', found: undefined })
  })

  it.each([
    ['newer', ['never']],
    ['completely else', []],
  ])('%s is none, and its default stands in', (given, meant) => {
    const { word, found } = wordOf(given)
    expect(word).toBe('later')
    expect(found).toMatchObject({
      reason: 'input-invalid',
      facts: { input: '<revoke>', problem: 'cannot be read', accepts: expect.stringContaining('never'), meant },
    })
  })
})
