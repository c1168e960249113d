import { startPart } from './runner/start-part.ts'

// Run by GitHub's runner itself; index.ts does the same for the word `rotate`.
startPart(
  process,
  import(/* webpackIgnore: true */ './scheduled.ts').then(({ rotate }) => rotate()),
)
