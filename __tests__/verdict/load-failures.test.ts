import { expect, it } from 'vitest'
import { alwaysLoaded } from '../../src/catalogue/always-loaded.ts'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { failures, loadWords } from '../../src/verdict/load-failures.ts'

it('what a failure is, and its words, are loaded where something fails', async () => {
  const loading = failures.load()
  expect(failures.loading).toBe(loading)
  expect(failures.load()).toBe(loading)
  const part = await loading
  expect(failures.loaded).toBe(part)
  expect(part.catalogue).toBe(catalogue)
})

it('the words of a success are always there, and those of a failure are those of the catalogue', async () => {
  expect(await loadWords('authenticated')).toBe(alwaysLoaded.authenticated)
  expect(await loadWords('token-rejected')).toBe(catalogue['token-rejected'])
})
