import { describe, expect, it } from 'vitest'
import { frontWords, unnamedWords } from '../../scripts/docs/front-words.ts'
import { judge } from '../../scripts/docs/fronts.ts'
import { edges } from '../../src/verdict/edges.ts'

describe('the words of what stands before Jira', () => {
  const all = Object.entries(frontWords).flatMap(([by, words]) => words.map((one) => ({ by, ...one })))

  it.each(all)('$by is named by $status $says', ({ by, ...words }) => {
    expect(judge(words).edge).toBe(by)
  })

  it.each(unnamedWords)('nobody is named by $status $says', ({ by, ...words }) => {
    expect(judge(words).edge).toBeUndefined()
    expect(by).not.toBe('')
  })

  it('are there for every edge that is known', () => {
    expect(Object.keys(frontWords).toSorted()).toEqual(edges.map(({ name }) => name).toSorted())
  })
})
