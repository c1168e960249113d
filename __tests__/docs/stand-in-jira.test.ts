import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { goodToken } from '../support/healthy.ts'
import { scenarios } from '../support/scenarios.ts'
import { readPage } from './markdown.ts'

const { text } = readPage('docs/stand-in-jira.md')

describe('docs/stand-in-jira.md', () => {
  it('is right that every reason is the name of a scenario', () => {
    expect(text).toContain('Every reason of [reasons.md](reasons.md) is one of them')
    expect(scenarios.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(catalogue)))
  })

  it('shows the token that the stand-in knows', () => {
    expect(text).toContain(`\nJIRA_PAT=${goodToken}\n`)
  })
})
