import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeFile } from '../../src/runner/write-file.ts'

const isWindows = process.platform === 'win32'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'jira-pat-check-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const at = (name: string): string => join(directory, name)

describe('a file', () => {
  it('is written, and nothing beside it is left', () => {
    expect(writeFile(at('report.json'), 'text')).toBeUndefined()
    expect(readFileSync(at('report.json'), 'utf8')).toBe('text')
    expect(readdirSync(directory)).toEqual(['report.json'])
  })

  it('takes the place of the one that was there', () => {
    writeFileSync(at('report.json'), 'a longer text')
    expect(writeFile(at('report.json'), 'text')).toBeUndefined()
    expect(readFileSync(at('report.json'), 'utf8')).toBe('text')
    expect(readdirSync(directory)).toEqual(['report.json'])
  })

  it.skipIf(isWindows)('is for its owner alone, whatever the one was for that was there', () => {
    writeFileSync(at('report.json'), '')
    chmodSync(at('report.json'), 0o666)
    writeFile(at('report.json'), 'text')
    expect(lstatSync(at('report.json')).mode & 0o777).toBe(0o600)
  })

  it.skipIf(isWindows)('is for whom it was asked for, though the process makes none for others', () => {
    const before = process.umask(0o077)
    try {
      writeFile(at('jira.prom'), 'text', 0o644)
    } finally {
      process.umask(before)
    }
    expect(lstatSync(at('jira.prom')).mode & 0o777).toBe(0o644)
  })

  it.skipIf(isWindows)('is for everybody where that was asked for', () => {
    writeFile(at('jira.prom'), 'text', 0o666)
    expect(lstatSync(at('jira.prom')).mode & 0o777).toBe(0o666)
  })

  it('that cannot be written leaves nothing', () => {
    expect(writeFile(at('nowhere/report.json'), 'text')).toBe('ENOENT')
    mkdirSync(at('folder'))
    expect(writeFile(at('folder'), 'text')).toMatch(/^E[A-Z]+$/)
    expect(readdirSync(directory)).toEqual(['folder'])
  })

  it('is not looked for in a path that is none', () => {
    expect(writeFile('a\0b', 'text')).toBe('ERR_INVALID_ARG_VALUE')
  })
})

describe.skipIf(isWindows)('a link', () => {
  it.each(['there', 'not-there'])('is not written through, be its target %s', (target) => {
    writeFileSync(at('there'), 'mine')
    symlinkSync(at(target), at('report.json'))
    expect(writeFile(at('report.json'), 'text')).toBe('it is a link')
    expect(lstatSync(at('report.json')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('there'), 'utf8')).toBe('mine')
    expect(readdirSync(directory).toSorted()).toEqual(['report.json', 'there'])
  })
})

// Not one of the machine's devices, which a fault of ours could replace by a file, for everybody on it.
it.skipIf(isWindows)('a pipe is written to as a device is, and stays what it is', () => {
  execFileSync('mkfifo', ['-m', '640', at('pipe')])
  const reader = openSync(at('pipe'), constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    expect(writeFile(at('pipe'), 'text')).toBeUndefined()
    const bytes = Buffer.alloc(10)
    expect(bytes.toString('utf8', 0, readSync(reader, bytes))).toBe('text')
  } finally {
    closeSync(reader)
  }
  expect(lstatSync(at('pipe')).isFIFO()).toBe(true)
  expect(lstatSync(at('pipe')).mode & 0o777).toBe(0o640)
})

it.runIf(process.platform === 'linux')('no file stays open', () => {
  writeFile(at('report.json'), 'text')
  // A descriptor of somebody else may be gone by now.
  const open = readdirSync('/proc/self/fd').flatMap((fd) => {
    const path = `/proc/self/fd/${fd}`
    return existsSync(path) ? [readlinkSync(path)] : []
  })
  expect(open.filter((path) => path.startsWith(directory))).toEqual([])
})
