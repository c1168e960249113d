import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { formatMetrics } from '../../src/watch/page/metrics.ts'
import type { WatchedToken } from '../../src/watch/watched-token.ts'
import { down, expiring, expiryIn, rejected, reportOf, undated, watched } from '../watch/page/nights.ts'
import { readMetrics } from '../watch/page/read-metrics.ts'
import { pathOf } from './programs.ts'

const rules = resolve('examples/prometheus-rules.yml')

/** promtool's clock starts at zero, so the night is moved there: what it measures is how long until then. */
function seriesOf(tokens: WatchedToken[]): { series: string; values: string }[] {
  const samples = readMetrics(formatMetrics(reportOf(tokens)) ?? '# EOF\n')
  const watchedAt = samples.find(({ name }) => name === 'jira_token_watch_timestamp_seconds')?.value ?? Number.NaN
  return samples.map(({ name, labels, value }) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}=${JSON.stringify(text)}`)
    const moved = name.endsWith('_timestamp_seconds') ? value - watchedAt : value
    return { series: `${name}{${pairs.join(',')}}`, values: `${moved}x100` }
  })
}

/** Runs the rules over what a night has written. Throws, with what fires instead, where it is not what was expected. */
async function expectFiring(
  tokens: WatchedToken[],
  { afterHours, firing }: { afterHours: number; firing: [alert: string, secret: string][] },
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'jira-pat-check-rules-'))
  const test = {
    rule_files: [rules],
    evaluation_interval: '1h',
    tests: [
      {
        interval: '1h',
        input_series: seriesOf(tokens),
        promql_expr_test: [
          {
            expr: 'count by (alertname, secret) (ALERTS{alertstate="firing"})',
            eval_time: `${afterHours}h`,
            exp_samples: firing.map(([alertname, secret]) => ({
              labels: `{alertname="${alertname}"${secret && `, secret="${secret}"`}}`,
              value: 1,
            })),
          },
        ],
      },
    ],
  }
  try {
    // JSON is YAML.
    await writeFile(join(directory, 'test.yml'), JSON.stringify(test))
    const { stdout } = await promisify(execFile)(pathOf('promtool'), ['test', 'rules', join(directory, 'test.yml')])
    return stdout
  } finally {
    await rm(directory, { recursive: true })
  }
}

describe('the alerts', () => {
  it('are rules that promtool has nothing to say against', async () => {
    const { stdout } = await promisify(execFile)(pathOf('promtool'), ['check', 'rules', rules])
    expect(stdout).toMatch(/SUCCESS: 6 rules found/)
  })

  it.each<[string, WatchedToken[], number, [string, string][]]>([
    ['are silent where all is well', [watched('CI')], 12, []],
    ['tell of a refused token at once', [watched('CI'), rejected('BAD')], 0, [['JiraTokenRefused', 'BAD']]],
    ['say nothing of a server that is down for one night', [down('FAR')], 20, []],
    ['tell of a server that is down for two nights', [down('FAR')], 26, [['JiraTokenUnknown', 'FAR']]],
    ['tell of a token that expires in ten days', [expiring('OLD', 10)], 0, [['JiraTokenExpiring', 'OLD']]],
    ['tell louder of one that expires tomorrow', [expiring('OLD', 1)], 0, [['JiraTokenExpiresNow', 'OLD']]],
    ['grow louder where the watch does not write again', [expiring('OLD', 4)], 30, [['JiraTokenExpiresNow', 'OLD']]],
    ['leave a token to its rotation', [watched('OWN', { expiry: expiryIn(10, 'github-1f3b-2') })], 0, []],
    [
      'but not for ever',
      [watched('OWN', { expiry: expiryIn(2, 'github-1f3b-2') })],
      0,
      [['JiraTokenExpiresNow', 'OWN']],
    ],
    ['tell of a token without an expiry', [undated('NONE')], 0, [['JiraTokenWithoutExpiry', 'NONE']]],
    ['tell of a watch that has stopped', [watched('CI')], 37, [['JiraTokenWatchStopped', '']]],
    ['and of one that has never written', [], 0, [['JiraTokenWatchStopped', '']]],
  ])('%s', async (_, tokens, afterHours, firing) => {
    await expect(expectFiring(tokens, { afterHours, firing })).resolves.toContain('SUCCESS')
  })

  it('would be held against what they say', async () => {
    const otherwise = expectFiring([rejected('BAD')], { afterHours: 0, firing: [] })
    await expect(otherwise).rejects.toMatchObject({ stderr: expect.stringContaining('JiraTokenRefused') })
  })
})
