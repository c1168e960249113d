import { describe, expect, it } from 'vitest'
import { linesOf, parseCommand, readLog } from './commands.ts'
import { parseOutputs } from './outputs.ts'

describe('commands, as the runner takes them out of a line', () => {
  it.each([
    ['::error title=A%2C b%3A c::d%0Ae%25', { name: 'error', properties: { title: 'A, b: c' }, data: 'd\ne%' }],
    ['  \t::warning::indented', { name: 'warning', properties: {}, data: 'indented' }],
    ['::add-mask::a::b', { name: 'add-mask', properties: {}, data: 'a::b' }],
    ['::error::colons %3A stay', { name: 'error', properties: {}, data: 'colons %3A stay' }],
    ['::error::%250A', { name: 'error', properties: {}, data: '%0A' }],
    ['text ##[error]anywhere', { name: 'error', properties: {}, data: 'anywhere' }],
    ['##[set-output name=a;b=c]d', { name: 'set-output', properties: { name: 'a', b: 'c' }, data: 'd' }],
  ])('%j', (line, command) => {
    expect(parseCommand(line)).toEqual(command)
  })

  it.each(['text ::error::not at the start', '::error', ':: ', '[error]', ''])('none in %j', (line) => {
    expect(parseCommand(line)).toBeUndefined()
  })

  it('ends a line at CR, LF and both', () => {
    expect(linesOf('a\rb\nc\r\n\r\nd')).toEqual(['a', 'b', 'c', 'd'])
  })

  it('keeps what the runner does not know both as text and as a command', () => {
    const read = readLog('hello\n::wave::goodbye\n::error title=T::m\n::add-mask::s3cret\n::group::g')
    expect(read).toEqual({
      annotations: [{ level: 'error', title: 'T', message: 'm' }],
      masks: ['s3cret'],
      commands: [
        { name: 'wave', properties: {}, data: 'goodbye' },
        { name: 'group', properties: {}, data: 'g' },
      ],
      log: ['hello', '::wave::goodbye'],
    })
  })
})

describe('outputs', () => {
  it('are read in both forms', () => {
    expect(parseOutputs('a=1=2\nb<<END\nx=y\n\nz\nEND\nc<<E\nE\n')).toEqual({ a: '1=2', b: 'x=y\n\nz', c: '' })
  })

  it.each(['nonsense', 'a<<END\nx', '=x'])('%j fails the step', (text) => {
    expect(() => parseOutputs(text)).toThrow()
  })
})
