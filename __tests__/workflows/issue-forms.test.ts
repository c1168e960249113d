import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { blocksUnder } from '../docs/markdown.ts'
import { identity } from '../support/answers.ts'
import { goodToken } from '../support/healthy.ts'
import { startJira } from '../support/jira.ts'
import { routes } from '../support/routes.ts'

const read = (name: string) => parse(readFileSync(`.github/ISSUE_TEMPLATE/${name}.yml`, 'utf8'))

describe('an issue', () => {
  it('is written into a form, or goes where no form is needed', () => {
    const { blank_issues_enabled: blank, contact_links: links } = read('config')
    expect(blank).toBe(false)
    expect(links.map(({ url }: { url: string }) => url)).toContain(
      'https://github.com/jira-pat-check/jira-pat-check/security/advisories/new',
    )
  })

  it.each(['bug', 'feature'])('of the form %s is warned of secrets before anything else', (name) => {
    const [first] = read(name).body
    expect(first).toMatchObject({ type: 'markdown' })
    expect(first.attributes.value).toMatch(/^\*\*Paste no token, no password and no cookie\*\*[\s\S]*issue is closed/)
  })

  it('about a bug brings the report, and the word of its author that no secret is in it', () => {
    const { body } = read('bug')
    const wanted = body.filter(({ validations }: { validations?: { required: boolean } }) => validations?.required)
    expect(wanted.map(({ id }: { id: string }) => id)).toEqual(['report', 'expected', 'step', 'jira', 'runner'])
    expect(body.at(-1)).toMatchObject({ id: 'no-secrets', attributes: { options: [{ required: true }] } })
  })
})

/** What a reporter is asked to run, and to paste the answer of. */
const commands: [string, string | undefined][] = [
  ['the form', /`(printf .+)`\.$/m.exec(read('bug').body[2].attributes.description)?.[1]],
  ['CONTRIBUTING.md', blocksUnder('CONTRIBUTING.md', '## A bug report becomes a scenario', 'sh')[0]],
]

describe.skipIf(process.platform === 'win32')("the server's answer, for which", () => {
  it.each(commands)('%s asks, comes whole, and without the session that it opens', async (_, command = '') => {
    const opens = { 'Set-Cookie': 'JSESSIONID=0A1B2C3D4E5F; Path=/; HttpOnly' }
    const answer = identity()
    const jira = await startJira({
      respond: routes({ myself: { ...answer, headers: { ...opens, ...answer.headers } } }),
    })
    const env = { ...process.env, JIRA_URL: jira.url, JIRA_PAT: goodToken }
    const { stdout } = await promisify(execFile)('bash', ['-c', command], { env })
    await jira.close()
    expect(stdout).toMatch(/^HTTP\/1\.1 200 .*^X-AUSERNAME: svc-ci\r$.*"name":"svc-ci"/ms)
    expect(stdout).not.toMatch(/cookie|JSESSIONID/i)
    expect(stdout).not.toContain(goodToken)
    expect(jira.requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${goodToken}`])
  })
})
