import { it, vi } from 'vitest'
import { type Played, play } from '../support/play.ts'
import { scenarios } from '../support/scenarios.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Everything that a run shows, so that a change of the structure alone shows nothing new. */
it.concurrent.for(scenarios)('$name', async (scenario, { expect }) => {
  await expect(transcriptOf(await play(scenario))).toMatchFileSnapshot(`__snapshots__/transcripts/${scenario.name}.txt`)
})

function transcriptOf({ setting, result }: Played): string {
  const { outputs, stdout, stderr, summary, exitCode } = result
  const parts = {
    exitCode,
    stdout,
    stderr,
    summary,
    ...outputs,
    requests: setting.jira?.requests.map(({ path }) => path).toSorted(),
  }
  return Object.entries(parts)
    .map(([name, value]) => `=== ${name}\n${typeof value === 'string' ? value : JSON.stringify(value)}\n`)
    .join('')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))
    .replaceAll('\u200B', '')
    .replace(/(127\.0\.0\.1|\]|localhost|\.example(?:\.com)?|\.invalid):\d{4,5}/g, '$1:PORT')
    .replace(/\w{3} [ \d]\d \d\d:\d\d:\d\d \d{4} GMT/g, 'MMM DD hh:mm:ss YYYY GMT')
    .replace(/\d{4}-\d\d-\d\d/g, 'YYYY-MM-DD')
    .replace(/T?\d\d:\d\d:\d\d(\.\d{3})?Z?/g, 'Thh:mm:ssZ')
    .replace(/in \d+\.\d s/g, 'in N s')
    .replace(/in (?:\d+|N) ms/g, 'in N ms')
    .replace(/"durationMs":\d+/g, '"durationMs":N')
    .replace(/after \d+ requests? and \d+ ms/g, 'after N ms')
}
