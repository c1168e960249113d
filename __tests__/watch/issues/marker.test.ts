import { describe, expect, it } from 'vitest'
import { readBody, readSaid, writeBody, writeSaid, writeUnmarkedBody } from '../../../src/watch/issues/marker.ts'

const begin = '<!-- jira-pat-check 1 0123456789abcdef fedcba9876543210 token-rejected 12 -->'
const end = '<!-- jira-pat-check end -->'
const marker = { list: '0123456789abcdef', identity: 'fedcba9876543210', state: 'token-rejected', n: 12 }

const lines = (...all: string[]): string => all.join('\n')

describe('a body', () => {
  it.each([
    ['of ours alone', lines(begin, end), { before: '', ours: '', after: '', lineEnd: '\n' }],
    [
      'with what people wrote before and after it',
      lines('Before.', begin, 'Ours.', 'More.', end, 'After.'),
      { before: 'Before.\n', ours: 'Ours.\nMore.\n', after: '\nAfter.', lineEnd: '\n' },
    ],
    [
      'whose lines end as on Windows',
      lines('Before.', begin, 'Ours.', 'More.', end, 'After.').replaceAll('\n', '\r\n'),
      { before: 'Before.\r\n', ours: 'Ours.\nMore.\n', after: '\r\nAfter.', lineEnd: '\r\n' },
    ],
    [
      'whose lines end as of old',
      `Before.\r${begin}\nOurs.\n${end}\rAfter.`,
      { before: 'Before.\r', ours: 'Ours.\n', after: '\rAfter.', lineEnd: '\n' },
    ],
    [
      'with spaces behind the markers',
      lines(`${begin} \t`, 'Ours.', `${end} \t`),
      { before: '', ours: 'Ours.\n', after: '', lineEnd: '\n' },
    ],
    [
      'with words around what looks like an end',
      lines(begin, `Not ${end}`, `${end} not`, end),
      { before: '', ours: `Not ${end}\n${end} not\n`, after: '', lineEnd: '\n' },
    ],
    ['without an end is people’s', lines(begin, 'Theirs.'), { ours: '', after: '\nTheirs.' }],
    [
      'with a second beginning before the end is people’s, too',
      lines(begin, 'Theirs.', begin, 'More.', end),
      { ours: '', after: lines('', 'Theirs.', begin, 'More.', end) },
    ],
  ])('%s', (_, body, parts) => {
    expect(readBody(body)).toMatchObject({ marker, ...parts })
  })

  it.each([
    ['new', 0],
    ['well', 1],
    ['down-told', 123_456_789],
    ['time-was-up', 4],
  ])('has the state %s and the number %d', (state, n) => {
    const body = `<!-- jira-pat-check 1 ${marker.list} ${marker.identity} ${state} ${n} -->`
    expect(readBody(body)?.marker).toEqual({ ...marker, state, n })
  })

  it.each([
    ['no text', ''],
    ['words before it', `x ${begin}`],
    ['words behind it', `${begin} x`],
    ['a list that is no hash', begin.replace(marker.list, '0123456789abcdeg')],
    ['a list that is cut', begin.replace(marker.list, '0')],
    ['an identity that is no hash', begin.replace(marker.identity, 'fedcba987654321!')],
    ['an identity that is cut', begin.replace(marker.identity, 'f')],
    ['a state in capital letters', begin.replace('token', 'TOKEN')],
    ['a state without its end', begin.replace('rejected', '')],
    ['a number that is none', begin.replace('12', 'xy')],
    ['a number that is too long', begin.replace('12', '1234567890')],
  ])('has no marker with %s', (_, body) => {
    expect(readBody(body)).toBeUndefined()
  })

  it.each([
    ['a block', ['```', 'text', begin, '```']],
    ['a block of a language', ['```html', begin, '```']],
    ['a block with spaces around its fences', ['   ```', begin, '   ```  ']],
    ['a block that a longer fence closes', ['```', begin, '````']],
    ['a block of tildes', ['~~~', begin, '~~~']],
    ['a block of tildes of a language with a tick', ['~~~ a`b', begin, '~~~']],
    ['the second of two blocks', ['```', '```', '```', begin, '```']],
  ])('shows its marker in %s, where it is none', (_, all) => {
    expect(readBody(lines(...all))).toBeUndefined()
  })

  it.each([
    ['that nobody closes', ['```', begin]],
    ['that a shorter fence does not close', ['````', begin, '```']],
    ['that a fence of the other kind does not close', ['```', begin, '~~~']],
    ['that a fence with words does not close', ['```', begin, '``` x']],
    ['that an indented fence does not close', ['```', begin, '    ```']],
    ['that a fence in a line does not close', ['```', begin, 'x ```']],
    ['that is indented', ['    ```', begin, '    ```']],
    ['that begins in a line', ['x ```', begin, 'x']],
    ['with a tick in its language', ['```a`b', begin, 'x']],
    ['of too few tildes', ['~~', begin, '~~~']],
    ['that ends before it', ['```', 'text', '```', begin]],
  ])('has a marker behind what is no block of code: one %s', (_, all) => {
    expect(readBody(lines(...all))).toMatchObject({ marker })
  })
})

describe('what is written', () => {
  it.each(['\n', '\r\n'] as const)('stands between people’s parts, with line ends %j', (lineEnd) => {
    const parts = { before: `Before.\n${lineEnd}`, after: `${lineEnd}After.\n`, lineEnd }
    expect(writeBody(parts, marker, 'Ours.\nMore.\n')).toBe(
      `Before.\n${lineEnd}${[begin, 'Ours.', 'More.', end].join(lineEnd)}${lineEnd}After.\n`,
    )
    expect(writeUnmarkedBody({ ...parts, marker, ours: '' }, 'One.\nTwo.')).toBe(
      `Before.\n${lineEnd}One.${lineEnd}Two.${lineEnd}After.\n`,
    )
  })
})

describe('what a comment told', () => {
  it.each([
    ['the state behind its words', `Words.\n\n${writeSaid({ state: 'down-told', n: 12 })}`, 'down-told', 12],
    ['one of one word', '<!-- jira-pat-check said well 1 -->', 'well', 1],
    ['one of several', '<!-- jira-pat-check said time-was-up 123456789 -->', 'time-was-up', 123_456_789],
    ['the first of two', '<!-- jira-pat-check said well 2 --> \t\n<!-- jira-pat-check said down 3 -->', 'well', 2],
  ])('is %s', (_, comment, state, n) => {
    expect(readSaid(comment)).toEqual({ state, n })
  })

  it.each([
    ['words', 'All is well.'],
    ['a quotation', '> <!-- jira-pat-check said well 1 -->'],
    ['words before it', 'x <!-- jira-pat-check said well 1 -->'],
    ['words behind it', '<!-- jira-pat-check said well 1 --> x'],
    ['code', '```\n<!-- jira-pat-check said well 1 -->\n```'],
    ['a state in capital letters', '<!-- jira-pat-check said WELL 1 -->'],
    ['a state that ends in a hyphen', '<!-- jira-pat-check said well- 1 -->'],
    ['no number', '<!-- jira-pat-check said well x -->'],
    ['a number that is too long', '<!-- jira-pat-check said well 1234567890 -->'],
  ])('is nothing where it is %s', (_, comment) => {
    expect(readSaid(comment)).toBeUndefined()
  })
})
