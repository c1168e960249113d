import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Account, answersTo, tokenOf } from '../support/accounts.ts'
import { type StandInGitHub, startGitHubIssues } from '../support/github-issues.ts'
import { type StandInJira, startJira } from '../support/jira.ts'
import { type ActResult, type ActRun, runAct } from './act.ts'
import { actionsIn, makeRepository, publishedAction, type Repository, scriptAction } from './repository.ts'

const readExample = (name: string): string => readFileSync(`examples/${name}`, 'utf8')

/** What of GitHub's own actions the examples use, with a folder in the place of GitHub's storage. */
const artifactActions = (folder: string): Record<string, Repository> => ({
  'actions/upload-artifact': makeRepository({
    'action.yml': scriptAction(
      ['name', 'path'],
      `mkdir -p '${folder}'/"$INPUT_NAME" && cp "$INPUT_PATH" '${folder}'/"$INPUT_NAME"`,
    ),
  }),
  'actions/download-artifact': makeRepository({
    'action.yml': scriptAction(
      ['pattern', 'path', 'merge-multiple'],
      `mkdir -p "$INPUT_PATH" && cp '${folder}'/$INPUT_PATTERN/* "$INPUT_PATH"`,
    ),
  }),
  'slackapi/slack-github-action': makeRepository({
    'action.yml': scriptAction(['webhook', 'webhook-type', 'payload'], 'echo "$INPUT_PAYLOAD"'),
  }),
})

