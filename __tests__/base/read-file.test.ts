import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFile } from '../../src/base/read-file.ts'

describe('a file', () => {
  let folder: string
  const path = (): string => join(folder, 'file')
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jira-pat-check-read-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is read as UTF-8', () => {
    writeFileSync(path(), 'é\n')
    expect(readFile(path())).toBe('é\n')
  })

  it('that is too large to be meant is not read', () => {
    writeFileSync(path(), '')
    truncateSync(path(), 64 * 1024 * 1024 + 1)
    expect(() => readFile(path())).toThrow(expect.objectContaining({ code: 'EFBIG' }))
  })

  it.skipIf(process.platform === 'win32')('that is a device, and has no end, is not read', () => {
    expect(() => readFile('/dev/zero')).toThrow(expect.objectContaining({ code: 'EINVAL' }))
  })

  it('that is not there is told in the words of Node', () => {
    expect(() => readFile(join(folder, 'other'))).toThrow(expect.objectContaining({ code: 'ENOENT' }))
  })
})
