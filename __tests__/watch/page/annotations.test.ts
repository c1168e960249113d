import { describe, expect, it } from 'vitest'
import { type Annotation, listAnnotations } from '../../../src/watch/page/annotations.ts'
import type { WatchReport } from '../../../src/watch/watched-token.ts'
import { contextOf, expiring, missing, nightOf, rejected, reportOf, unsound, watched } from './nights.ts'

const failing = ({ result }: { result: string }): boolean => result !== 'usable'

const annotate = (report: WatchReport, changes = {}): readonly Annotation[] =>
  listAnnotations(report, contextOf(changes), failing, 'the job summary')

const titles = (annotations: readonly Annotation[]): string[] =>
  annotations.map(({ level, title }) => `${level}: ${title}`)

describe('annotations', () => {
  it('of one token', () => {
    expect(annotate(nightOf(1))).toMatchInlineSnapshot(`
      [
        {
          "level": "warning",
          "message": "Act by 2026-12-03; owner: @octocat.
      1. Create a new token in Jira: https://jira.example.com/secure/ViewProfile.jspa.
      2. Store it in the secret.
      3. Then revoke the old one.
      More: the job summary",
          "title": "JIRA_PAT_CI: The Jira token expires soon",
        },
      ]
    `)
  })

  it('of seven: one for each that needs care, an error where it fails the step', () => {
    expect(titles(annotate(nightOf(7)))).toMatchInlineSnapshot(`
      [
        "error: JIRA_PAT_CI: Jira rejected the token (401)",
        "error: JIRA_PAT_PARTNER: Jira did not answer in time",
        "error: JIRA_PAT_PARTNER_SYNC: Jira did not answer in time",
        "warning: JIRA_PAT_NIGHTLY: The expiry of the Jira token is not known",
        "warning: JIRA_PAT_DEPLOY: The Jira token expires soon",
      ]
    `)
    expect(annotate(nightOf(7)).find(({ title }) => title.startsWith('JIRA_PAT_PARTNER_SYNC'))?.message).toContain(
      'This token was not asked about.',
    )
  })

  it('of a secret that is missing say so, and not besides that nobody asked', () => {
    const [annotation] = annotate(reportOf([missing('A', { asked: false }), watched('B')]))
    expect(annotation?.message).toMatch(/^Act now; owner: @octocat\. The variable A is empty\.\n/)
  })

  it('of a night that is well: none', () => {
    expect(annotate(reportOf([watched('A')]))).toEqual([])
  })

  it('are nine of a level at most, then a count: GitHub shows ten', () => {
    const many = [
      ...Array.from({ length: 12 }, (_, index) => rejected(`R${index}`)),
      ...Array.from({ length: 10 }, (_, index) => expiring(`E${index}`, index + 1)),
    ]
    const shown = titles(annotate(reportOf(many)))
    expect(shown).toHaveLength(20)
    expect(shown[9]).toBe('error: 3 more tokens need care')
    expect(shown[10]).toBe('warning: E0: The Jira token expires soon')
    expect(shown[19]).toBe('warning: 1 more token needs care')
    const rest = (where: string) => listAnnotations(reportOf(many), contextOf(), failing, where)[9]
    expect(rest('the job summary')?.message).toBe(
      'GitHub shows no more than ten errors of a step. All of them are in the job summary.',
    )
    expect(rest('')?.message).toBe('GitHub shows no more than ten errors of a step.')
  })

  it('are nine without a count where there are nine', () => {
    const nine = Array.from({ length: 9 }, (_, index) => rejected(`R${index}`))
    expect(titles(annotate(reportOf(nine))).at(-1)).toBe('error: R8: Jira rejected the token (401)')
  })

  it('lose nothing that is told beside the tokens, and stay ten of a level', () => {
    const beside = [{ level: 'error', title: 'Not all could be told', message: 'No file.' }] as const
    const many = reportOf(Array.from({ length: 12 }, (_, index) => rejected(`R${index}`)))
    const all = titles(listAnnotations(many, contextOf(), failing, '', beside))
    expect(all).toHaveLength(10)
    expect(all[0]).toBe('error: Not all could be told')
    expect(all.at(-1)).toBe('error: 4 more tokens need care')
  })

  it('of an unsound list come before all', () => {
    expect(titles(annotate(reportOf([rejected('A')]), { problem: unsound }))).toEqual([
      'error: The list of tokens cannot be read',
      'error: A: Jira rejected the token (401)',
    ])
  })

  it('are one where no secret is there', () => {
    const problem = { title: 'No secret is there', message: 'All variables are empty.', steps: [] }
    expect(titles(annotate(reportOf([missing('A'), missing('B')]), { problem }))).toEqual(['error: No secret is there'])
  })

  it('name no place where more stands if there is none', () => {
    const annotations = listAnnotations(nightOf(7), contextOf(), failing, '')
    expect(annotations).toHaveLength(5)
    expect(annotations[0]?.message).not.toContain('More:')
  })
})
