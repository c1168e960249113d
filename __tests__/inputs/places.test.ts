import { describe, expect, it } from 'vitest'
import type { ProductName } from '../../src/catalogue/product-words.ts'
import { createFieldReader } from '../../src/inputs/fields.ts'
import { readPlaces } from '../../src/inputs/places.ts'
import { allProducts } from '../../src/products/all-products.ts'
import { sourceOf } from './source.ts'

function read(product: ProductName, inputs: Record<string, string>) {
  const address = { [`${product}-url`]: `https://${product}.example.com` }
  const fields = createFieldReader('check', sourceOf({ inputs: { ...address, ...inputs } }))
  return { places: readPlaces(fields, allProducts[product]), found: fields.firstFinding }
}

const none = { projects: [], spaces: [], repositories: [], permissions: [] }

describe('what can be asked for', () => {
  it.each<[ProductName, Record<string, string>, object]>([
    ['jira', { projects: 'OPS, WEB' }, { projects: ['OPS', 'WEB'], permissions: ['BROWSE_PROJECTS'] }],
    ['jira', { permissions: 'ADMINISTER' }, { permissions: ['ADMINISTER'] }],
    ['confluence', { spaces: 'OPS, ~jdoe' }, { spaces: ['OPS', '~jdoe'] }],
    ['bitbucket', { projects: 'OPS, ~jdoe' }, { projects: ['OPS', '~jdoe'] }],
    [
      'bitbucket',
      { repositories: 'OPS/web', permissions: 'REPO_WRITE' },
      { repositories: ['OPS/web'], permissions: ['REPO_WRITE'] },
    ],
    ['jira', {}, {}],
  ])('of %s: %j', (product, inputs, places) => {
    expect(read(product, inputs)).toEqual({ places: { ...none, ...places }, found: undefined })
  })

  it.each<[ProductName, string, string]>([
    ['jira', 'spaces', 'OPS'],
    ['jira', 'repositories', 'OPS/web'],
    ['confluence', 'projects', 'OPS'],
    ['confluence', 'permissions', 'REPO_READ'],
    ['confluence', 'repositories', 'OPS/web'],
    ['bitbucket', 'spaces', 'OPS'],
  ])('of %s is not %s', (product, input, text) => {
    const { places, found } = read(product, { [input]: text })
    expect(places).toEqual(none)
    expect(found).toMatchObject({
      reason: 'input-invalid',
      facts: {
        input: `<${input}>`,
        problem: `is nothing that ${allProducts[product].words.product} can be asked for`,
        accepts: `nothing with <${product}-url>: leave it out`,
      },
    })
  })

  it('of Bitbucket is a permission only where it can be held', () => {
    expect(read('bitbucket', { permissions: 'REPO_READ', projects: 'OPS' }).found).toMatchObject({
      facts: { input: '<permissions>' },
    })
  })
})
