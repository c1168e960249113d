import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { decideChanges } from '../../../scripts/issues/reject-secrets.ts'
import { badToken } from '../../support/healthy.ts'

const user = { login: 'jane-doe' }
const issue = (body: unknown, title: unknown = 'It fails') => ({
  action: 'opened',
  issue: { number: 7, title, body, user },
})

describe('an issue', () => {
  it('with a token is rewritten without it, closed, and answered', () => {
    const [change, answer, ...more] = decideChanges(issue(`JIRA_PAT=${badToken}\nand so on`, `Why ${badToken}`))
    expect(change).toEqual({
      method: 'PATCH',
      path: '/issues/7',
      body: {
        title: 'Why [removed: a token of Jira or Confluence]',
        body: 'JIRA_PAT=[removed: a token of Jira or Confluence]\nand so on',
        state: 'closed',
        state_reason: 'not_planned',
      },
    })
    expect(answer).toMatchObject({ method: 'POST', path: '/issues/7/comments' })
    expect(answer?.body['body']).toMatch(/^@jane-doe, .*\(a token of Jira or Confluence\)[\s\S]*Revoke it now/)
    expect(more).toEqual([])
    expect(JSON.stringify([change, answer])).not.toContain(badToken)
  })

  it('with a token in its title alone is, too', () => {
    expect(decideChanges(issue(null, badToken))).toHaveLength(2)
  })

  it.each([
    ['without a secret', issue('All is well.')],
    ['without a text', issue(null)],
    ['without a number', { issue: { title: badToken, body: badToken } }],
    ['of another shape', []],
    ['that there is not', undefined],
  ])('%s is left as it is', (_, event) => {
    expect(decideChanges(event)).toEqual([])
  })
})

it('an issue with much in it is searched in no more than a moment', () => {
  const much = ['Bearer ', 'Basic ', 'https://a:', 'eyJ', '-----BEGIN PRIVATE KEY-----', 'A', ' '].map((part) =>
    part.repeat(65_536 / part.length),
  )
  // A search that goes wild would not end.
  expect(much.map((body) => decideChanges(issue(body)).length)).toEqual([0, 0, 0, 0, 2, 0, 0])
})

describe('the step', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jira-pat-check-issue-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  /** Runs the step of the workflow on an event. */
  const run = async (event: unknown, status = 200) => {
    const seen: { request: string; token: string | undefined; body: unknown }[] = []
    const server = createServer(async (request, response) => {
      const body = JSON.parse(await text(request))
      seen.push({ request: `${request.method} ${request.url}`, token: request.headers.authorization, body })
      response.writeHead(status).end('{}')
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const path = join(folder, 'event.json')
    writeFileSync(path, JSON.stringify(event))
    const child = spawn(process.execPath, ['scripts/issues/reject-secrets.ts'], {
      env: {
        GITHUB_EVENT_PATH: path,
        GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        GITHUB_REPOSITORY: 'jira-pat-check/jira-pat-check',
        GH_TOKEN: 'job-token',
      },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (output += part))
    const [exitCode] = await once(child, 'close')
    server.close()
    return { exitCode, output, seen }
  }

  it('asks GitHub for just that, and prints nothing of the text', async () => {
    const { exitCode, output, seen } = await run(issue(`::error::\`id\` $(id) ${badToken}`))
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: 'What looks like a secret is taken out.\n' })
    expect(seen.map(({ request, token }) => [request, token])).toEqual([
      ['PATCH /repos/jira-pat-check/jira-pat-check/issues/7', 'Bearer job-token'],
      ['POST /repos/jira-pat-check/jira-pat-check/issues/7/comments', 'Bearer job-token'],
    ])
    expect(JSON.stringify(seen)).not.toContain(badToken)
  })

  it('asks for nothing where nothing is found', async () => {
    expect(await run(issue('All is well.'))).toEqual({
      exitCode: 0,
      output: 'Nothing looks like a secret.\n',
      seen: [],
    })
  })

  it('fails where GitHub refuses, and still prints nothing of the text', async () => {
    const { exitCode, output } = await run(issue(badToken), 403)
    expect(exitCode).toBe(1)
    expect(output).toContain('GitHub answers HTTP 403 to PATCH /issues/7')
    expect(output).not.toContain(badToken)
  })
})

it('the workflow gives the text to no shell, and may write issues alone', () => {
  const file = readFileSync('.github/workflows/issue-secrets.yml', 'utf8')
  const { permissions, jobs } = parse(file)
  expect([permissions, jobs.reject.permissions]).toEqual([{}, { contents: 'read', issues: 'write' }])
  const expressions = Array.from(file.matchAll(/\$\{\{ *(.*?) *\}\}/g), ([, expression]) => expression)
  expect(expressions).toEqual(['github.workflow', 'github.event.issue.number', 'github.token'])
})
