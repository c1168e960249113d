/**
 * `npm run eager`: finds out which functions of `dist/index.js` a check calls that passes, and lists them for the build,
 * which has them compiled at once. To be run, and `npm run build` after it, when a test says that the list is out of date.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { certificates } from '../__tests__/support/certificates.ts'
import { playAgainst } from '../__tests__/support/play.ts'
import { program } from '../__tests__/support/program.ts'
import { outermostFunctions } from './eager.ts'

const directory = mkdtempSync(join(tmpdir(), 'jira-pat-check-eager-'))
try {
  const { root, server: tls } = await certificates()
  const caFile = join(directory, 'ca.pem')
  writeFileSync(caFile, root.cert)
  const coverage = join(directory, 'coverage')
  const { result } = await playAgainst(
    { tls },
    {},
    { env: { NODE_V8_COVERAGE: coverage, NODE_DISABLE_COMPILE_CACHE: '1', NODE_EXTRA_CA_CERTS: caFile } },
  )
  if (result.exitCode !== 0) throw new Error(`The check does not pass: ${result.stdout}${result.stderr}`)

  const names = outermostFunctions(readFileSync(program, 'utf8'))
  const called = calledIn(coverage).flatMap((start) => names.get(start) ?? [])
  writeFileSync('scripts/eager.json', `${JSON.stringify([...new Set(called)].sort(), undefined, 2)}\n`)
} finally {
  rmSync(directory, { recursive: true, force: true })
}

/** @returns where the functions begin that were called */
function calledIn(coverage: string): readonly number[] {
  const url = pathToFileURL(program).href
  return readdirSync(coverage)
    .flatMap((file): readonly Script[] => JSON.parse(readFileSync(join(coverage, file), 'utf8')).result)
    .filter((script) => script.url === url)
    .flatMap(({ functions }) => functions.map(({ ranges: [whole] }) => whole))
    .flatMap((whole) => (whole !== undefined && whole.count > 0 ? [whole.startOffset] : []))
}

/** What V8 tells of a script: https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-ScriptCoverage */
interface Script {
  readonly url: string
  readonly functions: readonly {
    readonly ranges: readonly { readonly startOffset: number; readonly count: number }[]
  }[]
}
