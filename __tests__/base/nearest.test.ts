import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/base/nearest.ts'

const names = ['jira-url', 'token', 'token-name', 'retries', 'ca']

describe('the name that was probably meant', () => {
  it.each<[mistyped: string, meant: string | undefined]>([
    ['token', 'token'],
    ['TOKEN', 'token'],
    ['tokne', 'token'],
    ['tokn', 'token'],
    ['tokens', 'token'],
    ['takes', undefined],
    ['retires', 'retries'],
    ['retrie', 'retries'],
    ['retreis', 'retries'],
    ['erttries', 'retries'],
    ['jira_url', 'jira-url'],
    ['url', undefined],
    ['jiraurl', 'jira-url'],
    ['jira', undefined],
    ['token-nmae', 'token-name'],
    ['token_nam', 'token-name'],
    ['xoken-mane', 'token-name'],
    ['c', 'ca'],
    ['a', 'ca'],
    ['cb', 'ca'],
    ['ac', 'ca'],
    ['xy', undefined],
    ['', undefined],
  ])('of %j is %j', (mistyped, meant) => {
    expect(nearest(mistyped, names)).toBe(meant)
  })

  it('is the first of those that are as near', () => {
    expect(nearest('tokex', ['tokes', 'token'])).toBe('tokes')
    expect(nearest('token', ['tokes', 'Token', 'token'])).toBe('Token')
  })

  it('counts a swap of neighbours as one, and no letter twice', () => {
    expect(nearest('abcd', ['badc'])).toBeUndefined()
    expect(nearest('abcdef', ['badcef'])).toBe('badcef')
    expect(nearest('ca', ['abc'])).toBeUndefined()
    expect(nearest('abcd', ['axbd'])).toBeUndefined()
    expect(nearest('abcd', ['acxd'])).toBeUndefined()
  })
})
