import { describe, expect, it } from 'vitest'
import { isObject, parseJson, textOf } from '../../src/base/json.ts'

describe('JSON', () => {
  it.each<[string, unknown]>([
    ['{"a":1}', { a: 1 }],
    [' [1] ', [1]],
    ['null', null],
    ['"text"', 'text'],
    ['0', 0],
  ])('%s', (text, value) => {
    expect(parseJson(text)).toEqual(value)
  })

  it.each(['', '{', "{'a':1}", 'undefined', '<html>', 'NaN', '{}{}'])('is not %j', (text) => {
    expect(parseJson(text)).toBeUndefined()
  })

  it('may be nested ever so deeply without a crash', () => {
    expect(parseJson('['.repeat(500_000))).toBeUndefined()
    expect(parseJson(`${'['.repeat(500_000)}${']'.repeat(500_000)}`)).toSatisfy(
      (value: unknown) => value === undefined || Array.isArray(value),
    )
  })
})

describe('an object', () => {
  it.each<[unknown, boolean]>([
    [{}, true],
    [{ a: 1 }, true],
    [[], false],
    [null, false],
    [undefined, false],
    ['text', false],
    [1, false],
  ])('%j: %j', (value, is) => {
    expect(isObject(value)).toBe(is)
  })
})

describe('the text of a property', () => {
  it.each<[unknown, string]>([
    ['svc-ci', 'svc-ci'],
    ['  svc-ci\n', 'svc-ci'],
    ['  持续集成 ', '持续集成'],
    ['क\u094D\u200Dष', 'क\u094D\u200Dष'],
    ['🚀', '🚀'],
    ['', ''],
    [' \u00A0\u3000', ''],
    ['\u200B\u2060\uFEFF', ''],
    ['\u0000\u001B\u0085', ''],
    ['\u202E\u{E0041}', ''],
    ['\u0301', ''],
    ['\u3164\u115F', ''],
    ['\uD800', ''],
    [undefined, ''],
    [null, ''],
    [1, ''],
    [['svc-ci'], ''],
    [{}, ''],
  ])('%j is %j', (value, text) => {
    expect(textOf({ name: value }, 'name')).toBe(text)
  })

  it('is that of an own property', () => {
    expect(textOf(Object.create({ name: 'inherited' }), 'name')).toBe('')
    expect(textOf({}, 'name')).toBe('')
  })
})
