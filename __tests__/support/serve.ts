import { once } from 'node:events'
import type { Scenario } from './scenarios.ts'

/**
 * Leaves the Jira of a scenario running until the process is interrupted. Its URL and token go to standard output in
 * the form of an environment file, so that a workflow's step can append them to `$GITHUB_ENV`.
 *
 * @returns the exit status: 2 for a scenario without a Jira
 */
export async function serve(scenario: Scenario): Promise<number> {
  const { inputs = {}, env = {}, jira, close } = await scenario.setUp()
  if (!jira) {
    await close?.()
    console.error(`The scenario ${scenario.name} needs no Jira, so there is nothing to serve.`)
    return 2
  }
  const { [`${scenario.product}-url`]: url, token, ...others } = inputs
  const prefix = scenario.product.toUpperCase()
  console.log(`${prefix}_DOMAIN=${url}\n${prefix}_PAT=${token}`)
  for (const [name, value] of Object.entries({ ...others, ...env })) console.error(`${name}: ${value}`)
  console.error(`${scenario.title}. Serving until interrupted (Ctrl+C).`)

  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await close?.()
  return 0
}
