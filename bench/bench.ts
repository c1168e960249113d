/**
 * `npm run bench`: what a check costs. Whole processes of the packaged action, as the runner starts them, and of a bare
 * script that makes the same request, on the same Node, against the same local server, in turn. Wants Python 3.9.
 *
 *     npm run bench -- [--runs N] [--row NAME]… [--json FILE] [--write]
 *
 * `--runs` says how often each program runs (15 times; 3 give a first idea in a minute), `--row` (again for several)
 * measures these rows only, `--json` writes the results as JSON, `--write` puts them into docs/performance.md.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { judgeBars } from './bars.ts'
import { startJiras } from './jiras.ts'
import { measureLoaded } from './loaded.ts'
import { describeMachine } from './machine.ts'
import { type MeasuredRow, measureRow } from './measure.ts'
import { formatResults, type Results } from './report.ts'
import { rows } from './rows.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '15' },
    row: { type: 'string', multiple: true },
    json: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
const results = await bench(Number(values.runs), values.row)
const text = formatResults(results)
console.log(text)
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`)
if (values.write) writeIntoDocumentation(text)

async function bench(runs: number, names: readonly string[] | undefined): Promise<Results> {
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1 on')
  const jiras = await startJiras()
  const directory = mkdtempSync(join(tmpdir(), 'jira-pat-check-bench-'))
  try {
    const known = rows(jiras.caFile)
    const unknown = names?.find((name) => known.every((row) => row.name !== name))
    if (unknown !== undefined) {
      throw new Error(`there is no row ${unknown}, but ${known.map(({ name }) => name).join(', ')}`)
    }
    const loaded = measureLoaded(jiras, directory)
    const measured: MeasuredRow[] = []
    for (const row of known) {
      if (names !== undefined && !names.includes(row.name)) continue
      console.error(`${row.title} …`)
      measured.push(await measureRow(row, jiras, directory, runs))
    }
    return { machine: describeMachine(), runs, loaded, rows: measured, bars: judgeBars(measured, loaded) }
  } finally {
    rmSync(directory, { recursive: true, force: true })
    await jiras.stop()
  }
}

function writeIntoDocumentation(figures: string): void {
  const path = fileURLToPath(new URL('../docs/performance.md', import.meta.url))
  const [begin, end] = ['<!-- bench:begin -->', '<!-- bench:end -->']
  const page = readFileSync(path, 'utf8')
  const [before, after] = [page.split(begin)[0], page.split(end)[1]]
  if (before === undefined || after === undefined) throw new Error(`${path} has lost its ${begin} or ${end}`)
  writeFileSync(path, `${before}${begin}\n${figures}\n${end}${after}`)
}
