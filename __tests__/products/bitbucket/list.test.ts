import { describe, expect, it } from 'vitest'
import { isFinding } from '../../../src/catalogue/finding.ts'
import { bitbucket } from '../../../src/products/bitbucket/bitbucket.ts'
import { diagnoseAnswer } from '../../../src/verdict/diagnose-answer.ts'
import { bitbucketUnavailable, page } from '../../support/answers.ts'
import { goodBitbucketToken, tokenNumber } from '../../support/healthy/bitbucket.ts'
import type { Reply } from '../../support/reply.ts'
import { answered, question } from '../../verdict/answered.ts'
import { identityOf } from '../../verdict/asked-for.ts'

/** Asks for the list, of which this is each page, by its number. */
async function list(pageOf: (number: number) => Reply) {
  const asked: { path: string; what: string; stage: string }[] = []
  const tokens = await bitbucket.listTokens(
    async ({ path, what, stage, read }) => {
      asked.push({ path, what, stage })
      const answer = answered(pageOf(asked.length))
      return read(diagnoseAnswer(answer, { ...question, product: bitbucket, path }, 0), answer)
    },
    identityOf({ slug: 'svc-ci' }),
    goodBitbucketToken,
  )
  return { asked, found: isFinding(tokens) ? tokens.reason : tokens.map(({ name }) => name), tokens }
}

const entry = (name: string, id = tokenNumber) => ({ id, name, createdDate: 1_780_000_000_000 })
const onward = (name: string, nextPageStart: number): Reply => page([entry(name)], { isLastPage: false, nextPageStart })

describe('the list of tokens', () => {
  it('is asked for page by page, each from where the one before says', async () => {
    const { asked, found } = await list((number) => (number === 1 ? onward('a', 100) : page([entry('b')])))
    expect(found).toEqual(['a', 'b'])
    const about = { what: 'the expiry', stage: 'expiry' }
    expect(asked).toEqual([
      { path: '/rest/access-tokens/latest/users/svc-ci?limit=100&start=0', ...about },
      { path: '/rest/access-tokens/latest/users/svc-ci?limit=100&start=100', ...about },
    ])
  })

  it('knows its own entry by the number in the token', async () => {
    const { tokens } = await list(() => page([entry('a', '161803398874'), entry('b')]))
    expect(tokens).toMatchObject([{ isOwn: false }, { isOwn: true }])
  })

  it('has ten pages at most', async () => {
    const ten = await list((number) => (number < 10 ? onward('a', number * 100) : page([entry('b')])))
    expect(ten.found).toHaveLength(10)
    const eleven = await list((number) => onward('a', number * 100))
    expect([eleven.found, eleven.asked.length]).toEqual(['invalid-json', 10])
  })

  it.each<[string, string, (number: number) => Reply]>([
    ['server-error', 'a page that is not there', (number) => (number === 1 ? onward('a', 100) : bitbucketUnavailable)],
    ['invalid-json', 'a page that leads back', (number) => (number === 1 ? onward('a', 100) : onward('b', 50))],
  ])('is none, but %s, with %s', async (reason, _, pageOf) => {
    expect((await list(pageOf)).found).toBe(reason)
  })
})
