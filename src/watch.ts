import { takePart } from './base/part.ts'
import { startPart } from './runner/start-part.ts'

// Run by GitHub's runner itself; index.ts does the same for the word `watch`.
startPart(
  process,
  takePart('scheduled.js', import(/* webpackIgnore: true */ './scheduled.ts')).then(({ watch }) => watch()),
)
