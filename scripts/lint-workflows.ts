/** `npm run check:workflows`: every `action.yml`, the workflows and the examples, by GitHub's own rules and by ours. */
import { readdirSync, readFileSync } from 'node:fs'
import { askLanguageService } from './language-service.ts'
import { findShellError } from './shell.ts'
import { type Actions, type Finding, parseActionNames, parseWorkflow } from './workflow.ts'
import { applyRules, readPins } from './workflow-rules.ts'

const directories = ['.github/workflows', 'examples/github']

const actionFiles = ['action.yml', 'watch/action.yml', 'rotate/action.yml']

const read = (path: string): string => readFileSync(path, 'utf8')

/** The inputs and outputs of every action of this repository. */
export const readActions = (): Actions =>
  new Map(actionFiles.map((path) => [path.replace(/\/?action\.yml$/, ''), parseActionNames(read(path))]))

/**
 * Everything there is to mend in the text of one workflow.
 *
 * @param path names the file in the findings; the file itself is not read
 * @param actions the names that a step which uses one of this repository may write and read
 */
export const lintWorkflow = async (path: string, text: string, actions: Actions): Promise<readonly Finding[]> => {
  const fromGitHub = await askLanguageService(path, text, read)
  // What is not even a workflow has nothing that the rules could judge.
  if (fromGitHub.length > 0) return fromGitHub
  const workflow = parseWorkflow(text)
  return [
    ...applyRules(workflow, actions).map((broken) => ({ path, ...broken })),
    ...workflow.jobs
      .flatMap(({ steps }) => steps.flatMap(({ run }) => (run === undefined ? [] : [findShellError(run)])))
      .flatMap((message) => (message === undefined ? [] : [{ path, message }])),
  ]
}

/** One action, one release: Dependabot raises them together, so a difference is a forgotten file. */
export const findDifferingPins = (files: readonly { path: string; text: string }[]): readonly Finding[] => {
  const pins = files.flatMap(({ path, text }) => readPins(text).map((pin) => ({ ...pin, path })))
  return pins.flatMap((pin) => {
    const first = pins.find(({ action }) => action.split('/', 2).join('/') === pin.action.split('/', 2).join('/'))
    return first === undefined || (first.ref === pin.ref && first.release === pin.release)
      ? []
      : [{ path: pin.path, line: pin.line, message: `${pin.action} is pinned otherwise in ${first.path}` }]
  })
}

/** Lints every workflow of this repository. Reads files relative to its root, the working directory. */
export const lintRepository = async (): Promise<readonly Finding[]> => {
  const actions = readActions()
  const files = directories
    .flatMap((directory) => readdirSync(directory).map((name) => `${directory}/${name}`))
    .filter((path) => path.endsWith('.yml'))
    .map((path) => ({ path, text: read(path) }))
  const findings = await Promise.all([
    ...actionFiles.map((path) => askLanguageService(path, read(path), read)),
    ...files.map(({ path, text }) => lintWorkflow(path, text, actions)),
  ])
  return [...findings.flat(), ...findDifferingPins(files)]
}

if (import.meta.main) {
  const findings = await lintRepository()
  for (const { path, line, message } of findings) console.error(`${path}${line ? `:${line}` : ''}: ${message}`)
  process.exitCode = findings.length === 0 ? 0 : 1
}
