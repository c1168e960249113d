/**
 * `npm run fuzz -- [--runs 2000] [--seed N] [--at-once 4]`: whole runs of `dist/` against a Jira whose answers are
 * mangled at random, and whatever the server said, what must always hold is held against what came of it. Each run has
 * a seed of its own, so that any one of them can be repeated alone. Ends with 1 where something got through.
 */
import { parseArgs } from 'node:util'
import { type FuzzedRun, fuzz } from '../__tests__/hostile/fuzz.ts'
import { runAction } from '../__tests__/support/runner.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    'at-once': { type: 'string', default: '4' },
  },
})
const [runs, firstSeed, atOnce] = [Number(values.runs), Number(values.seed), Number(values['at-once'])]

const reasons = new Map<string, number>()
const failed: FuzzedRun[] = []
let started = 0

async function work(): Promise<void> {
  while (started < runs) {
    const run = await fuzz(firstSeed + started++, runAction)
    const reason = run.result.outputs['reason'] ?? '(none)'
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    if (run.violations.length > 0) {
      failed.push(run)
      tell(run)
    }
  }
}

function tell({ seed, inputs, result, violations }: FuzzedRun): void {
  console.log(`\nSomething got through. To repeat it: npm run fuzz -- --seed ${seed} --runs 1`)
  for (const violation of violations) console.log(`  - ${violation}`)
  if (runs === 1) console.log({ inputs, exitCode: result.exitCode, outputs: result.outputs }, `\n${result.stdout}`)
}

console.log(`${runs} runs, seeds from ${firstSeed} on`)
await Promise.all(Array.from({ length: atOnce }, work))
for (const [reason, count] of [...reasons].toSorted((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(6)}  ${reason}`)
console.log(failed.length === 0 ? 'Nothing got through.' : `${failed.length} runs in which something got through.`)
process.exitCode = failed.length === 0 ? 0 : 1
