import { goodToken } from '../support/healthy.ts'
import { type JiraOptions, type StandInJira, startJira } from '../support/jira.ts'
import { resolving } from '../support/resolver.ts'
import type { Setting } from '../support/scenarios.ts'
import { type NginxOptions, startNginx } from './nginx.ts'
import type { Certificate } from './openssl.ts'
import { type SquidOptions, startSquid } from './squid.ts'

/** How the action comes to what calls itself jira.example.com. */
export interface Way {
  scheme?: 'http' | 'https' | undefined
  /** The context path. */
  path?: string
  /** The way leads through squid. */
  squid?: SquidOptions | undefined
  /** Environment variables that name squid, which listens at this URL. */
  variables?: ((squidUrl: string) => Record<string, string>) | undefined
  /** What must stand in nothing that is written, besides the token. */
  secrets?: string[]
  inputs?: Record<string, string>
  env?: Record<string, string>
}

/** nginx in front of the stand-in Jira. */
export interface Front extends Way, Omit<NginxOptions, 'server'> {
  /** Directives of the `server` block, for a Jira at this port. Everything is passed on to it, unless told otherwise. */
  server?: (jiraPort: number) => string[]
  jira?: JiraOptions
}

interface Server {
  port: number
  close(): Promise<void>
}

/** A world in which jira.example.com is this server. */
export async function settingAt(server: Server, way: Way, jira?: StandInJira): Promise<Setting> {
  const { scheme = 'https', path = '', variables = inLowerCase, inputs, env, secrets } = way
  const squid = way.squid && (await startSquid(way.squid))
  return {
    inputs: { 'jira-url': `${scheme}://jira.example.com:${server.port}${path}`, token: goodToken, ...inputs },
    env: { ...(squid && variables(squid.url)), ...env },
    // A proxy finds the host by itself; then the action must not.
    nodeArgs: squid ? [] : resolving({ 'jira.example.com': '127.0.0.1' }),
    secrets,
    jira,
    proxy: squid,
    async close() {
      await Promise.all([server.close(), squid?.close()])
    },
  }
}

const inLowerCase = (url: string): Record<string, string> => ({ https_proxy: url, http_proxy: url })

/** A world in which jira.example.com is nginx, with the stand-in Jira behind it. */
export const behindNginx =
  ({ server = passOn, jira: jiraOptions, listen = 'ssl', http = [], ...way }: Front) =>
  async (): Promise<Setting> => {
    const jira = await startJira(jiraOptions)
    const nginx = await startNginx({ server: server(jira.port), listen, http })
    const close = async (): Promise<void> => {
      await Promise.all([nginx.close(), jira.close()])
    }
    return settingAt({ port: nginx.port, close }, { scheme: listen === '' ? 'http' : 'https', ...way }, jira)
  }

/** Makes nginx pass everything on to Jira. */
export const passOn = (jiraPort: number): string[] => [
  `location / { proxy_pass http://127.0.0.1:${jiraPort}; proxy_set_header Host $http_host; }`,
]

/** Makes nginx present this certificate. */
export const presenting = ({ certificateFile, keyFile }: Certificate): string[] => [
  `ssl_certificate ${certificateFile};`,
  `ssl_certificate_key ${keyFile};`,
]
