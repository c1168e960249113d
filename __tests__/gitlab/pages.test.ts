import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blocksUnder } from '../docs/markdown.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { type StandInJira, startJira } from '../support/jira.ts'
import { makeRelease, type Released } from '../support/released.ts'
import { makeProject, type Project, serveRaw } from './pipeline.ts'

const page = 'docs/other-ci.md'
const [checking = '', mirrored = '', watching = ''] = blocksUnder(page, '## GitLab', 'yaml')
const [insertCommit = ''] = blocksUnder(page, "## The release's commit", 'sh')

const rawFiles = 'https://raw.githubusercontent.com/jira-pat-check/jira-pat-check'

describe.concurrent('by copy and paste alone', () => {
  let jira: StandInJira
  let released: Released
  let raw: { url: string; close(): void }
  const projects: Project[] = []
  beforeAll(async () => {
    jira = await startJira()
    released = makeRelease()
    raw = await serveRaw(released)
  })
  afterAll(async () => {
    await jira.close()
    raw.close()
    for (const project of [...projects, released]) project.remove()
  })

  /** Somebody's project with this pipeline, after the commit has been put in as the page says. */
  const paste = (pipeline: string, files: Record<string, string> = {}): Project => {
    const here = (text: string) => text.replaceAll('https://jira.example.com', jira.url).replaceAll(rawFiles, raw.url)
    const texts = Object.entries({ '.gitlab-ci.yml': pipeline, ...files }).map(([name, text]) => [name, here(text)])
    const project = makeProject(Object.fromEntries(texts), released)
    projects.push(project)
    project.sh(insertCommit)
    return project
  }

  it('the section on GitLab leads to a green check, and on to the deployment', async () => {
    const { exitCode, output } = await paste(checking).run({ JIRA_PAT: goodToken })
    expect(exitCode, output).toBe(0)
    expect(output).toMatch(/^jira-token +> OK: Jira accepts the token$/m)
    expect(output).toMatch(/^deploy +> Deployed by a pipeline that may write to Jira as svc-ci$/m)
  })

  it('and to a red one, whose log and tests say why', async () => {
    const { exitCode, output, read } = await paste(checking).run({ JIRA_PAT: badToken })
    expect(exitCode, output).toBe(1)
    expect(output).toMatch(/^jira-token +> REFUSED: Jira rejected the token/m)
    expect(output).not.toMatch(/^deploy +> /m)
    expect(read('jira.xml')).toContain('<failure')
  })

  it('says what is wrong where the commit has been forgotten', async () => {
    const project = makeProject({ '.gitlab-ci.yml': checking.replaceAll(rawFiles, raw.url) }, released)
    projects.push(project)
    const { exitCode, output } = await project.run({ JIRA_PAT: goodToken })
    expect(exitCode).toBe(1)
    expect(output).toMatch(/could not be fetched .*COMMIT_OF_RELEASE/)
  })

  it('a mirror in GitLab is included as a component', async () => {
    const { exitCode, output } = await paste(mirrored).run({ JIRA_PAT: goodToken })
    expect(exitCode, output).toBe(0)
    expect(output).toMatch(/^jira-token +> OK: Jira accepts the token$/m)
  })

  it('the watch of the page runs at night', async () => {
    const list = 'tokens:\n  - secret: PAT_CI\n    jira-url: https://jira.example.com\n    token-name: ci\n'
    const project = paste(watching, { '.gitlab/jira-tokens.yml': list })
    const { exitCode, output } = await project.run({ PAT_CI: goodToken }, 'schedule')
    expect(exitCode, output).toBe(0)
    expect(output).toMatch(/^jira-tokens +> .*PAT_CI/m)
  })

  it('the example without components deploys with proof, and not without', async () => {
    const files = { 'scripts/deploy.sh': '#!/bin/sh\necho deployed\n' }
    const project = paste(readFileSync('examples/gitlab-ci.yml', 'utf8'), files)
    const good = await project.run({ JIRA_PAT: goodToken })
    expect(good.exitCode, good.output).toBe(0)
    expect(good.output).toMatch(/^deploy +> deployed$/m)
    const bad = await project.run({ JIRA_PAT: badToken })
    expect(bad.exitCode, bad.output).toBe(1)
    expect(bad.output).not.toMatch(/^deploy +> deployed$/m)
  })

  it('the example does both: it checks and deploys by day, and watches by night', async () => {
    const list = 'tokens:\n  - secret: JIRA_PAT\n    jira-url: https://jira.example.com\n    token-name: ci\n'
    const files = { '.gitlab/jira-tokens.yml': list, 'scripts/deploy.sh': '#!/bin/sh\necho deployed\n' }
    const project = paste(readFileSync('examples/gitlab-component.yml', 'utf8'), files)
    const day = await project.run({ JIRA_PAT: goodToken })
    expect(day.exitCode, day.output).toBe(0)
    expect(day.output).toMatch(/^deploy +> deployed$/m)
    expect(day.output).not.toMatch(/^jira-tokens/m)
    const night = await project.run({ JIRA_PAT: goodToken }, 'schedule')
    expect(night.exitCode, night.output).toBe(0)
    expect(night.output).toMatch(/^jira-tokens +> .*JIRA_PAT/m)
    expect(night.output).not.toMatch(/^(?:jira-token|deploy) /m)
  })
})
