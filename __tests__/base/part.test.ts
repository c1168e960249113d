import { describe, expect, it } from 'vitest'
import { MissingPart, takePart } from '../../src/base/part.ts'
import { VERSION } from '../../src/base/version.ts'

describe('another file of the program', () => {
  it('is taken where it is of this version', async () => {
    const part = { VERSION, what: 'it does' }
    expect(await takePart('part.js', Promise.resolve(part))).toBe(part)
  })

  it.each([
    ['is missing', Object.assign(new Error('…'), { code: 'ERR_MODULE_NOT_FOUND' }), '(ERR_MODULE_NOT_FOUND)'],
    ['breaks', new SyntaxError('…'), '(without a code)'],
  ])('is not where it %s', async (_, error, why) => {
    const taken = takePart('part.js', Promise.reject(error))
    await expect(taken).rejects.toThrow(new MissingPart(`part.js cannot be loaded ${why}: copy the whole of dist/`))
    await expect(taken).rejects.toBeInstanceOf(MissingPart)
  })

  it('is not where it is of another version, as where not all files were replaced', async () => {
    const taken = takePart('part.js', Promise.resolve({ VERSION: '1.0.0' }))
    await expect(taken).rejects.toThrow(new MissingPart('part.js is not of this version: copy the whole of dist/'))
  })
})
