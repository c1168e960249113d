import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { askLanguageService } from '../../scripts/language-service.ts'
import { findDifferingPins, lintRepository, lintWorkflow } from '../../scripts/lint-workflows.ts'

const actions = new Map([
  ['', { inputs: ['jira-url', 'token'], outputs: ['result'] }],
  ['watch', { inputs: ['tokens'], outputs: ['needs-care'] }],
])

const good = `
on: push
permissions: {}
jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
    outputs:
      result: \${{ steps.jira.outputs.result }}
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - id: jira
        uses: jira-pat-check/jira-pat-check@v2
        with:
          token: \${{ secrets.JIRA_PAT }}
      - run: echo "$RESULT"
        env:
          RESULT: \${{ steps.jira.outputs.result }}
`

const lint = async (text: string): Promise<string[]> =>
  (await lintWorkflow('workflow.yml', text, actions)).map(({ line, message }) =>
    line ? `${line}: ${message}` : message,
  )

// On Windows `bash` may be the one of an absent Linux subsystem; the files are the same everywhere.
const describeFiles = describe.skipIf(process.platform === 'win32')

describeFiles('a workflow', () => {
  it('passes as it should be', async () => {
    expect(await lint(good)).toEqual([])
  })

  it.each([
    ['is not YAML', 'on: push', 'on: [push', 'Flow sequence in block collection must be sufficiently indented'],
    ['has a key that GitHub does not know', 'timeout-minutes', 'timeout', "Unexpected value 'timeout'"],
    ['has a scope that GitHub does not know', 'contents: read', 'content: read', "Unexpected value 'content'"],
    ['has an expression that does not parse', 'secrets.JIRA_PAT', "secrets.JIRA_PAT = ''", "Unexpected symbol: '='"],
    [
      'reads a step that does not exist',
      'steps.jira.outputs',
      'steps.jura.outputs',
      'Context access might be invalid: jura',
    ],
    ['follows a tag', '@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1', '@v7', 'actions/checkout: pin it as'],
    ['does not say which release a commit is', ' # v7.0.1', '', 'actions/checkout: pin it as'],
    ['keeps the default permissions', 'permissions: {}\n', '', 'the workflow has no `permissions: {}` at its top'],
    [
      'has a job without permissions',
      '    permissions:\n      contents: read\n',
      '',
      'job check: no permissions of its own',
    ],
    [
      'has a job with all permissions',
      'permissions:\n      contents: read',
      'permissions: write-all',
      'job check: no permissions of its own',
    ],
    ['has a job without a bound', '    timeout-minutes: 5\n', '', 'job check: no timeout-minutes'],
    [
      'makes an output part of a script',
      '"$RESULT"',
      '${{ steps.jira.outputs.result }}',
      'job check: an expression in a script',
    ],
    [
      'gives a secret to another job',
      'result: ${{ steps.jira.outputs.result }}',
      'result: ${{ secrets.JIRA_PAT }}',
      'job check: a secret in an output',
    ],
    [
      'leaves credentials in the checkout',
      '        with:\n          persist-credentials: false\n',
      '',
      'job check: checkout without persist-credentials: false',
    ],
    [
      'keeps credentials without a word',
      'credentials: false',
      'credentials: true',
      '15: persist-credentials: true needs a comment',
    ],
    [
      'writes an input that the action does not have',
      'token: ${{',
      'tokn: ${{',
      'job check: action.yml has no input tokn',
    ],
    [
      'reads an output that the action does not have',
      'outputs.result',
      'outputs.verdict',
      'job check: action.yml has no output verdict',
    ],
    ['has a script that is no shell', 'echo "$RESULT"', 'if true; then echo', 'syntax error: unexpected end of file'],
  ])('fails when it %s', async (_, from, to, finding) => {
    const bad = good.replaceAll(from, to)
    expect(bad).not.toBe(good)
    expect((await lint(bad)).join('\n')).toContain(finding)
  })

  it('may keep credentials for a reason', async () => {
    expect(await lint(good.replace('credentials: false', 'credentials: true # the tag is pushed'))).toEqual([])
  })

  it('is held to the action that it uses, in a folder of its own too', async () => {
    const watch = good
      .replace('jira-pat-check@v2', 'jira-pat-check/watch@v2')
      .replace('token: ${{ secrets.JIRA_PAT }}', 'tokens: a.yml')
      .replaceAll('outputs.result', 'outputs.needs-care')
    expect(await lint(watch)).toEqual([])
    expect(await lint(watch.replace('tokens:', 'token:'))).toContain('job check: watch/action.yml has no input token')
    expect(await lint(watch.replaceAll('needs-care', 'reason'))).toContain(
      'job check: watch/action.yml has no output reason',
    )
    expect(await lint(watch.replace('/watch@', '/wacht@'))).toContain('job check: there is no wacht/action.yml')
    expect(await lint(watch.replace('jira-pat-check/jira-pat-check/watch@v2', './watch'))).toEqual([])
  })
})

describe('an action.yml', () => {
  const lintAction = async (text: string): Promise<string[]> =>
    (await askLanguageService('action.yml', text, () => '')).map(({ message }) => message)
  const goodAction = 'name: A\ndescription: B\nruns:\n  using: node24\n  main: dist/index.js\n'

  it('passes as it should be', async () => {
    expect(await lintAction(goodAction)).toEqual([])
  })

  it('fails for a runtime that GitHub does not have, or without its program', async () => {
    expect(await lintAction(goodAction.replace('node24', 'node25'))).toContain("Unexpected value 'node25'")
    expect(await lintAction(goodAction.replace('main', 'mian'))).toContain("Unexpected value 'mian'")
  })
})

describe('pins', () => {
  const file = (path: string, release: string) => ({
    path,
    text: `      - uses: github/codeql-action/${path}@${'0'.repeat(40)} # ${release}`,
  })

  it('are the same wherever one repository is used', () => {
    expect(findDifferingPins([file('init', 'v4.1.0'), file('analyze', 'v4.1.0')])).toEqual([])
  })

  it('are found where they differ', () => {
    expect(findDifferingPins([file('init', 'v4.1.0'), file('analyze', 'v4.2.0')])).toEqual([
      { path: 'analyze', line: 1, message: 'github/codeql-action/analyze is pinned otherwise in init' },
    ])
  })
})

describeFiles('this repository', () => {
  it('has nothing to mend in action.yml, its workflows and its examples', async () => {
    expect(await lintRepository()).toEqual([])
  })

  it('has every example audited by zizmor', () => {
    const zizmor = readFileSync('.github/workflows/zizmor.yml', 'utf8')
    for (const name of readdirSync('examples/github')) expect(zizmor).toContain(`examples/github/${name}`)
  })

  it('has the npm scripts that its workflows run', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    const nightly = parse(readFileSync('.github/workflows/nightly.yml', 'utf8'))
    const run = readdirSync('.github/workflows')
      .map((name) => readFileSync(`.github/workflows/${name}`, 'utf8'))
      .flatMap((text) => [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script))
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...run, ...nightly.jobs.long.strategy.matrix.script]))
  })
})
