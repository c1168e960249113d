import type { ActionNames, Actions, Job, Step, Workflow } from './workflow.ts'

/** `line` is missing where the rule concerns a whole job. */
type Broken = { readonly line?: number; readonly message: string }

/** The folder of the action of this repository that a step uses; undefined where it uses another one, or none. */
const folderOf = ({ uses = '' }: Step): string | undefined =>
  /^(?:\.\/|jira-pat-check\/jira-pat-check(?:\/(?=[\w-]+@)|(?=@)))([\w-]*)(?:@|$)/.exec(uses)?.[1]

/** A reference outside this repository, and the release that its comment names. */
export type Pin = { readonly line: number; readonly action: string; readonly ref: string; readonly release: string }

/** Every `uses:` of a text that leads outside this repository. */
export const readPins = (text: string): readonly Pin[] =>
  text.split('\n').flatMap((content, index) => {
    const [, action, ref = '', release = ''] =
      /^\s*(?:- )?uses: *([^\s@#]+)(?:@(\S+))?(?: +# *(\S+))?/.exec(content) ?? []
    const isOurs = action === undefined || action.startsWith('./') || action.startsWith('jira-pat-check/jira-pat-check')
    return isOurs ? [] : [{ line: index + 1, action, ref, release }]
  })

/** A tag can be moved to other code, a commit cannot: https://docs.github.com/actions/reference/security/secure-use */
const pinnedToCommit = ({ text }: Workflow): readonly Broken[] =>
  readPins(text)
    .filter(({ ref, release }) => !/^[0-9a-f]{40}$/.test(ref) || !/^v\d+\.\d+\.\d+$/.test(release))
    .map(({ line, action }) => ({ line, message: `${action}: pin it as \`@<40 hex digits> # vX.Y.Z\`` }))

const leastPermissions = ({ permissions, jobs }: Workflow): readonly Broken[] => [
  ...(JSON.stringify(permissions) === '{}' ? [] : [{ message: 'the workflow has no `permissions: {}` at its top' }]),
  ...jobs
    .filter((job) => typeof job.permissions !== 'object')
    .map(({ id }) => ({ message: `job ${id}: no permissions of its own` })),
]

/** A job that calls a workflow cannot have a timeout: the called jobs have theirs. */
const boundedTime = ({ jobs }: Workflow): readonly Broken[] =>
  jobs
    .filter((job) => !job.callsWorkflow && typeof job.timeoutMinutes !== 'number')
    .map(({ id }) => ({ message: `job ${id}: no timeout-minutes` }))

/** An expression in a script becomes part of the program, whoever wrote its value; `env:` hands it over as data. */
const noExpressionInScript = ({ jobs }: Workflow): readonly Broken[] =>
  jobs.flatMap(({ id, steps }) =>
    steps
      .flatMap(({ run, inputs }) => [run, inputs['script']])
      .filter((script) => typeof script === 'string' && script.includes('${{'))
      .map((script) => ({
        message: `job ${id}: an expression in a script; use env: (${String(script).split('\n', 1)})`,
      })),
  )

/** Outputs of a job are dropped by GitHub where they hold a masked value, and shown to the next job where not. */
const noSecretInOutputs = ({ jobs }: Workflow): readonly Broken[] =>
  jobs
    .filter(({ outputs }) => outputs.some((output) => output.includes('secrets')))
    .map(({ id }) => ({ message: `job ${id}: a secret in an output` }))

/** Checked-out credentials stay readable for every later step, so who keeps them says why in a comment. */
const noCredentialsKept = ({ text, jobs }: Workflow): readonly Broken[] => [
  ...jobs.flatMap(({ id, steps }) =>
    steps
      .filter(({ uses, inputs }) => uses?.startsWith('actions/checkout@') && !('persist-credentials' in inputs))
      .map(() => ({ message: `job ${id}: checkout without persist-credentials: false` })),
  ),
  ...text
    .split('\n')
    .flatMap((content, index) =>
      /persist-credentials: *true *$/.test(content)
        ? [{ line: index + 1, message: 'persist-credentials: true needs a comment that says why' }]
        : [],
    ),
]

const outputsRead = ({ json }: Job, { id }: Step): readonly string[] =>
  id === undefined
    ? []
    : [...json.matchAll(new RegExp(`steps\\.${id}\\.outputs\\.([\\w-]+)`, 'g'))].flatMap(([, name]) => name ?? [])

const unknownNames = (job: Job, step: Step, path: string, action: ActionNames): readonly Broken[] => [
  ...Object.keys(step.inputs)
    .filter((name) => !action.inputs.includes(name))
    .map((name) => ({ message: `job ${job.id}: ${path} has no input ${name}` })),
  ...outputsRead(job, step)
    .filter((name) => !action.outputs.includes(name))
    .map((name) => ({ message: `job ${job.id}: ${path} has no output ${name}` })),
]

/** GitHub itself only warns of an unknown input, and an unknown output is an empty text. */
const knownNames = ({ jobs }: Workflow, actions: Actions): readonly Broken[] =>
  jobs.flatMap((job) =>
    job.steps.flatMap((step) => {
      const folder = folderOf(step)
      if (folder === undefined) return []
      const action = actions.get(folder)
      const path = [folder, 'action.yml'].filter(Boolean).join('/')
      return action === undefined
        ? [{ message: `job ${job.id}: there is no ${path}` }]
        : unknownNames(job, step, path, action)
    }),
  )

/** What this repository asks of a workflow, beyond that GitHub can run it. */
export const applyRules = (workflow: Workflow, actions: Actions): readonly Broken[] => [
  ...pinnedToCommit(workflow),
  ...leastPermissions(workflow),
  ...boundedTime(workflow),
  ...noExpressionInScript(workflow),
  ...noSecretInOutputs(workflow),
  ...noCredentialsKept(workflow),
  ...knownNames(workflow, actions),
]
