import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

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
