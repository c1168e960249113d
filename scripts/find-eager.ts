/**
 * `npm run eager`: finds out which functions of `dist/index.js` a check calls that passes, and lists them for the build,
 * which has them compiled at once. To be run, and `npm run build` after it, when a test says that the list is out of date.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { findCalled } from '../__tests__/support/called.ts'

const list = 'scripts/eager.json'
writeFileSync(list, JSON.stringify(await findCalled()))
execFileSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', list])
