import { expect, it } from 'vitest'
import { fill } from '../../src/catalogue/fill.ts'

it.each([
  ['nothing to fill', 'Jira is starting.', {}, 'Jira is starting.'],
  ['a fact', '{host} is down.', { host: 'jira.example.com' }, 'jira.example.com is down.'],
  ['a fact twice', '{host}, {host}!', { host: 'a' }, 'a, a!'],
  ['two facts', '{host} ({edge})', { host: 'a', edge: 'nginx' }, 'a (nginx)'],
  ['a fact that is not known', '{host} is down.', {}, '(unknown) is down.'],
  ['a fact that is undefined', '{host} is down.', { host: undefined }, '(unknown) is down.'],
  ['a fact that is empty', '{host} is down.', { host: '' }, '(unknown) is down.'],
  ['an optional part with its fact', 'It is down[ ({edge})].', { edge: 'nginx' }, 'It is down (nginx).'],
  ['an optional part without its fact', 'It is down[ ({edge})].', {}, 'It is down.'],
  ['an optional part with an empty fact', 'It is down[ ({edge})].', { edge: '' }, 'It is down.'],
  ['an optional part with one of two facts', '[{host} ({edge}).]', { host: 'a' }, ''],
  ['an optional part with both', '[{host} ({edge}).]', { host: 'a', edge: 'b' }, 'a (b).'],
  ['two optional parts', '[{host}][{edge}]', { edge: 'b' }, 'b'],
  ['an optional part at the start', '[At {host}, ]it is down.', { host: 'a' }, 'At a, it is down.'],
  ['braces that name no fact', 'token: ${{ secrets.JIRA_PAT }}', {}, 'token: ${{ secrets.JIRA_PAT }}'],
  ['a name that every object has', '{constructor} {toString}', {}, '(unknown) (unknown)'],
  [
    'a fact that is like a template',
    '{host}[ {edge}]',
    { host: '{edge} [x]', edge: '[{host}]' },
    '{edge} [x] [{host}]',
  ],
  ['a fact with the signs of a replacement', '{host}', { host: "$& $1 $' $$" }, "$& $1 $' $$"],
  ['a closing bracket alone', 'a] {host}', { host: 'b' }, 'a] b'],
])('%s', (_, template, facts, text) => {
  expect(fill(template, facts)).toBe(text)
})

it('calls an input as its reader does, and by its name where nobody says how', () => {
  const template = '<url>, <jira-url>, <expiry-fail-days>: <x1>, <A>, <a-1>, <->'
  expect(fill(template, {}, (input) => `--${input}`)).toBe(
    '--url, --jira-url, --expiry-fail-days: <x1>, <A>, <a-1>, <->',
  )
  expect(fill(template, {})).toBe('url, jira-url, expiry-fail-days: <x1>, <A>, <a-1>, <->')
})
