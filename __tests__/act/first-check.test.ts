import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blocksUnder, readPage } from '../docs/markdown.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { type StandInJira, startJira } from '../support/jira.ts'
import { runAct } from './act.ts'
import { actionsIn, makeRepository, publishedAction, type Repository } from './repository.ts'

const section = '## A first check, in five minutes'
const [commands = ''] = blocksUnder('README.md', section, 'sh')
const [workflow = ''] = blocksUnder('README.md', section, 'yaml')
const { text } = readPage('README.md')

/** As much of GitHub's command line as is pasted: it keeps what it is given, each in a file of its name. */
const gh = `#!/bin/sh
case "$1 $2 $4" in
  "secret set ") cat > "$STORE/secrets.$3" ;;
  "variable set --body") printf %s "$5" > "$STORE/vars.$3" ;;
  *) exit 1 ;;
esac
`

describe('from the README to a first check on GitHub, by copy and paste alone', () => {
  let jira: StandInJira
  let published: Repository
  let machine: Repository
  beforeAll(async () => {
    jira = await startJira()
    published = publishedAction()
    machine = makeRepository({ gh })
  })
  afterAll(async () => {
    await jira.close()
    for (const repository of [published, machine]) repository.remove()
  })

  /** Pastes the commands, types or pastes the token when it is asked for, pastes the file, and starts it. */
  const follow = async (token: string, file: string) => {
    const store = mkdtempSync(join(tmpdir(), 'jira-pat-check-stored-'))
    const path = /Put this into `(\.github\/workflows\/[\w-]+\.yml)`/.exec(text)?.[1] ?? ''
    const repository = makeRepository({ [path]: file })
    try {
      const pasted = spawnSync('sh', ['-e', '-c', commands.replace('https://jira.example.com', jira.url)], {
        env: { PATH: [machine.path, process.env['PATH']].join(delimiter), STORE: store },
        input: token,
      })
      expect(pasted.status, String(pasted.stderr)).toBe(0)
      const stored = (kind: string) =>
        Object.fromEntries(
          readdirSync(store)
            .filter((name) => name.startsWith(`${kind}.`))
            .map((name) => [name.slice(kind.length + 1), readFileSync(join(store, name), 'utf8')]),
        )
      const result = await runAct({
        repository: repository.path,
        workflow: path,
        event: 'workflow_dispatch',
        secrets: stored('secrets'),
        variables: stored('vars'),
        actions: Object.fromEntries(actionsIn(file, 'jira-pat-check').map((uses) => [uses, published.path])),
      })
      expect(result.output).not.toContain(token)
      const [check] = result.steps
      if (check === undefined) throw new Error(`no step has run:\n${result.output}`)
      return { exitCode: result.exitCode, check }
    } finally {
      repository.remove()
      rmSync(store, { recursive: true })
    }
  }

  it('starts the file that it has pasted', () => {
    const [, path = ''] = /Put this into `\.github\/workflows\/([\w-]+\.yml)`/.exec(text) ?? []
    expect(path).not.toBe('')
    expect(text).toContain(`\`gh workflow run ${path}\``)
  })

  it('is green with a good token, and says whose it is, and until when', async () => {
    const { exitCode, check } = await follow(goodToken, workflow)
    expect({ exitCode, outcome: check.outcome, annotations: check.annotations }, check.log.join('\n')).toEqual({
      exitCode: 0,
      outcome: 'success',
      annotations: [],
    })
    expect(check.outputs).toMatchObject({ result: 'usable', reason: 'authenticated', username: 'svc-ci' })
    expect(check.log).toContain(`Jira at ${jira.url} accepts the token: it belongs to CI Service (svc-ci).`)
    expect(check.log).toContainEqual(
      expect.stringMatching(/^The token “ci” expires on \d{4}-\d\d-\d\d \(80 days left\)\.$/),
    )
    expect(check.summary).toContain('## ✅ Jira accepts the token')
  })

  it.each([
    ['with the sign more that the page wants', goodToken, workflow.replace(/(secrets\.JIRA_PAT \}\})/, '$1x')],
    ['with a token that is revoked', badToken, workflow],
  ])('is red %s, by the title that the page tells of, and says what to do', async (_, token, file) => {
    const { exitCode, check } = await follow(token, file)
    expect({ exitCode, outcome: check.outcome }, check.log.join('\n')).toEqual({ exitCode: 1, outcome: 'failure' })
    expect(check.outputs).toMatchObject({ result: 'refused', reason: 'token-rejected' })
    const [{ level, title = '', message = '' } = {}] = check.annotations
    expect(level).toBe('error')
    expect(text).toContain(`*${title}*`)
    expect(message).toMatch(/1\. Log in to Jira as the user of the token/)
    expect(check.summary).toContain('### What to do')
  })
})
