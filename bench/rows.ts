import type { JiraName } from './jiras.ts'
import type { ProgramName } from './programs.ts'

/** One thing that is measured: a run of the action, and beside it other programs that ask the same Jira. */
export interface Row {
  readonly name: string
  readonly title: string
  readonly jira: JiraName
  /** As under `with:`. */
  readonly inputs: Readonly<Record<string, string>>
  readonly token: 'good' | 'bad'
  /** A list of tokens that is watched, in place of one that is checked: how many of them, at how many servers. */
  readonly watched?: { readonly tokens: number; readonly servers: number }
  /** How often it runs at most; as often as the others, where this is left out. */
  readonly maxRuns?: number
  /** With which the action and the bare script have to end. */
  readonly exitCode: 0 | 1
  /** Besides the bare script and the action. */
  readonly others: readonly ProgramName[]
}

const identityAlone = { 'check-expiry': 'false' }

const row = (name: string, title: string, what: Partial<Row>): Row => ({
  jira: 'plain',
  inputs: identityAlone,
  token: 'good',
  exitCode: 0,
  others: [],
  ...what,
  name,
  title,
})

/** `P1 P2 …`, so many. */
const projects = (count: number): string => Array.from({ length: count }, (_, index) => `P${index + 1}`).join(' ')

const projectRow = (count: number, delayMs: 0 | 50): Row =>
  row(`projects-${count}-at-${delayMs}-ms`, `${count} project${count === 1 ? '' : 's'}, ${delayMs} ms a request`, {
    jira: delayMs === 0 ? 'plain' : 'slow',
    inputs: { ...identityAlone, projects: projects(count) },
  })

const watchRow = (tokens: number, servers: number): Row =>
  row(
    `watch-${tokens}-at-${servers}`,
    `a list of ${tokens} tokens at ${servers} server${servers === 1 ? '' : 's'}, 100 ms a request`,
    {
      watched: { tokens, servers },
      maxRuns: 5,
    },
  )

/** `caFile` stands in an input for the path of the CA certificate. */
export const rows = (caFile: string): readonly Row[] => [
  row('identity', 'identity alone', { others: ['require', 'node', 'curl'] }),
  row('identity-tls', 'identity alone, over TLS', { jira: 'tls', others: ['require', 'curl'] }),
  row('identity-ca', 'the same, with ca-certificate', {
    jira: 'tls',
    inputs: { ...identityAlone, 'ca-certificate': caFile },
  }),
  row('expiry', 'identity and expiry', { inputs: {} }),
  row('rejected', 'a rejected token', { token: 'bad', exitCode: 1, others: ['success'] }),
  row('refused', 'a refused connection, no retries', {
    jira: 'nobody',
    inputs: { ...identityAlone, retries: '0' },
    exitCode: 1,
    others: ['success'],
  }),
  ...[0, 50].flatMap((delayMs) => [1, 10, 50].map((count) => projectRow(count, delayMs === 0 ? 0 : 50))),
  row('projects-50-ca', '50 projects over TLS, with ca-certificate', {
    jira: 'tls',
    inputs: { ...identityAlone, projects: projects(50), 'ca-certificate': caFile },
  }),
  watchRow(50, 1),
  watchRow(50, 2),
  watchRow(250, 10),
]
