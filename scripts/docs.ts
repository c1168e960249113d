/** `npm run docs` writes what is generated in the documentation; with `--check` it only says what is stale, and fails. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { VERSION } from '../src/base/version.ts'
import { table } from '../src/report/table.ts'
import { describeUsage } from '../src/runner/usage.ts'
import { describeInputs, describeOutputs, writeFields } from './docs/action.ts'
import { writeComponent } from './docs/component.ts'
import { quoteStep } from './docs/example-step.ts'
import { describeFronts, describeProxies, describeTls } from './docs/fronts.ts'
import { describeListKeys } from './docs/list-keys.ts'
import { describeLogWords } from './docs/logs.ts'
import { describeReasons, listReasons } from './docs/reasons.ts'
import { nameRelease } from './docs/release.ts'
import { describeReportSchema, listReportFields } from './docs/report-schema.ts'
import { fillSections } from './docs/section.ts'
import { listSymptoms, readSymptoms } from './docs/symptoms.ts'
import { describeWatchReportSchema } from './docs/watch-report-schema.ts'

/** Reads a file by its path from the root of the repository, the working directory. */
const read = (path: string): string => readFileSync(path, 'utf8')

/** Every page with something generated: its path, and its text made from the one that it has. */
const pages: Readonly<Record<string, (text: string) => string>> = {
  'action.yml': (text) => writeFields(text, 'check'),
  'watch/action.yml': (text) => writeFields(text, 'watch'),
  'rotate/action.yml': (text) => writeFields(text, 'rotate'),
  'templates/check.yml': (text) => writeComponent(text, 'check'),
  'templates/watch.yml': (text) => writeComponent(text, 'watch'),
  'README.md': (text) => fillSections(text, { gate: quoteStep(read('examples/github/gate-deployment.yml')) }),
  'docs/reference.md': (text) =>
    fillSections(text, {
      'inputs of check': describeInputs('check'),
      'outputs of check': describeOutputs('check'),
      reasons: listReasons('reasons.md'),
      'inputs of watch': describeInputs('watch'),
      'outputs of watch': describeOutputs('watch'),
      'inputs of rotate': describeInputs('rotate'),
      'outputs of rotate': describeOutputs('rotate'),
    }),
  'docs/reasons.md': () => describeReasons(readSymptoms(read('docs/troubleshooting.md'))),
  'docs/troubleshooting.md': (text) =>
    fillSections(text, {
      symptoms: listSymptoms(readSymptoms(text)),
      'words of logs': describeLogWords(readSymptoms(text)),
      fronts: describeFronts(),
      proxies: describeProxies(),
      tls: describeTls(),
    }),
  'docs/watch.md': (text) =>
    fillSections(text, {
      step: quoteStep(read('examples/github/nightly-expiry.yml')),
      keys: describeListKeys(),
      help: `\`\`\`text\n${describeUsage('watch')}\n\`\`\``,
    }),
  'docs/rotate.md': (text) =>
    fillSections(text, {
      step: quoteStep(read('examples/github/rotate.yml')),
      help: `\`\`\`text\n${describeUsage('rotate')}\n\`\`\``,
    }),
  'docs/report.md': (text) => fillSections(text, { fields: table(['field', 'type', 'meaning'], listReportFields()) }),
  'docs/report.schema.json': describeReportSchema,
  'docs/watch-report.schema.json': describeWatchReportSchema,
  'docs/other-ci.md': (text) =>
    nameRelease(fillSections(text, { help: `\`\`\`text\n${describeUsage('check')}\n\`\`\`` }), VERSION),
  'docs/github-enterprise.md': (text) => nameRelease(text, VERSION),
}

const generated = Object.entries(pages).map(([path, write]) => {
  const current = existsSync(path) ? read(path) : ''
  return { path, current, wanted: write(current) }
})
const stale = generated.filter(({ current, wanted }) => current !== wanted)

if (process.argv.includes('--check')) {
  for (const { path } of stale) console.error(`${path} is stale: npm run docs writes it anew.`)
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  for (const { path, wanted } of stale) {
    writeFileSync(path, wanted)
    console.log(`${path} is written anew.`)
  }
}
