import { startPart } from './runner/start-part.ts'

// Run by GitHub's runner itself; index.ts does the same for the word `watch`.
startPart(
  process,
  import(/* webpackIgnore: true */ './scheduled.ts').then(({ watch }) => watch()),
)
