import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { installWheels, whyNoWheels } from '../../scripts/installed.ts'
import { plainText } from '../../src/report/sanitize.ts'
import { formatMetrics } from '../../src/watch/page/metrics.ts'
import { hostileNames } from '../report/hostile-names.ts'
import { machineEnvironment } from '../support/program.ts'
import { expiring, expiryIn, nightOf, reportOf, watched } from '../watch/page/nights.ts'
import { readMetrics, type Sample } from '../watch/page/read-metrics.ts'
import { isListenedTo, startInForeground, startOnFreePort } from './foreground.ts'
import { pathOf } from './programs.ts'

const here = import.meta.dirname

/** A night in which every name is one that a parser may stumble over. */
const hostileNight = reportOf(
  hostileNames.map((name, index) => {
    const text = plainText(`${name} \\ \\n " }`, (line) => line)
    return watched(`T${index}`, { baseUrl: text, expiry: expiryIn(index, text) })
  }),
)

const nights: [string, string][] = [
  ['one token', formatMetrics(nightOf(1)) ?? ''],
  ['seven tokens', formatMetrics(nightOf(7)) ?? ''],
  ['250 tokens', formatMetrics(nightOf(250)) ?? ''],
  ['tokens with hostile names', formatMetrics(hostileNight) ?? ''],
]

/** Runs a program that reads the text, and gives what it prints. */
async function feed(program: string, args: string[], text: string, env = {}): Promise<string> {
  const running = promisify(execFile)(program, args, { env: { ...machineEnvironment(), ...env }, maxBuffer: 1e8 })
  running.child.stdin?.end(text)
  const { stdout, stderr } = await running
  return stdout + stderr
}

describe.each(nights)('%s', (_, text) => {
  it('are metrics that promtool has nothing to say against', async () => {
    expect(await feed(pathOf('promtool'), ['check', 'metrics'], text)).toBe('')
  })

  it.skipIf(whyNoWheels())("are OpenMetrics to Prometheus' own client, and say what they are to say", async () => {
    const env = { PYTHONPATH: installWheels(join(here, 'requirements.txt')), PYTHONDONTWRITEBYTECODE: '1' }
    const printed = await feed('python3', [join(here, 'read_openmetrics.py')], text, env)
    const read = JSON.parse(printed) as [string, Record<string, string>, number][]
    expect(read.map(([name, labels, value]): Sample => ({ name, labels, value }))).toEqual(readMetrics(text))
  })

  it('are shown by node_exporter as they are', async () => {
    const shown = await exported(text)
    expect(shown.get('node_textfile_scrape_error')).toBe(0)
    const wanted = readMetrics(text).map(seriesOf)
    expect(wanted.filter((series) => !shown.has(series))).toEqual([])
  })
})

it('a Pushgateway takes them by PUT, and forgets the tokens of the night before', async () => {
  const gateway = await startOnFreePort((port) =>
    startInForeground('prometheus-pushgateway', [`--web.listen-address=127.0.0.1:${port}`], /listening/i),
  )
  const url = `http://127.0.0.1:${gateway.port}/metrics`
  try {
    await isListenedTo(gateway.port)
    for (const night of [reportOf([watched('GONE'), watched('CI')]), reportOf([watched('CI')])]) {
      const response = await fetch(`${url}/job/jira-tokens`, { method: 'PUT', body: formatMetrics(night) ?? '' })
      expect(response.status).toBe(200)
    }
    const shown = (await (await fetch(url)).text()).split('\n').filter((line) => line.startsWith('jira_token_result{'))
    expect(shown).toEqual([expect.stringContaining('secret="CI"')])
  } finally {
    await gateway.stop()
  }
})

it('promtool and node_exporter would object', async () => {
  const broken = (formatMetrics(reportOf([expiring('A', 3)])) ?? '').replaceAll('gauge', 'stateset')
  await expect(feed(pathOf('promtool'), ['check', 'metrics'], broken)).rejects.toThrow()
  expect((await exported(broken)).get('node_textfile_scrape_error')).toBe(1)
})

const seriesOf = ({ name, labels }: Sample): string => JSON.stringify([name, Object.entries(labels).toSorted()])

/** What node_exporter shows of a file in its folder: the value of each series. */
async function exported(text: string): Promise<Map<string, number>> {
  const directory = await mkdtemp(join(tmpdir(), 'textfile-'))
  await writeFile(join(directory, 'jira.prom'), text)
  await chmod(join(directory, 'jira.prom'), 0o644)
  const exporter = await startOnFreePort((port) =>
    startInForeground(
      'prometheus-node-exporter',
      [
        '--collector.disable-defaults',
        '--collector.textfile',
        `--collector.textfile.directory=${directory}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      /listening/i,
    ),
  )
  try {
    await isListenedTo(exporter.port)
    return valuesIn(await (await fetch(`http://127.0.0.1:${exporter.port}/metrics`)).text())
  } finally {
    await exporter.stop()
    await rm(directory, { recursive: true })
  }
}

function valuesIn(page: string): Map<string, number> {
  const lines = page.split('\n').filter((line) => /^(?:jira_|node_textfile_scrape_error)/.test(line))
  return new Map(
    lines.map((line) => {
      const [, name = '', labels = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)$/s.exec(line) ?? []
      const pairs = Array.from(labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g), ([, key = '', raw = '']) => [
        key,
        raw.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)),
      ])
      const series = { name, labels: Object.fromEntries(pairs), value: 0 }
      return [labels === '' && name.startsWith('node_') ? name : seriesOf(series), Number(value)] as const
    }),
  )
}
