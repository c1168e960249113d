import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const inFolder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [`${folder}/${entry.name}`] : []))

/** What is copied into another CI system, and fetches this program. */
const copied = [...inFolder('examples'), ...inFolder('templates')]
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  .filter(({ path, text }) => !path.endsWith('.md') && /jira-pat-check\.git|githubusercontent/.test(text))

it('are all that are known, so that none is left out', () => {
  expect(copied.map(({ path }) => path)).toEqual([
    'examples/Jenkinsfile',
    'examples/azure-pipelines.yml',
    'examples/bitbucket-pipelines.yml',
    'examples/gitlab-ci.yml',
    'examples/gitlab-component.yml',
    'examples/kubernetes-cronjob.yaml',
    'templates/check.yml',
    'templates/watch.yml',
  ])
})

describe.each(copied)('$path', ({ text }) => {
  it('fetches the program by its commit, and by nothing that moves', () => {
    const [fetched, ...more] = text.split('\n').filter((line) => /\bfetch --/.test(line))
    if (fetched !== undefined) {
      expect(fetched).toMatch(/--depth 1 \S+ (?:COMMIT_OF_RELEASE|"\$JIRA_PAT_CHECK_COMMIT")$/)
    } else {
      expect(text).toMatch(/remote: \S+\/COMMIT_OF_RELEASE\/templates\//)
    }
    expect(more).toEqual([])
    expect(text).not.toMatch(/git clone|--branch|@v\d|\/(?:main|master|v\d)\//)
  })

  it('hands no token over as an argument', () => {
    const started = text.match(/node \S*dist\/index\.js.*/g) ?? []
    expect(started.filter((line) => /--token\b|PAT\b/.test(line))).toEqual([])
  })
})
