import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certificates } from '../support/certificates.ts'
import { createGitHubIssues, type StandInGitHub } from '../support/github-issues.ts'
import { badToken } from '../support/healthy.ts'
import { type StandInJira, startJira } from '../support/jira.ts'
import { sendReply } from '../support/reply.ts'
import { runAction } from '../support/runner.ts'

/** The stand-in for GitHub as an Enterprise Server has it: with the company's certificate, below `/api/v3`. */
describe('watch on GitHub Enterprise Server', () => {
  let jira: StandInJira
  let github: StandInGitHub
  let url: string
  let ca: string
  let folder: string
  let stop: () => void
  beforeAll(async () => {
    const { root, server: certificate } = await certificates()
    folder = mkdtempSync(join(tmpdir(), 'jira-pat-check-ghes-'))
    ca = join(folder, 'company-ca.pem')
    writeFileSync(ca, root.cert)
    jira = await startJira()
    github = createGitHubIssues()
    const server = createServer(certificate, async (request, response) => {
      const body = await text(request)
      const [, path = ''] = /^\/api\/v3(\/.*)$/.exec(request.url ?? '') ?? []
      const isKnown = path !== '' && request.headers.authorization === `Bearer ${github.token}`
      const asked = { method: request.method ?? '', url: path, body: body === '' ? undefined : JSON.parse(body) }
      await sendReply(response, isKnown ? await github.answer(asked) : { status: 404, body: 'Not Found' })
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`
    stop = () => server.close()
  })
  afterAll(async () => {
    await jira.close()
    stop()
    rmSync(folder, { recursive: true })
  })

  const watch = (list: string, env: Record<string, string>) =>
    runAction({
      action: 'watch',
      files: { '.github/jira-tokens.yml': list },
      inputs: { 'github-token': github.token },
      event: { repository: { default_branch: 'main' } },
      env: {
        BAD: badToken,
        GITHUB_API_URL: url,
        GITHUB_EVENT_NAME: 'schedule',
        GITHUB_REF: 'refs/heads/main',
        ...env,
      },
    })

  it('does not let the CA of a token vouch for GitHub', async () => {
    const list = `tokens:\n  - secret: BAD\n    jira-url: ${jira.url}\n    ca-certificate: ${ca}\n`
    const result = await watch(list, {})
    expect(github.repository.issues).toEqual([])
    expect(result.annotations).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        message: expect.stringMatching(/cannot be reached.*GITHUB_API_URL/),
      }),
    )
  })

  it('opens its issues below /api/v3 with the CA of the environment', async () => {
    const list = `tokens:\n  - secret: BAD\n    jira-url: ${jira.url}\n`
    const result = await watch(list, { NODE_EXTRA_CA_CERTS: ca })
    expect(result.log).toContainEqual(expect.stringMatching(/^Issues: 1 opened/))
    expect(github.repository.issues).toMatchObject([{ state: 'open', title: expect.stringContaining('BAD') }])
  })
})
