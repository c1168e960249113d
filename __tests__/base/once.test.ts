import { expect, it, vi } from 'vitest'
import { once } from '../../src/base/once.ts'

it('makes something at the first call, and gives the same from then on', () => {
  const make = vi.fn(() => ({}))
  const get = once(make)
  expect(make).not.toHaveBeenCalled()
  expect(get()).toBe(get())
  expect(make).toHaveBeenCalledOnce()
})
