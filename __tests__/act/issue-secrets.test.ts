import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { badToken } from '../support/healthy.ts'
import { runAct } from './act.ts'
import { actionsIn, makeRepository, type Repository, scriptAction } from './repository.ts'

const workflow = '.github/workflows/issue-secrets.yml'
const paths = [workflow, '.node-version', 'scripts/issues/find-secrets.ts', 'scripts/issues/reject-secrets.ts']

let repository: Repository
let setupNode: Repository
beforeAll(() => {
  repository = makeRepository(Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')])))
  setupNode = makeRepository({
    'action.yml': scriptAction(['node-version-file', 'package-manager-cache'], 'node --version'),
  })
})
afterAll(() => {
  repository.remove()
  setupNode.remove()
})

it('the workflow takes a token out of an issue, and shows nothing of it', async () => {
  const seen: string[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request)
    seen.push(`${request.method} ${request.url} ${body.includes('[removed: ')} ${body.includes(badToken)}`)
    response.writeHead(200).end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const body = `"; echo pwned; # $(echo pwned) \`echo pwned\`\n::error::pwned\n${badToken}`
    const issue = { number: 7, title: 'It fails', body, user: { login: 'jane-doe' } }
    const result = await runAct({
      repository: repository.path,
      workflow,
      event: 'issues',
      payload: { action: 'opened', issue, repository: { full_name: 'octo/repo' } },
      secrets: { GITHUB_TOKEN: 'job-token' },
      actions: Object.fromEntries(
        actionsIn(readFileSync(workflow, 'utf8'), 'actions')
          .filter((uses) => uses.startsWith('actions/setup-node@'))
          .map((uses) => [uses, setupNode.path]),
      ),
      stepEnv: {
        GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        GITHUB_REPOSITORY: 'octo/repo',
      },
    })
    expect(result.step('Look for secrets'), result.output).toMatchObject({
      outcome: 'success',
      log: ['What looks like a secret is taken out.'],
    })
    expect(seen).toEqual([
      'PATCH /repos/octo/repo/issues/7 true false',
      'POST /repos/octo/repo/issues/7/comments false false',
    ])
    expect(result.output).not.toMatch(/pwned/)
    expect(result.output).not.toContain(badToken)
  } finally {
    server.close()
  }
})
