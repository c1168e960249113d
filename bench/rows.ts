import { ANSWER_TIMES, type JiraName, LIMIT } from './jiras.ts'
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
  /** What runs in turn; where the bare script is one of them, the others are compared with it. */
  readonly programs: readonly ProgramName[]
}

const identityAlone = { 'check-expiry': 'false' }

const row = (name: string, title: string, what: Partial<Row>): Row => ({
  jira: 'https',
  inputs: identityAlone,
  token: 'good',
  exitCode: 0,
  programs: ['bare', 'action'],
  ...what,
  name,
  title,
})

/** `P1 P2 …`, so many. */
const projects = (count: number): string => Array.from({ length: count }, (_, index) => `P${index + 1}`).join(' ')

const projectsOf = (count: number): Row['inputs'] => ({ ...identityAlone, projects: projects(count) })

/** How many projects are asked for, where a page shows what more of them cost. */
export const PROJECT_COUNTS = [1, 10, 50] as const

const slowRows = PROJECT_COUNTS.flatMap((count) =>
  ANSWER_TIMES.map((ms) =>
    row(`slow-${count}-at-${ms}`, `identity and ${count} project${count === 1 ? '' : 's'}, ${ms} ms an answer`, {
      jira: `slow-${ms}`,
      inputs: projectsOf(count),
      programs: ['action'],
      maxRuns: 5,
    }),
  ),
)

const watchRow = (tokens: number, servers: number): Row =>
  row(
    `watch-${tokens}-at-${servers}`,
    `a list of ${tokens} tokens at ${servers} server${servers === 1 ? '' : 's'}, 100 ms an answer`,
    {
      watched: { tokens, servers },
      programs: ['action'],
      maxRuns: 3,
    },
  )

/** `caFile` stands in an input for the path of the CA certificate. */
export const rows = (caFile: string): readonly Row[] => [
  row('https', 'identity alone, over https', { programs: ['bare', 'action', 'node', 'curl'] }),
  row('https-expiry', 'identity and expiry, over https', { inputs: {} }),
  row('http', 'identity alone, over http', { jira: 'http' }),
  row('http-expiry', 'identity and expiry, over http', { jira: 'http', inputs: {} }),
  row('ca', 'identity alone, with ca-certificate', { inputs: { ...identityAlone, 'ca-certificate': caFile } }),
  row('rejected', 'a rejected token', { token: 'bad', exitCode: 1, programs: ['bare', 'action', 'success'] }),
  row('refused', 'a refused connection, no retries', {
    jira: 'nobody',
    inputs: { ...identityAlone, retries: '0' },
    exitCode: 1,
    programs: ['bare', 'action', 'success'],
  }),
  row('projects-50', 'identity and 50 projects', { inputs: projectsOf(50), maxRuns: 5 }),
  row('projects-250', 'identity and 250 projects', { inputs: projectsOf(250), maxRuns: 5 }),
  ...slowRows,
  row('limited', `identity and 50 projects, a limit of ${LIMIT.burst} requests and ${LIMIT.perSecond} more a second`, {
    jira: 'limited',
    inputs: projectsOf(50),
    programs: ['action'],
    maxRuns: 1,
  }),
  watchRow(50, 1),
  watchRow(50, 2),
  watchRow(250, 10),
]
