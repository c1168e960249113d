import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { functionsOf, type Listed } from '../../scripts/eager.ts'
import { certificates } from './certificates.ts'
import { playAgainst } from './play.ts'
import { program } from './program.ts'

/** @returns the functions of the bundle that a check calls which passes over https, of those that may stand in parentheses */
export async function findCalled(): Promise<Listed> {
  const directory = await mkdtemp(join(tmpdir(), 'jira-pat-check-called-'))
  try {
    const { root, server: tls } = await certificates()
    const caFile = join(directory, 'ca.pem')
    await writeFile(caFile, root.cert)
    const coverage = join(directory, 'coverage')
    const env = { NODE_V8_COVERAGE: coverage, NODE_DISABLE_COMPILE_CACHE: '1', NODE_EXTRA_CA_CERTS: caFile }
    const { result } = await playAgainst({ tls }, {}, { env })
    if (result.exitCode !== 0) throw new Error(`The check does not pass: ${result.stdout}${result.stderr}`)

    const starts = await readStarts(coverage)
    const called = functionsOf(await readFile(program, 'utf8')).filter(({ start }) => starts.has(start))
    const byName = Map.groupBy(called, ({ within }) => within)
    return Object.fromEntries(Array.from(byName, ([within, found]) => [within, found.map(({ number }) => number)]))
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** @returns where the functions begin in the bundle that were called */
async function readStarts(coverage: string): Promise<ReadonlySet<number>> {
  const [file = ''] = await readdir(coverage)
  const { result }: { readonly result: readonly Script[] } = JSON.parse(await readFile(join(coverage, file), 'utf8'))
  const functions = result.find(({ url }) => url === pathToFileURL(program).href)?.functions ?? []
  return new Set(
    functions.flatMap(({ ranges: [whole] }) => (whole !== undefined && whole.count > 0 ? [whole.startOffset] : [])),
  )
}

/** What V8 tells of a script: https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-ScriptCoverage */
interface Script {
  readonly url: string
  readonly functions: readonly {
    readonly ranges: readonly { readonly startOffset: number; readonly count: number }[]
  }[]
}
