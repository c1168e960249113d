import { describe, expect, it } from 'vitest'
import { finding, isFinding } from '../../../src/catalogue/finding.ts'
import { invalidInput } from '../../../src/inputs/invalid.ts'
import { findingOnBug, readEntry } from '../../../src/watch/sweep/read-entry.ts'
import { goodToken } from '../../support/healthy.ts'
import { entryOf } from './entry-of.ts'

/** That a variable is blank which a header of the entry names. */
const missingVariable = invalidInput('headers', 'names the environment variable KEY, which is missing', 'a secret')

const sound = { 'jira-url': 'https://jira.example.com/jira/', token: goodToken }

describe('the inputs of an entry', () => {
  it('are those of the product whose address it has', () => {
    const confluence = readEntry(entryOf('A', { 'confluence-url': 'https://wiki.example.com', token: goodToken }))
    expect([confluence.product.name, confluence.baseUrl]).toEqual(['confluence', 'https://wiki.example.com'])
    const jira = readEntry(entryOf('A', sound))
    expect([jira.product.name, jira.baseUrl]).toEqual(['jira', 'https://jira.example.com/jira'])
    expect(isFinding(jira.inputs)).toBe(false)
  })

  it.each([
    ['of sound ones the variable', {}, 'input-invalid'],
    ['the variable before an input that cannot be read', { retries: 'many' }, 'input-invalid'],
    ['the variable before a certificate', { 'ca-certificate': 'none' }, 'input-invalid'],
    ['an address before the variable', { 'jira-url': 'jira.example.com' }, 'url-invalid'],
    ['a missing token before the variable', { token: '' }, 'token-missing'],
  ])('that are unsound in several ways say one thing, %s', (_, changes, reason) => {
    const { inputs } = readEntry(entryOf('A', { ...sound, ...changes }, { missingVariable }))
    expect(inputs).toMatchObject({ reason })
    if (reason === 'input-invalid') expect(inputs).toBe(missingVariable)
  })

  it.each([
    ['retries', { retries: 'many' }, 'input-invalid'],
    ['a certificate', { 'ca-certificate': 'none' }, 'certificate-invalid'],
  ])('say what is wrong where no variable is missing: %s', (_, changes, reason) => {
    expect(readEntry(entryOf('A', { ...sound, ...changes })).inputs).toMatchObject({ reason })
  })
})

it('a bug of ours is told as what it says of itself', () => {
  expect(findingOnBug(new TypeError('no way'))).toEqual(finding('internal-error', { detail: 'TypeError: no way' }))
  expect(findingOnBug('thrown')).toEqual(finding('internal-error', { detail: 'no error was given' }))
})
