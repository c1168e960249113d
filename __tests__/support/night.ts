import { type Account, answersTo, tokenOf } from './accounts.ts'
import type { ListedToken } from './answers/tokens.ts'
import { neverExpires } from './answers/tokens.ts'
import { loginPage } from './answers.ts'
import { startJira } from './jira.ts'

/** A list of tokens that there is a stand-in Jira for. */
export interface Night {
  /** The list, in YAML. */
  list: string
  /** The secrets of the list that there are, by name. */
  secrets: Record<string, string>
  /** The state of each of its tokens, by the name of the secret. */
  states: Record<string, string>
  close(): Promise<void>
}

interface Watched {
  secret: string
  state: string
  owner: string
  lines?: string[]
  /** What Jira has of the token; undefined where it knows none like it. */
  listed?: ListedToken[]
  displayName?: string
  isMissing?: boolean
}

/** One token in each state, at a Jira that is well. */
const watched: Watched[] = [
  { secret: 'JIRA_PAT_BUILD', state: 'well', owner: '"@octocat"', listed: [{ name: 'build', daysLeft: 210 }] },
  {
    secret: 'JIRA_PAT_ARCHIVE',
    state: 'well',
    owner: '"@octo-org/records"',
    listed: [
      { name: 'archive', expiringAt: neverExpires },
      { name: 'old archive', expiringAt: neverExpires, usedDaysAgo: 400 },
    ],
    lines: ['token-name: archive'],
  },
  {
    secret: 'JIRA_PAT_RELEASE',
    state: 'expiring',
    owner: '"@octo-org/release"',
    lines: ['used-by: release notes, change log'],
    listed: [{ name: 'release', daysLeft: 9 }],
  },
  {
    secret: 'JIRA_PAT_BACKUP',
    state: 'expired',
    owner: 'Jane Doe',
    lines: ['token-name: backup'],
    listed: [
      { name: 'backup', daysLeft: -2 },
      { name: 'restore', daysLeft: 120 },
    ],
  },
  {
    secret: 'JIRA_PAT_CHAT',
    state: 'ambiguous',
    owner: '"@octocat"',
    displayName: 'Chat & Bot <bot>',
    listed: [
      { name: 'chat', daysLeft: 6 },
      { name: 'laptop', daysLeft: 300 },
    ],
  },
  {
    secret: 'JIRA_PAT_METRICS',
    state: 'expiry-unknown',
    owner: '"@octo-org/platform"',
    lines: ['token-name: metrics'],
    listed: [{ name: 'dashboards', daysLeft: 50 }],
  },
  {
    secret: 'JIRA_PAT_DEPLOY',
    state: 'expiring',
    owner: '"@octo-org/platform"',
    lines: ['token-name: github-deploy-1f3b-*', 'used-by: deployments'],
    listed: [{ name: 'github-deploy-1f3b-261001-0f1e2d3c-k7q2', daysLeft: 6, createdDaysAgo: 84 }],
  },
  { secret: 'JIRA_PAT_OLD', state: 'token-rejected', owner: '"@octocat"', lines: ['used-by: nobody knows any more'] },
  { secret: 'JIRA_PAT_GONE', state: 'token-missing', owner: '"@octocat"', isMissing: true },
  {
    secret: 'JIRA_PAT_SYNC',
    state: 'wrong-user',
    owner: 'Sync team, telephone 4711',
    lines: ['expected-user: svc-partner'],
    listed: [{ name: 'sync', daysLeft: 80 }],
  },
]

/** Tokens at servers that are no Jira, or none that answers. */
const elsewhere = ['JIRA_PAT_LAB', 'JIRA_PAT_LAB_2', 'JIRA_PAT_LAB_3']

/** Starts the Jiras of a night with one token in each state, one Jira that is down and one behind a login. */
export async function startNight(): Promise<Night> {
  const accounts = watched.flatMap(({ secret, listed, displayName }): [string, Account][] => {
    const user = `svc-${secret.slice('JIRA_PAT_'.length).toLowerCase()}`
    return listed === undefined ? [] : [[tokenOf(secret), { user, listed, displayName: displayName ?? user }]]
  })
  const jira = await startJira({ respond: answersTo(new Map(accounts)) })
  const login = await startJira({ respond: () => loginPage })
  const gone = await startJira()
  await gone.close()
  const entries = [
    ...watched.flatMap(({ secret, owner, lines = [] }) => [
      `secret: ${secret}`,
      `  owner: ${owner}`,
      ...lines.map(indent),
    ]),
    ...elsewhere.flatMap((secret) => [
      `secret: ${secret}`,
      `  jira-url: ${gone.url}`,
      '  owner: the people in the lab',
    ]),
    ...['secret: JIRA_PAT_PARTNER', `  jira-url: ${login.url}`, '  owner: "@octo-org/partners"'],
  ]
  const lines = entries.map((line) => (line.startsWith(' ') ? `  ${line}` : `  - ${line}`))
  const present = [...watched.filter(({ isMissing }) => !isMissing).map(({ secret }) => secret), ...elsewhere]
  return {
    list: ['name: release', 'defaults:', `  jira-url: ${jira.url}`, 'tokens:', ...lines, ''].join('\n'),
    secrets: Object.fromEntries([...present, 'JIRA_PAT_PARTNER'].map((name) => [name, tokenOf(name)])),
    states: Object.fromEntries([
      ...watched.map(({ secret, state }) => [secret, state]),
      ...elsewhere.map((secret) => [secret, 'connection-refused']),
      ['JIRA_PAT_PARTNER', 'sso-login'],
    ]),
    close: async () => {
      await Promise.all([jira.close(), login.close()])
    },
  }
}

const indent = (line: string): string => `  ${line}`
