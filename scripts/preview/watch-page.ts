import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answersTo, tokenOf } from '../../__tests__/support/accounts.ts'
import { type ListedToken, neverExpires } from '../../__tests__/support/answers/tokens.ts'
import { jiraUnavailable, status } from '../../__tests__/support/answers.ts'
import { certificates } from '../../__tests__/support/certificates.ts'
import { startJira } from '../../__tests__/support/jira.ts'
import { startProxy } from '../../__tests__/support/proxy.ts'
import { routes } from '../../__tests__/support/routes.ts'
import { runAction } from '../../__tests__/support/runner.ts'

const listed: Readonly<Record<string, ListedToken[]>> = {
  JIRA_PAT_CI: [{ name: 'ci', daysLeft: 210, createdDaysAgo: 30 }],
  JIRA_PAT_RELEASE: [{ name: 'release', daysLeft: 9, createdDaysAgo: 81 }],
  JIRA_PAT_METRICS: [
    { name: 'metrics', daysLeft: 52, createdDaysAgo: 38 },
    { name: 'laptop', expiringAt: neverExpires, usedDaysAgo: 121 },
  ],
  JIRA_PAT_ARCHIVE: [{ name: 'archive', expiringAt: neverExpires, createdDaysAgo: 400 }],
}

const list = (ca: string) => `name: release
defaults:
  jira-url: https://jira.example.com
  ca-certificate: |
${ca.trim().replace(/^/gm, '    ')}
tokens:
  - { secret: JIRA_PAT_CI, owner: "@octocat", used-by: "build, release" }
  - { secret: JIRA_PAT_RELEASE, owner: "@octo-org/release", used-by: release notes }
  - { secret: JIRA_PAT_METRICS, owner: "@octo-org/platform", token-name: metrics }
  - { secret: JIRA_PAT_ARCHIVE, owner: Jane Doe }
  - { secret: JIRA_PAT_WEB, owner: "@octocat", used-by: the web site }
  - { secret: JIRA_PAT_STAGING, owner: "@octo-org/platform", jira-url: "https://jira.example.com:8443" }
  - { secret: JIRA_PAT_STAGING_2, owner: "@octo-org/platform", jira-url: "https://jira.example.com:8443" }
`

/**
 * Watches seven tokens, one of which is to be renewed, one refused, and two at a Jira in maintenance.
 * @param use is given the path of the HTML page, which is there until it is done
 */
export async function withWatchPage(use: (path: string) => Promise<void>): Promise<void> {
  const { root, server } = await certificates()
  const accounts = Object.entries(listed).map(([secret, tokens]) => {
    const user = `svc-${secret.slice('JIRA_PAT_'.length).toLowerCase()}`
    return [tokenOf(secret), { user, listed: tokens }] as const
  })
  const jira = await startJira({ tls: server, respond: answersTo(new Map(accounts)) })
  const down = routes({ myself: jiraUnavailable, status: status('MAINTENANCE') })
  const staging = await startJira({ tls: server, respond: down })
  const proxy = await startProxy({ hosts: { 'jira.example.com': jira.port, 'jira.example.com:8443': staging.port } })
  const folder = await mkdtemp(join(tmpdir(), 'watch-page-'))
  const path = join(folder, 'jira-tokens.html')
  const names = [...Object.keys(listed), 'JIRA_PAT_WEB', 'JIRA_PAT_STAGING', 'JIRA_PAT_STAGING_2']
  try {
    await runAction({
      action: 'watch',
      inputs: { html: path, issues: 'false' },
      files: { '.github/jira-tokens.yml': list(root.cert) },
      env: { HTTPS_PROXY: proxy.url, ...Object.fromEntries(names.map((name) => [name, tokenOf(name)])) },
    })
    await use(path)
  } finally {
    await Promise.all([jira.close(), staging.close(), proxy.close(), rm(folder, { recursive: true })])
  }
}
