import { expect, it } from 'vitest'
import { lastThirdMs, restAtRotationMs } from '../../src/verdict/due-rotation.ts'

const dayMs = 86_400_000
const endsMs = Date.UTC(2026, 2, 1)
const living = (days: number) => ({ createdAt: endsMs - days * dayMs })

it.each([
  ['as many days as are asked for', living(90), 14],
  ['no more than the last third', living(30), 10],
  ['both alike', living(42), 14],
  ['nothing of no life', living(0), 0],
  ['less than nothing of one that ends before it begins', living(-3), -1],
  ['as many days as are asked for, where its beginning is not known', { createdAt: undefined }, 14],
])('is rotated with %s', (_, token, days) => {
  expect(restAtRotationMs(token, endsMs, 14)).toBe(days * dayMs)
})

it('the last third of a life is known where both ends are', () => {
  expect(lastThirdMs(living(30), endsMs)).toBe(10 * dayMs)
  expect(lastThirdMs({ createdAt: undefined }, endsMs)).toBeUndefined()
})