describe('the examples of watch, as published', () => {
  let published: Repository
  let jira: StandInJira
  let accounts: Map<string, Account>
  let storage: string
  let actions: Record<string, Repository>
  beforeAll(async () => {
    published = publishedAction()
    accounts = new Map()
    jira = await startJira({ respond: (request) => answersTo(accounts)(request) })
    storage = mkdtempSync(join(tmpdir(), 'jira-pat-check-artifacts-'))
    actions = artifactActions(storage)
  })
  afterAll(async () => {
    await jira.close()
    for (const repository of [published, ...Object.values(actions)]) repository.remove()
    rmSync(storage, { recursive: true, force: true })
  })

  /** A token that Jira knows, of this name there. */
  const makeToken = (name: string, daysLeft: number): string => {
    const token = tokenOf(name)
    accounts.set(token, { user: `svc-${name}`, listed: [{ name, daysLeft }] })
    return token
  }

  const run = async (
    name: string,
    github: StandInGitHub,
    { files = {}, ...options }: Partial<ActRun> & { files?: Record<string, string> },
  ): Promise<ActResult> => {
    const workflow = '.github/workflows/example.yml'
    const text = readExample(`github/${name}`).replace(/https:\/\/jira(-\$\{\{.*?\}\})?\.example\.com/g, jira.url)
    const repository = makeRepository({ [workflow]: text, ...files })
    const others = Object.entries(actions).flatMap(([action, { path }]) =>
      actionsIn(text, action.split('/', 1).join()).flatMap((uses) =>
        uses.startsWith(`${action}@`) ? [[uses, path]] : [],
      ),
    )
    try {
      return await runAct({
        repository: repository.path,
        workflow,
        event: 'schedule',
        payload: { repository: { default_branch: 'main' } },
        actions: {
          ...Object.fromEntries(actionsIn(text, 'jira-pat-check').map((uses) => [uses, published.path])),
          ...Object.fromEntries(others),
        },
        stepEnv: { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'octo-org/octo-repo' },
        ...options,
        secrets: { GITHUB_TOKEN: github.token, ...options.secrets },
      })
    } finally {
      repository.remove()
    }
  }

  const watchOf = ({ steps, output }: ActResult) => {
    const step = steps.find(({ outputs }) => 'needs-care' in outputs)
    if (step === undefined) throw new Error(`no step has watched:\n${output}`)
    return step
  }

  const issuesOf = ({ repository }: StandInGitHub) => repository.issues.map(({ title, state }) => `${state}: ${title}`)

  it('nightly-expiry.yml opens an issue for what needs care, leaves it the next night, and closes it', async () => {
    const github = await startGitHubIssues()
    const list = readExample('jira-tokens.yml').replaceAll(/https:\/\/\w+\.example\.com(?:\/jira)?/g, jira.url)
    const files = {
      '.github/jira-tokens.yml': list.replace('    projects: OPS, WEB\n', '').replace(/ {4}permissions: .*\n/, ''),
    }
    const secrets = { JIRA_PAT_RELEASE: makeToken('release', 90), JIRA_PAT_PARTNER: makeToken('partner', 90) }
    const night = (ci: string) => run('nightly-expiry.yml', github, { files, secrets: { ...secrets, JIRA_PAT_CI: ci } })

    const first = await night(makeToken('ci', 10))
    expect(first, first.output).toMatchObject({ exitCode: 1 })
    expect(JSON.parse(watchOf(first).outputs['needs-care'] ?? '')).toEqual(['JIRA_PAT_CI'])
    expect(issuesOf(github)).toEqual([expect.stringMatching(/^open: .*JIRA_PAT_CI/)])
    const second = await night(makeToken('ci', 9))
    expect(second, second.output).toMatchObject({ exitCode: 1 })
    expect(issuesOf(github)).toHaveLength(1)
    const third = await night(makeToken('ci', 90))
    expect(third, third.output).toMatchObject({ exitCode: 0 })
    expect(watchOf(third).outputs['needs-care']).toBe('[]')
    expect(issuesOf(github)).toEqual([expect.stringMatching(/^closed: .*JIRA_PAT_CI/)])
    await github.close()
  })

  it('nightly-in-workflow.yml does so without a file', async () => {
    const github = await startGitHubIssues()
    const secrets = { JIRA_PAT_CI: makeToken('ci', 90), JIRA_PAT_RELEASE: tokenOf('revoked') }
    const result = await run('nightly-in-workflow.yml', github, { secrets })
    expect(result, result.output).toMatchObject({ exitCode: 1 })
    expect(JSON.parse(watchOf(result).outputs['needs-care'] ?? '')).toEqual(['JIRA_PAT_RELEASE'])
    expect(issuesOf(github)).toEqual([expect.stringMatching(/^open: .*JIRA_PAT_RELEASE/)])
    await github.close()
  })

  it('nightly-chat.yml tells Slack and Teams which secrets need care', async () => {
    const github = await startGitHubIssues()
    const told: string[] = []
    const teams = createServer(async (request, response) => {
      told.push(await text(request))
      response.end()
    })
    await new Promise<void>((done) => teams.listen(0, '127.0.0.1', done))
    const list = [
      'defaults:',
      `  jira-url: ${jira.url}`,
      'tokens:',
      '  - secret: JIRA_PAT_CI',
      '  - secret: JIRA_PAT_RELEASE',
      '',
    ].join('\n')
    const night = (release: string) =>
      run('nightly-chat.yml', github, {
        files: { '.github/jira-tokens.yml': list },
        secrets: {
          JIRA_PAT_CI: makeToken('ci', 90),
          JIRA_PAT_RELEASE: release,
          TEAMS_WEBHOOK_URL: `http://127.0.0.1:${(teams.address() as AddressInfo).port}`,
        },
      })
    const bad = await night(tokenOf('revoked'))
    expect(bad, bad.output).toMatchObject({ exitCode: 1 })
    const toSlack = bad.steps.flatMap(({ log }) => log).join('\n')
    expect(toSlack).toMatch(/^text: >-\n.*: \["JIRA_PAT_RELEASE"\]\n +https?:\/\/\S+\/actions\/runs\/\d+$/m)
    expect(told.map((body) => JSON.parse(body))).toEqual([
      { text: expect.stringMatching(/^Jira tokens that need care: \["JIRA_PAT_RELEASE"\]\. https?:\/\//) },
    ])
    const good = await night(makeToken('release', 90))
    expect(good, good.output).toMatchObject({ exitCode: 0 })
    expect(good.steps.map(({ name }) => name)).not.toContain('Tell Slack')
    expect(told).toHaveLength(1)
    teams.close()
    await github.close()
  })

  it('fleet.yml watches each Jira by a list of its own', async () => {
    const github = await startGitHubIssues()
    const teams = ['BILLING', 'CATALOG', 'CHECKOUT', 'SEARCH', 'SHIPPING']
    const secrets = Object.fromEntries(
      teams.map((team) => [
        `JIRA_PAT_AMS_${team}`,
        makeToken(`github-${team.toLowerCase()}`, team === 'SEARCH' ? 3 : 90),
      ]),
    )
    const result = await run('fleet.yml', github, { secrets, matrix: 'site:AMS' })
    expect(result, result.output).toMatchObject({ exitCode: 1 })
    expect(watchOf(result).outputs).toMatchObject({ checked: '5', 'needs-care': '["SEARCH"]' })
    expect(issuesOf(github)).toEqual([expect.stringMatching(/^open: .*SEARCH/)])
    await github.close()
  })

  it('fleet-matrix.yml watches a thousand tokens on four jobs, one of which puts all together', async () => {
    const github = await startGitHubIssues()
    const names = Array.from({ length: 1_000 }, (_, index) => `JIRA_PAT_${String(index).padStart(4, '0')}`)
    const vault = Object.fromEntries(names.map((name, index) => [name, makeToken(name, index === 500 ? 3 : 90)]))
    const folder = mkdtempSync(join(tmpdir(), 'jira-pat-check-vault-'))
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'tokens'), names.map((name) => `${name}=${vault[name]}\n`).join(''))
    const files = {
      '.github/jira-tokens.yml': [
        'defaults:',
        `  jira-url: ${jira.url}`,
        'tokens:',
        ...names.map((name, index) =>
          index % 2 === 0 ? `  - secret: ${name}` : `  - { secret: ${name}, owner: octocat }`,
        ),
        '',
      ].join('\n'),
      'scripts/read-vault.sh': [
        '#!/bin/sh',
        `for name in $NAMES; do grep "^$name=" '${folder}/tokens'; done >> "$GITHUB_ENV"`,
        '',
      ].join('\n'),
    }
    const result = await run('fleet-matrix.yml', github, { files })
    rmSync(folder, { recursive: true, force: true })

    const watches = result.steps.filter(({ outputs }) => 'needs-care' in outputs)
    expect(watches.map(({ outputs }) => outputs['checked']).toSorted(), result.output.slice(-4_000)).toEqual([
      '1000',
      '333',
      '333',
      '334',
    ])
    expect(watches.at(-1)?.outputs).toMatchObject({ checked: '1000', 'needs-care': '["JIRA_PAT_0500"]' })
    expect(result.exitCode).toBe(1)
    expect(issuesOf(github)).toEqual([expect.stringMatching(/^open: .*JIRA_PAT_0500/)])
    await github.close()
  })
})
