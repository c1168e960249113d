import { type Annotation, parseCommand } from '../support/commands.ts'

/** A step, as act shows that it went. */
export interface Step {
  job: string
  name: string
  /** Undefined for a step that never ended. One that was left out is not there at all. */
  outcome: 'success' | 'failure' | undefined
  outputs: Record<string, string>
  annotations: Annotation[]
  /** What the step printed, as a person sees it. */
  log: string[]
  /** The Markdown of its summary. */
  summary: string
}

/** Reads the log of a whole run. The jobs of one run may stand side by side in it. */
export function readSteps(output: string): Step[] {
  const steps: Step[] = []
  const current = new Map<string, Step>()
  let summary: Step | undefined
  for (const line of output.split(/\r?\n/)) {
    const [, job, text = ''] = /^\[([^\]]+\/[^\]]+)\] (.*)$/.exec(line) ?? []
    if (job === undefined) {
      // Only a summary goes over several lines.
      if (summary) summary.summary += `\n${line}`
      continue
    }
    summary = undefined
    const [, begun] = /^⭐ Run Main (.*)$/.exec(text) ?? []
    if (begun !== undefined) {
      const step: Step = { job, name: begun, outcome: undefined, outputs: {}, annotations: [], log: [], summary: '' }
      steps.push(step)
      current.set(job, step)
      continue
    }
    const step = current.get(job)
    if (step && readLine(step, text) === 'summary') summary = step
  }
  return steps
}

/** Takes one line into its step; tells where it begins a text of several lines. */
function readLine(step: Step, text: string): 'summary' | undefined {
  const [, mark] = /^ +(?:✅|❌) +(Success|Failure) - Main /.exec(text) ?? []
  if (mark !== undefined) step.outcome = mark === 'Success' ? 'success' : 'failure'

  const [, printed] = /^ +\| (.*)$/.exec(text) ?? []
  if (printed !== undefined) step.log.push(printed)

  const [, name, value = ''] = /^ +⚙ +::set-output:: ([^=]+)=(.*)$/s.exec(text) ?? []
  if (name !== undefined) step.outputs[name] = value

  const command = parseCommand(text.replace(/^\W*(?=::)/, ''))
  if (command?.name === 'error' || command?.name === 'warning' || command?.name === 'notice')
    step.annotations.push({ level: command.name, title: command.properties['title'] ?? '', message: command.data })

  const [, first] = /^ +⚙ +Summary - (.*)$/.exec(text) ?? []
  if (first === undefined) return undefined
  step.summary = first
  return 'summary'
}
