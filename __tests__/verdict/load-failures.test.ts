import { expect, it, vi } from 'vitest'
import { alwaysLoaded } from '../../src/catalogue/always-loaded.ts'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { loadWords } from '../../src/verdict/load-failures.ts'

// Before the modules are loaded anew, of which each has a catalogue of its own.
it('the words of a success are always there, and those of a failure are those of the catalogue', async () => {
  expect(await loadWords('authenticated')).toBe(alwaysLoaded.authenticated)
  expect(await loadWords('token-rejected')).toBe(catalogue['token-rejected'])
})

it('what a failure is, and its words, are loaded once, where something fails', async () => {
  // Other tests of this process have loaded it already.
  vi.resetModules()
  const { failures } = await import('../../src/verdict/load-failures.ts')
  expect([failures.loaded, failures.loading]).toEqual([undefined, undefined])
  const loading = failures.load()
  expect(failures.loading).toBe(loading)
  expect(failures.load()).toBe(loading)
  const part = await loading
  expect([failures.loaded, failures.loading]).toEqual([part, undefined])
  expect(part.catalogue).toEqual(catalogue)
})
