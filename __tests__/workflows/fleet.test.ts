import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

it('shows fifty tokens, each with a secret and a Jira of its own', () => {
  const { site, team } = parse(readFileSync('examples/github/fleet.yml', 'utf8')).jobs.check.strategy.matrix
  const secrets = site.flatMap((where: string) => team.map((who: string) => `JIRA_PAT_${where}_${who}`.toUpperCase()))
  expect(new Set(secrets).size).toBe(50)
})
