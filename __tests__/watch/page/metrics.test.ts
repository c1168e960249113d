import { expect, it } from 'vitest'
import { formatMetrics } from '../../../src/watch/page/metrics.ts'
import { nowMs } from '../../verdict/asked-for.ts'
import { nightOf, rejected, reportOf, watched } from './nights.ts'
import { readMetrics } from './read-metrics.ts'

const read = (...args: Parameters<typeof formatMetrics>) => readMetrics(formatMetrics(...args) ?? '')

it('one token as metrics', () => {
  expect(formatMetrics(nightOf(1))).toMatchInlineSnapshot(`
    "# HELP jira_token_result What the watch says of a token: 1 beside the result that it has.
    # TYPE jira_token_result gauge
    jira_token_result{secret="JIRA_PAT_CI",product="jira",server="https://jira.example.com",token_name="deploy",result="usable"} 1
    # HELP jira_token_expires_timestamp_seconds When a token expires, or the first that it may be.
    # TYPE jira_token_expires_timestamp_seconds gauge
    jira_token_expires_timestamp_seconds{secret="JIRA_PAT_CI",product="jira",server="https://jira.example.com",token_name="deploy"} 1796299200
    # HELP jira_token_check_duration_seconds How long it took to check a token.
    # TYPE jira_token_check_duration_seconds gauge
    jira_token_check_duration_seconds{secret="JIRA_PAT_CI",product="jira",server="https://jira.example.com",token_name="deploy"} 0.25
    # HELP jira_token_watch_timestamp_seconds When the tokens were watched last.
    # TYPE jira_token_watch_timestamp_seconds gauge
    jira_token_watch_timestamp_seconds 1795348800
    # EOF
    "
  `)
})

it.each([7, 50, 250])('%i tokens are as many results, and one time of the watch', (count) => {
  const samples = read(nightOf(count))
  expect(samples.filter(({ name }) => name === 'jira_token_result')).toHaveLength(count)
  expect(samples.filter(({ name }) => name === 'jira_token_watch_timestamp_seconds')).toEqual([
    { name: 'jira_token_watch_timestamp_seconds', labels: {}, value: nowMs / 1000 },
  ])
})

it('a token has its result, its expiry where there is one, and how long it took where it was asked about', () => {
  const named = read(nightOf(7)).map(({ name, labels, value }) => `${labels['secret']} ${name.slice(11)} ${value}`)
  expect(named).toContain('JIRA_PAT_CI result 1')
  expect(named).toContain('JIRA_PAT_DEPLOY expires_timestamp_seconds 1796299200')
  expect(named.filter((line) => line.startsWith('JIRA_PAT_LEGACY expires'))).toEqual([])
  expect(named).toContain('JIRA_PAT_PARTNER check_duration_seconds 10')
  expect(named.filter((line) => line.startsWith('JIRA_PAT_PARTNER_SYNC'))).toEqual(['JIRA_PAT_PARTNER_SYNC result 1'])
})

it('labels read as they were', () => {
  const expiry = { ...watched('').expiry, tokenName: 'a "b" \\n \\ c}{,=#' }
  expect(read(reportOf([watched('A', { expiry, baseUrl: null })]))[0]?.labels).toEqual({
    secret: 'A',
    product: 'jira',
    server: '',
    token_name: 'a "b" \\n \\ c}{,=#',
    result: 'usable',
  })
})

it('a line feed in a label is none of the file', () => {
  const expiry = { ...watched('').expiry, tokenName: 'a\nb' }
  expect(formatMetrics(reportOf([watched('A', { expiry })]))).toContain('token_name="a\\nb",result="usable"} 1\n')
})

it('what is not known of any token has no lines at all', () => {
  const token = rejected('A', { asked: false })
  expect(formatMetrics(reportOf([token], { checkedAt: 'at night' }))).toBe(
    [
      '# HELP jira_token_result What the watch says of a token: 1 beside the result that it has.',
      '# TYPE jira_token_result gauge',
      'jira_token_result{secret="A",product="jira",server="https://jira.example.com",token_name="",result="refused"} 1',
      '# EOF',
      '',
    ].join('\n'),
  )
})

it('where no token was watched there is no file to write: the last one is to grow old', () => {
  expect(formatMetrics(reportOf([]))).toBeUndefined()
})
