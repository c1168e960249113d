import { type Played, play } from '../support/play.ts'
import type { Certificates } from './certificates.ts'
import { type Configuration, startConfigured } from './configured.ts'
import { settingAt, type Way } from './front.ts'
import type { Jiras } from './jiras.ts'
import type { Expected } from './verdict.ts'
import { it as withCertificates } from './with-certificates.ts'

/** A program, its configuration, and what it stands in front of. */
export interface FrontPlan<Port extends string> extends Configuration<Port> {
  jiras: Jiras
  /** Other servers that it needs. */
  beside?: { close(): Promise<void> }[]
}

/** One program that all tests of a file share, with a Jira behind it for each context path. */
export interface SharedFront<Port extends string> {
  ports: Record<Port, number>
  jiras: Jiras
}

/** `it` with certificates, and with a program that is started once for each file of tests. */
export const itBehind = <Port extends string>(plan: (made: Certificates) => Promise<FrontPlan<Port>>) =>
  withCertificates.extend<{ front: SharedFront<Port> }>({
    front: [
      async ({ made }, use) => {
        const { jiras, beside = [], ...configuration } = await plan(made)
        const program = await startConfigured(configuration)
        await use({ ports: program.ports, jiras })
        await Promise.all([program, jiras, ...beside].map((server) => server.close()))
      },
      { scope: 'file' },
    ],
  })

/** A run of the action at one port of a program, below one context path that no other test has. */
export interface Visit<Port extends string> extends Way {
  port: Port
}

/** One test: what happens, at which port and path, and what comes of it. */
export type Row<Port extends string> = [
  what: string,
  at: Omit<Visit<Port>, 'port'> & { port?: Port },
  expected: Expected,
]

const nothingToClose = async (): Promise<void> => {}

/** The program answers in the place of Jira, or passes on to it. */
export function playAt<Port extends string>(
  { ports, jiras }: SharedFront<Port>,
  { port, path = '', scheme = 'http', inputs, ...way }: Visit<Port>,
): Promise<Played> {
  const server = { port: ports[port], close: nothingToClose }
  const insecure = scheme === 'http' ? { 'allow-http': 'true' } : {}
  return play({
    setUp: () => settingAt(server, { ...way, scheme, path, inputs: { ...insecure, ...inputs } }, jiras.at(path)),
  })
}

/** The same at a program that is the proxy of the runner, on the way to Jira at its own port, or at another. */
export interface Passage<Port extends string> extends Visit<Port> {
  jiraPort?: number
  /** `USER:PASSWORD` for the proxy, as it stands in its URL. */
  login?: string
}

export function playThrough<Port extends string>(
  { ports, jiras }: SharedFront<Port>,
  { port, path = '', scheme = 'https', login, jiraPort = jiras.port, inputs, env, ...way }: Passage<Port>,
): Promise<Played> {
  const url = `http://${login === undefined ? '' : `${login}@`}127.0.0.1:${ports[port]}`
  const insecure = scheme === 'http' ? { 'allow-http': 'true' } : {}
  const onTheWay = {
    ...way,
    scheme,
    path,
    env: { https_proxy: url, http_proxy: url, ...env },
    inputs: { ...insecure, ...inputs },
  }
  const server = { port: jiraPort, close: nothingToClose }
  // The proxy finds the host by itself; the action must not.
  return play({ setUp: async () => ({ ...(await settingAt(server, onTheWay, jiras.at(path))), nodeArgs: [] }) })
}
