import { parse } from 'yaml'

/** Something to mend in a file; without `line` where it concerns a whole job. */
export type Finding = { readonly path: string; readonly line?: number; readonly message: string }

export type Step = {
  readonly id: string | undefined
  readonly uses: string | undefined
  readonly run: string | undefined
  readonly inputs: Readonly<Record<string, unknown>>
}

/** `json` is the whole job, to search for expressions in. */
export type Job = {
  readonly id: string
  readonly json: string
  readonly permissions: unknown
  readonly timeoutMinutes: unknown
  readonly callsWorkflow: boolean
  readonly outputs: readonly string[]
  readonly steps: readonly Step[]
}

export type Workflow = { readonly text: string; readonly permissions: unknown; readonly jobs: readonly Job[] }

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const parseStep = (value: unknown): Step => {
  const step = fieldsOf(value)
  return {
    id: textOf(step['id']),
    uses: textOf(step['uses']),
    run: textOf(step['run']),
    inputs: fieldsOf(step['with']),
  }
}

const parseJob = (id: string, value: unknown): Job => {
  const job = fieldsOf(value)
  return {
    id,
    json: JSON.stringify(job),
    permissions: job['permissions'],
    timeoutMinutes: job['timeout-minutes'],
    callsWorkflow: job['uses'] !== undefined,
    outputs: Object.values(fieldsOf(job['outputs'])).map(String),
    steps: Array.isArray(job['steps']) ? job['steps'].map(parseStep) : [],
  }
}

/**
 * The parts of a workflow that `workflow-rules.ts` judges. What is missing or of another shape is left empty: to
 * report that is the language service's part. Throws where the text is not YAML.
 */
export const parseWorkflow = (text: string): Workflow => {
  const workflow = fieldsOf(parse(text))
  return {
    text,
    permissions: workflow['permissions'],
    jobs: Object.entries(fieldsOf(workflow['jobs'])).map(([id, job]) => parseJob(id, job)),
  }
}

/** The names of the inputs and outputs in an `action.yml`. */
export type ActionNames = { readonly inputs: readonly string[]; readonly outputs: readonly string[] }

/** Those of each action of a repository, by the folder of its `action.yml`: empty for the one at the root. */
export type Actions = ReadonlyMap<string, ActionNames>

export const parseActionNames = (text: string): ActionNames => {
  const action = fieldsOf(parse(text))
  return { inputs: Object.keys(fieldsOf(action['inputs'])), outputs: Object.keys(fieldsOf(action['outputs'])) }
}
