import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { describeAnswer, replaceNames } from '../../scripts/answer.ts'
import { fileServerNotFound } from '../support/answers.ts'

const printed = [
  'HTTP/1.1 200 Connection established',
  '',
  'HTTP/1.1 401 ',
  'Date: Thu, 26 Nov 2026 09:12:39 GMT',
  'Server: nginx/1.28.0',
  'Set-Cookie: JSESSIONID=8A7B6C5D4E3F2A1B0C9D8E7F6A5B4C3D; Path=/; HttpOnly',
  'X-AREQUESTID: 552x1234567x1',
  'Location: https://jira.acme.test/login.jsp?host=10.20.30.40',
  'Content-Length: 99',
  '',
  'Ask jane.roe@acme.test at Acme, https://www.w3.org/ and',
  '',
  'request 0011223344556677',
  '',
].join('\r\n')

describe('an answer that curl has printed', () => {
  it('is told without names, as an answer of the tests', () => {
    const code = describeAnswer('acme', printed, new Map([['acme', 'example']]))
    expect(code).toMatch(/^export const acme: Reply = \{/)
    expect(JSON.parse(code.slice(code.indexOf('{')))).toEqual({
      status: 401,
      headers: {
        Server: 'nginx/1.28.0',
        'Set-Cookie': `JSESSIONID=${'x'.repeat(32)}; Path=/; HttpOnly`,
        'X-AREQUESTID': '552x1234567x1',
        Location: 'https://host.example.com/login.jsp?host=192.0.2.1',
      },
      body: 'Ask jane@example.com at example, https://www.w3.org/ and\n\nrequest 0123456789abcdef',
    })
  })

  it('keeps what says which server it is', () => {
    for (const telling of ['nginx/1.28.0', 'Atlassian Jira - v10.3.6', 'HTTP 404', 'https://jira.example.com/a']) {
      expect(replaceNames(telling, new Map())).toBe(telling)
    }
  })

  it('is refused where it is none', () => {
    expect(() => describeAnswer('x', '<html></html>', new Map())).toThrow(/give what curl -si prints/)
  })
})

it('the command writes what the tests have', () => {
  const { status, headers, body, reason } = fileServerNotFound
  const lines = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`)
  const input = [`HTTP/1.0 ${status} ${reason}`, ...lines, '', body].join('\r\n')
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/answer.ts', ...args], { input, encoding: 'utf8' })
  const { stdout } = run('fileServerNotFound')
  expect(JSON.parse(stdout.slice(stdout.indexOf('{')))).toEqual(fileServerNotFound)
  expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage:') })
})
