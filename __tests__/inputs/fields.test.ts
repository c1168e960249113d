import { describe, expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import { createFieldReader, invalidInput } from '../../src/inputs/fields.ts'

const fieldsOf = (inputs: Record<string, string>) => createFieldReader((name) => inputs[name] ?? '')

describe('text', () => {
  it.each([
    ['', ''],
    ['  \n ', ''],
    ['  ci token \t', 'ci token'],
  ])('%j is %j', (given, text) => {
    expect(fieldsOf({ 'token-name': given }).text('token-name')).toBe(text)
  })
})

describe("GitHub's booleans", () => {
  it.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    [' true\n', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
  ])('%j is %j, whatever the default', (given, value) => {
    for (const byDefault of [true, false]) {
      const fields = fieldsOf({ 'allow-http': given })
      expect(fields.boolean('allow-http', byDefault)).toBe(value)
      expect(fields.firstFinding).toBeUndefined()
    }
  })

  it.each(['', '  '])('a blank one (%j) is the default', (given) => {
    for (const byDefault of [true, false]) {
      const fields = fieldsOf({ 'allow-http': given })
      expect(fields.boolean('allow-http', byDefault)).toBe(byDefault)
      expect(fields.firstFinding).toBeUndefined()
    }
  })

  it.each(['yes', 'no', 'on', '1', '0', 'tRUE', 'truefalse', 'null'])('%j is none', (given) => {
    for (const byDefault of [true, false]) {
      const fields = fieldsOf({ 'allow-http': given })
      expect(fields.boolean('allow-http', byDefault)).toBe(byDefault)
      expect(fields.firstFinding).toEqual(
        finding('input-invalid', {
          input: 'allow-http',
          problem: 'is neither true nor false',
          accepts: 'true or false',
        }),
      )
    }
  })
})

describe('whole numbers', () => {
  const bounds = { min: 1, max: 600, unit: 'seconds' }

  it.each([
    ['1', 1],
    ['600', 600],
    [' 30 ', 30],
    ['007', 7],
  ])('%j is %d', (given, number) => {
    const fields = fieldsOf({ 'timeout-seconds': given })
    expect(fields.wholeNumber('timeout-seconds', bounds, 42)).toBe(number)
    expect(fields.firstFinding).toBeUndefined()
  })

  it('a blank one is the default', () => {
    expect(fieldsOf({}).wholeNumber('timeout-seconds', bounds, 42)).toBe(42)
    expect(fieldsOf({ 'timeout-seconds': ' ' }).wholeNumber('timeout-seconds', bounds, undefined)).toBeUndefined()
  })

  it('may count nothing in particular', () => {
    const fields = fieldsOf({ retries: 'many' })
    fields.wholeNumber('retries', { min: 0, max: 10, unit: '' }, 2)
    expect(fields.firstFinding).toMatchObject({ facts: { problem: 'is not a whole number from 0 to 10' } })
  })

  it.each(['0', '601', '-1', '+1', '1.5', '1e2', '0x10', 'ten', '1 2', '１２', '1_0', 'Infinity', '9'.repeat(400)])(
    '%j is none',
    (given) => {
      const fields = fieldsOf({ 'timeout-seconds': given })
      expect(fields.wholeNumber('timeout-seconds', bounds, 42)).toBe(42)
      expect(fields.firstFinding).toEqual(
        finding('input-invalid', {
          input: 'timeout-seconds',
          problem: 'is not a whole number of seconds from 1 to 600',
          accepts: 'a whole number of seconds from 1 to 600',
        }),
      )
    },
  )
})

describe('lists', () => {
  const rule = { pattern: /^[A-Z]+$/, accepts: 'capital letters', maxItems: 3 }

  it.each([
    ['', []],
    [' , \n,', []],
    ['OPS', ['OPS']],
    ['OPS,WEB', ['OPS', 'WEB']],
    ['OPS, WEB', ['OPS', 'WEB']],
    ['OPS WEB', ['OPS', 'WEB']],
    ['OPS\nWEB\n', ['OPS', 'WEB']],
    ['\tOPS\r\nWEB ,,APP', ['OPS', 'WEB', 'APP']],
    ['OPS,WEB,OPS', ['OPS', 'WEB']],
    ['OPS,OPS,OPS,OPS', ['OPS']],
  ])('%j is %j', (given, items) => {
    const fields = fieldsOf({ projects: given })
    expect(fields.list('projects', rule)).toEqual(items)
    expect(fields.firstFinding).toBeUndefined()
  })

  it('an item of another form is told, with what is accepted, and not quoted: it may be a misplaced secret', () => {
    const fields = fieldsOf({ projects: 'OPS, web, 1' })
    fields.list('projects', rule)
    expect(fields.firstFinding).toEqual(
      finding('input-invalid', {
        input: 'projects',
        problem: 'has an item that cannot be right (number 2)',
        accepts: 'capital letters',
      }),
    )
  })

  it('too many items are told, even where one of them is wrong', () => {
    const fields = fieldsOf({ projects: 'A, B, C, d' })
    fields.list('projects', rule)
    expect(fields.firstFinding).toEqual(
      finding('input-invalid', {
        input: 'projects',
        problem: 'has 4 items, which is more than 3',
        accepts: 'up to 3 items',
      }),
    )
  })
})

describe('findings', () => {
  it('there is none at first', () => {
    expect(fieldsOf({}).firstFinding).toBeUndefined()
  })

  it('only the first counts', () => {
    const fields = fieldsOf({ retries: 'many', 'allow-http': 'perhaps' })
    fields.wholeNumber('retries', { min: 0, max: 10, unit: 'retries' }, 2)
    fields.boolean('allow-http', false)
    fields.reject(invalidInput('username', 'has a colon', 'a name'))
    expect(fields.firstFinding).toMatchObject({ facts: { input: 'retries' } })
  })

  it('a reader of inputs can add its own', () => {
    const fields = fieldsOf({})
    fields.reject(invalidInput('username', 'has a colon', 'a name'))
    expect(fields.firstFinding).toEqual(
      finding('input-invalid', { input: 'username', problem: 'has a colon', accepts: 'a name' }),
    )
  })
})
