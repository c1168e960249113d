import { describe, expect, it } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { runCommand } from '../../src/rotate/command.ts'
import { createHandMovedClock } from '../support/clock.ts'

const node = (script: string): string => `"${process.execPath}" -e "${script}"`

const run = (command: string, input = '') => runCommand(command, input, 30_000, systemClock)

const isWindows = process.platform === 'win32'

describe('a command', () => {
  it('ends with an exit code, and what it printed', async () => {
    expect(await run(node("process.stdout.write('a secret'); process.exitCode = 3"))).toEqual({
      exitCode: 3,
      problem: 'exit code 3',
      output: 'a secret',
    })
  })

  it('gets its input to the byte, and has a shell', async () => {
    expect(await run(`${node('process.stdin.pipe(process.stdout)')} && exit 0`, ' the token ')).toMatchObject({
      exitCode: 0,
      output: ' the token ',
    })
  })

  it.skipIf(isWindows)('may be ended by a signal', async () => {
    expect(await run('kill -9 $$')).toMatchObject({ exitCode: undefined, problem: 'the signal SIGKILL' })
  })

  it('need not read its input', async () => {
    expect(await run(node('process.exit(0)'), 'x'.repeat(1_000_000))).toMatchObject({ exitCode: 0 })
  })

  it('may print to standard error as much as it likes, which nobody reads', async () => {
    expect(await run(node("process.stderr.write('x'.repeat(1_000_000))"))).toMatchObject({ exitCode: 0, output: '' })
  })

  it.each([
    [65_536, 65_536],
    [200_000, 65_536],
  ])('prints as much as a token may be long: of %i bytes at most %i', async (bytes, most) => {
    const { exitCode, output } = await run(node(`process.stdout.write('x'.repeat(${bytes}))`))
    expect(exitCode).toBe(0)
    expect(output.length).toBeLessThanOrEqual(most)
    if (bytes === most) expect(output).toHaveLength(most)
  })

  it('is ended where it does not end in time', async () => {
    const clock = createHandMovedClock()
    const ended = runCommand(node('setInterval(() => {}, 1000)'), '', 59_600, clock)
    await clock.advance(59_600)
    expect(await ended).toEqual({ exitCode: undefined, problem: 'no end within 60 s', output: '' })
  })

  it('leaves no timer behind', async () => {
    const clock = createHandMovedClock()
    await runCommand(node('process.exit(0)'), '', 30_000, clock)
    expect(clock.waitingMs).toEqual([])
  })

  it.skipIf(isWindows)('is in a group of its own, which a Ctrl-C at the terminal does not reach', async () => {
    const { output } = await run('ps -o pid=,pgid= -p $$')
    const [pid, group] = output.trim().split(/\s+/)
    expect(group).toBe(pid)
  })
})
