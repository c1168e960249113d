import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { createBound } from '../../src/rotate/bound.ts'
import { createCommandStore } from '../../src/rotate/command-store.ts'

const directory = mkdtempSync(join(tmpdir(), 'jira-pat-store-'))
afterAll(() => rmSync(directory, { recursive: true }))

const vault = join(directory, 'vault')
const node = (script: string): string => `"${process.execPath}" -e "${script}"`
const store = node(`require('fs').writeFileSync('${vault}', require('fs').readFileSync(0))`)
const read = node(`console.log(require('fs').readFileSync('${vault}', 'utf8'))`)

const secrets: string[] = []
const open = (storeCommand: string, readCommand = '') =>
  createCommandStore({
    storeCommand,
    readCommand,
    token: 'the-old-one',
    onSecret: (value) => secrets.push(value),
    clock: systemClock,
  })
const bound = () => createBound(systemClock, 30_000)

beforeEach(() => {
  secrets.length = 0
  writeFileSync(vault, 'the-old-one')
})

describe('what a command has stored', () => {
  it.each([
    ['the-old-one\n', 'this'],
    ['  another', 'other'],
    ['', 'unknown'],
  ])('is read back: %j', async (text, holds) => {
    writeFileSync(vault, text)
    expect(await open(store, read).see(bound())).toEqual({
      kind: 'sight',
      seen: { kind: 'command', holds },
      offsetMs: undefined,
    })
    expect(secrets).toEqual([text.trim()].filter(Boolean))
  })

  it.each([
    ['without a command that reads', ''],
    ['where that prints what it was given, which is nothing', node('process.stdin.pipe(process.stdout)')],
    ['where that fails', node('process.exit(3)')],
    ['where that fails, whatever it prints', `${read} && exit 3`],
    ['where there is none', 'no-such-command-anywhere'],
  ])('is not known %s', async (_, readCommand) => {
    expect(await open(store, readCommand).see(bound())).toMatchObject({ seen: { holds: 'unknown' } })
  })
})

describe('storing a new one', () => {
  it('hands it over to the byte', async () => {
    expect(await open(store).write(0, 'the-new-one', bound())).toEqual({ kind: 'written' })
    expect(readFileSync(vault, 'utf8')).toBe('the-new-one')
  })

  it.each([
    ['is done where it is read back, whatever the command says', `${store} ; exit 1`, read, { kind: 'written' }],
    [
      'is in doubt where another one is read back',
      node('process.exit(0)'),
      read,
      { why: 'unanswered', detail: 'ended with exit code 0, but <read-command> prints another token' },
    ],
    ['is in doubt where the command fails', node('process.exit(7)'), '', { detail: 'ended with exit code 7' }],
    ['is in doubt where there is no such command', 'no-such-command-anywhere', '', { kind: 'trouble' }],
    ['is done where the command succeeds and nothing can be read', store, node('process.exit(1)'), { kind: 'written' }],
  ])('%s', async (_, storeCommand, readCommand, expected) => {
    expect(await open(storeCommand, readCommand).write(0, 'the-new-one', bound())).toMatchObject(expected)
  })

  it('is given up with a command that does not end in time', async () => {
    const endless = node('setInterval(() => {}, 1000)')
    expect(await open(endless).write(0, 'the-new-one', createBound(systemClock, 200))).toMatchObject({
      kind: 'trouble',
      why: 'unanswered',
    })
  })

  it('is in one place, of which no stamp is known, and needs no rehearsal', async () => {
    const opened = open(store)
    expect(opened).toMatchObject({ kind: 'command', places: ['the store of the command'] })
    expect(
      await Promise.all([opened.stampOf(0, bound()), opened.rehearse(bound()), opened.prepare(0, bound())]),
    ).toEqual([undefined, undefined, undefined])
  })

  it('is not begun where no time is left', async () => {
    expect(await open(store).write(0, 'the-new-one', createBound(systemClock, 0))).toEqual({
      kind: 'trouble',
      at: 0,
      why: 'unanswered',
      detail: 'was not run, since no time was left',
    })
    expect(readFileSync(vault, 'utf8')).toBe('the-old-one')
  })
})
