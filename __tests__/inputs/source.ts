import { isFinding } from '../../src/catalogue/finding.ts'
import type { InputSource, Inputs } from '../../src/inputs/inputs.ts'
import { readInputs } from '../../src/inputs/read-inputs.ts'
import { jira } from '../../src/products/jira/jira.ts'

/** What a test gives in place of the runner's inputs, environment and files. */
export interface GivenSource {
  inputs?: Readonly<Record<string, string>>
  environment?: Readonly<Record<string, string>>
  files?: Readonly<Record<string, string>>
  nowMs?: number
}

/** A token in Jira's own form. */
export const someToken = 'MjcxODI4MTgyODQ1OmEgc3RhbmQtaW4gPj4+Pz8/Pj4+'

/** Enough to ask Jira. */
export const soundInputs = { 'jira-url': 'https://jira.example.com', token: someToken }

/** A source that holds this and nothing else; a file that it does not hold does not exist. */
export function sourceOf({ inputs = {}, environment = {}, files = {}, nowMs = Date.now() }: GivenSource): InputSource {
  return {
    readInput: (name) => inputs[name] ?? '',
    sourceOf: (name) => `the input ${name}`,
    environment,
    readFile(path) {
      const text = files[path]
      if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
      return text
    },
    readEvent: () => ({ name: 'push', actor: 'svc-ci', repository: 'example/repository', payload: {} }),
    nowMs,
  }
}

/** Reads all inputs of a check of Jira. */
export const readAll = (source: InputSource) => readInputs(source, jira)

/** What is asked for where just a URL and a token are given: all else as it is by default. */
export function inputsByDefault(): Inputs {
  const { inputs } = readAll(sourceOf({ inputs: soundInputs }))
  if (isFinding(inputs)) throw new Error(`the defaults are not sound: ${inputs.reason}`)
  return inputs
}
