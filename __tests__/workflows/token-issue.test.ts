import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseWorkflow } from '../../scripts/workflow.ts'

const readScript = (path: string): string =>
  String(
    parseWorkflow(readFileSync(path, 'utf8'))
      .jobs.flatMap(({ steps }) => steps)
      .find(({ inputs }) => 'script' in inputs)?.inputs['script'],
  )

const script = readScript('examples/github/nightly-expiry.yml')

type Issue = { number: number; title: string; body: string; labels: string[]; state: string }

/** As much of GitHub as the script asks for: the issues of one repository. */
const fakeGitHub = (issues: Issue[]) => {
  const comments: string[] = []
  return {
    comments,
    rest: {
      issues: {
        listForRepo: ({ state, labels }: { state: string; labels: string }) =>
          issues.filter((issue) => issue.state === state && issue.labels.includes(labels)),
        create: ({ title, body, labels }: Pick<Issue, 'title' | 'body' | 'labels'>) => {
          issues.push({ number: issues.length + 1, title, body, labels, state: 'open' })
        },
        update: ({ issue_number, ...changes }: { issue_number: number } & Partial<Issue>) => {
          const issue = issues.find(({ number }) => number === issue_number)
          if (issue === undefined) throw new Error(`no issue ${issue_number}`)
          Object.assign(issue, changes)
        },
        createComment: ({ body }: { body: string }) => comments.push(body),
      },
    },
    paginate: async <Parameters, Found>(list: (parameters: Parameters) => Found, parameters: Parameters) =>
      list(parameters),
  }
}

const expiring = {
  SECRET: 'JIRA_PAT_CI',
  JIRA_URL: 'https://jira.example.com',
  TOKEN_NAME: 'ci',
  RESULT: 'usable',
  REASON: 'authenticated',
  MESSAGE: 'Jira accepts the token.',
  REMEDY: '',
  EXPIRY_STATUS: 'expiring',
  EXPIRES_AT: '2026-12-03T22:35:14.728Z',
  DAYS_LEFT: '5',
}
const renewed = { ...expiring, EXPIRY_STATUS: 'ok', EXPIRES_AT: '2027-12-03T22:35:14.728Z', DAYS_LEFT: '370' }
const expired = {
  ...expiring,
  RESULT: 'refused',
  REASON: 'token-rejected',
  EXPIRY_STATUS: 'not-checked',
  MESSAGE: 'Jira rejected the token.',
}
const unreachable = { ...expiring, RESULT: 'unknown', EXPIRY_STATUS: 'not-checked', EXPIRES_AT: '', DAYS_LEFT: '' }
const ambiguous = { ...expiring, EXPIRY_STATUS: 'ambiguous' }

/** Runs the step once a night, as actions/github-script does: the body of an async function with these names. */
const runNights = async (nights: (typeof expiring)[], issues: Issue[] = []) => {
  const github = fakeGitHub(issues)
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor
  const step = new AsyncFunction('github', 'context', 'process', script)
  for (const env of nights) await step(github, { repo: { owner: 'acme', repo: 'ops' } }, { env })
  return { issues, comments: github.comments }
}

describe('the issue of a token', () => {
  it('is opened when the token is about to expire', async () => {
    const { issues } = await runNights([expiring])
    expect(issues).toMatchInlineSnapshot(`
      [
        {
          "body": "<!-- jira-pat-check: JIRA_PAT_CI -->
      - Token: \`ci\` at \`https://jira.example.com\`
      - Expires: \`2026-12-03T22:35:14.728Z\`, days left: \`5\`
      - Last check: \`Jira accepts the token.\`

      1. Create a new token in Jira: profile picture, Profile, Personal Access Tokens. It needs a name of its own.
      2. Put it into the secret \`JIRA_PAT_CI\`, and its name into \`token-name\` in the workflow.
      3. Run the workflow again: it closes this issue.
      4. Revoke the old token in Jira.",
          "labels": [
            "jira-token",
          ],
          "number": 1,
          "state": "open",
          "title": "Renew the Jira token in JIRA_PAT_CI",
        },
      ]
    `)
  })

  it('is opened when Jira refuses the token', async () => {
    expect((await runNights([expired])).issues).toHaveLength(1)
  })

  it('does not ask for a new token where that would not help', async () => {
    const captcha = { ...expired, REASON: 'captcha-required', REMEDY: 'Log in once in a browser.' }
    const { issues } = await runNights([expiring, captcha])
    expect(issues).toMatchObject([{ title: 'Jira refuses the token in JIRA_PAT_CI' }])
    expect(issues[0]?.body).toContain('Log in once in a browser.')
    expect(issues[0]?.body).not.toContain('Create a new token')
  })

  it('is kept up to date, and stays one', async () => {
    const { issues } = await runNights([expiring, { ...expiring, DAYS_LEFT: '4' }, expired])
    expect(issues).toHaveLength(1)
    expect(issues[0]?.body).toContain('`Jira rejected the token.`')
  })

  it('is closed when the token has been renewed', async () => {
    const { issues, comments } = await runNights([expiring, renewed])
    expect(issues).toMatchObject([{ state: 'closed' }])
    expect(comments).toEqual(['The token works.'])
  })

  it('is opened anew when the next token expires', async () => {
    const { issues } = await runNights([expiring, renewed, expiring])
    expect(issues).toMatchObject([{ state: 'closed' }, { state: 'open' }])
  })

  it.each([
    ['Jira does not answer', unreachable],
    ['it is not known which token it is', ambiguous],
  ])('neither opens nor closes when %s', async (_, night) => {
    expect((await runNights([night])).issues).toEqual([])
    expect((await runNights([expiring, night])).issues).toMatchObject([{ state: 'open' }])
  })

  it('needs no care for a good token', async () => {
    expect((await runNights([renewed])).issues).toEqual([])
  })

  it('is one for each secret', async () => {
    const { issues } = await runNights([expiring, { ...expiring, SECRET: 'JIRA_PAT_RELEASE' }])
    expect(issues.map(({ title }) => title)).toEqual([
      'Renew the Jira token in JIRA_PAT_CI',
      'Renew the Jira token in JIRA_PAT_RELEASE',
    ])
  })

  it('is not one that somebody else wrote with the same mark', async () => {
    const forged = { number: 1, title: '', body: '<!-- jira-pat-check: JIRA_PAT_CI -->', labels: [], state: 'open' }
    const { issues } = await runNights([renewed], [forged])
    expect(issues).toMatchObject([{ state: 'open' }])
  })

  it('holds the words of Jira as words only', async () => {
    const hostile = '`@octocat` ![](https://evil.example.com/)\n\n# Heading'
    const { issues } = await runNights([{ ...expiring, TOKEN_NAME: hostile }])
    expect(issues[0]?.body).toContain('- Token: `@octocat ![](https://evil.example.com/) # Heading` at')
  })
})

describe('the reusable workflow', () => {
  it('does the same', () => {
    expect(readScript('.github/workflows/check-tokens.yml')).toBe(script)
  })
})
