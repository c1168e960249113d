import { expect, it } from 'vitest'
import { permissions, tokens } from '../support/answers.ts'
import { certificates } from '../support/certificates.ts'
import { goodToken } from '../support/healthy.ts'
import { runActionInProcess } from '../support/in-process.ts'
import { startJira } from '../support/jira.ts'
import { startProxy } from '../support/proxy.ts'
import { routes } from '../support/routes.ts'
import { readPage } from './markdown.ts'

const page = readPage('docs/report.md')
const example = JSON.parse(page.blocks.find(({ language }) => language === 'json')?.text ?? '')

/** The run that the page shows: at https://jira.example.com, a permission is missing and the token expires soon. */
const runExample = async () => {
  const { root, server } = await certificates()
  const jira = await startJira({
    tls: server,
    respond: routes({
      permissions: ({ path }) =>
        path.includes('projectKey=WEB') ? permissions({ without: ['DELETE_ISSUES'] }) : undefined,
      tokens: tokens([
        { name: 'github-deploy', daysLeft: 9 },
        { name: 'jenkins', daysLeft: 200, usedDaysAgo: 120 },
      ]),
    }),
  })
  const proxy = await startProxy({ hosts: { 'jira.example.com': jira.port } })
  try {
    const inputs = {
      'jira-url': 'https://jira.example.com',
      token: goodToken,
      'ca-certificate': root.cert,
      projects: 'OPS, WEB',
      permissions: 'BROWSE_PROJECTS, DELETE_ISSUES',
      'token-name': 'github-deploy',
      'expiry-fail-days': '3',
    }
    return await runActionInProcess({ inputs, env: { https_proxy: proxy.url } })
  } finally {
    await Promise.all([jira.close(), proxy.close()])
  }
}

it('shows a report as the action writes it', async () => {
  const { report } = await runExample()
  const { expiry } = example
  expect(report).toEqual({
    ...example,
    expiry: { ...expiry, expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) },
    durationMs: expect.any(Number),
  })
  expect(expiry.expiresAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
})

it('describes every field of a report, and no other', () => {
  const fieldsOf = (value: unknown, path: string): string[] => {
    if (Array.isArray(value)) return value.slice(0, 1).flatMap((item) => fieldsOf(item, `${path}[]`))
    if (typeof value !== 'object' || value === null) return []
    const inside = path === '' ? '' : `${path}.`
    return Object.entries(value).flatMap(([name, inner]) => [inside + name, ...fieldsOf(inner, inside + name)])
  }
  const described = [...page.text.matchAll(/^\| `([\w.[\]]+)` \| .+ \| .+ \|$/gm)].map(([, field]) => field)
  expect(described).toEqual(fieldsOf(example, ''))
})
