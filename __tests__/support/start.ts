/** `npm start`: runs the packaged action where a person can watch it. See `npm start -- --help`. */
import { parseArgs, styleText } from 'node:util'
import { nearest } from './nearest.ts'
import { NotInstalled, notInstalledFor } from './not-installed.ts'
import { play } from './play.ts'
import { runAction } from './runner.ts'
import { scenariosByProduct } from './scenarios.ts'
import { serve } from './serve.ts'
import { showList, showRun } from './show.ts'
import { showNight } from './show-night.ts'

const help = `Usage: npm start                       check the token of a stand-in Jira on this machine
       npm start -- SCENARIO           see another outcome, such as token-rejected
       npm start -- --list             the scenarios, by product and category
       npm start -- --product bitbucket [SCENARIO]
                                       the same of a stand-in Bitbucket, or confluence
       npm start -- --serve [SCENARIO] leave the stand-in running, to try a workflow against it
       npm start -- --watch            a night of watch over many tokens, one in each state
       npm start -- --rotate           a token that is rotated: three runs over three weeks
       npm start -- --help             this text

--serve prints JIRA_DOMAIN and JIRA_PAT (of another product BITBUCKET_DOMAIN and so on) as lines of an environment file,
on standard output alone, so that a step can append them, and wait until they are there:

    set -m # else it ends with this step, where the runner gives steps a terminal
    npm --silent start -- --serve >> "$GITHUB_ENV" 2> "$RUNNER_TEMP/jira.log" &
    until grep -q JIRA_PAT= "$GITHUB_ENV"; do
      sleep 1
      kill -0 $! || { cat "$RUNNER_TEMP/jira.log"; exit 1; }
    done

With JIRA_DOMAIN and JIRA_PAT in the environment, and no scenario named, that Jira is checked instead.
Exit status: 0 if the action did what the scenario expects; for a real Jira, the action's own.
`

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof NotInstalled)) throw error
  console.error(error.message)
  return 2
})

async function main(args: string[]): Promise<number> {
  const options = {
    list: { type: 'boolean' },
    serve: { type: 'boolean' },
    watch: { type: 'boolean' },
    rotate: { type: 'boolean' },
    help: { type: 'boolean' },
    product: { type: 'string' },
  } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: false })
  const unknown = Object.keys(values).filter((option) => !(option in options))
  if (values.help || unknown.length > 0) {
    for (const option of unknown) console.error(`There is no option --${option}.\n`)
    console.log(help)
    return unknown.length > 0 ? 2 : 0
  }
  if (values.list) {
    for (const [product, scenarios] of Object.entries(scenariosByProduct)) showList(product, scenarios)
    return 0
  }
  if (values.watch) return showNight()
  if (values.rotate) {
    const opener = notInstalledFor('what opens sealed boxes')
    return import('./show-rotation.ts').then(({ showRotation }) => showRotation(), opener)
  }
  const { product = 'jira' } = values
  if (!isProduct(product)) {
    console.error(`There is no product ${product}: --product takes ${Object.keys(scenariosByProduct).join(', ')}.`)
    return 2
  }
  const scenarios = scenariosByProduct[product]
  if (
    positionals.length === 0 &&
    !values.serve &&
    values.product === undefined &&
    process.env['JIRA_DOMAIN'] &&
    process.env['JIRA_PAT']
  ) {
    return checkRealJira()
  }

  const name = positionals[0] ?? 'authenticated'
  const scenario = scenarios.find((candidate) => candidate.name === name)
  if (!scenario) {
    const near = nearest(
      name,
      scenarios.map((candidate) => candidate.name),
    )
    console.error(`There is no scenario ${name}. Did you mean ${near.join(', ')}? npm start -- --list names them all.`)
    return 2
  }
  if (values.serve) return serve(scenario)

  console.log(`${styleText('bold', scenario.name)}: ${scenario.title}`)
  const { result } = await play(scenario)
  showRun(result)
  const isAsExpected = result.outputs['reason'] === scenario.reason && result.exitCode === scenario.exitCode
  console.log(
    isAsExpected ? 'As this scenario expects.' : `Expected ${scenario.reason}, exit code ${scenario.exitCode}.`,
  )
  return isAsExpected ? 0 : 1
}

function isProduct(name: unknown): name is keyof typeof scenariosByProduct {
  return Object.keys(scenariosByProduct).some((product) => product === name)
}

async function checkRealJira(): Promise<number> {
  const passedOn = /^(JIRA_DOMAIN|JIRA_PAT|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR))$/i
  const env = Object.entries(process.env).flatMap(([name, value]) =>
    passedOn.test(name) && value ? [[name, value]] : [],
  )
  const result = await runAction({ env: Object.fromEntries(env) })
  showRun(result)
  return result.exitCode
}
