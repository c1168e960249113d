import { readFile, writeFile } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import type { StandInProxy } from '../support/proxy.ts'
import { makeDirectory } from './directory.ts'
import { startInForeground, startOnFreePort } from './foreground.ts'
import { type Certificate, hashPassword } from './openssl.ts'
import { pathOf } from './programs.ts'

export interface SquidOptions {
  /** Wants this user name and password. */
  login?: { username: string; password: string } | undefined
  /** Rules that come before the one that allows everything. */
  rules?: string[] | undefined
  /** Is itself spoken to over TLS, with this certificate. */
  certificate?: Certificate | undefined
}

/** Starts squid on a free loopback port, where jira.example.com is this machine. `requests` is filled by `close`. */
export async function startSquid({ login, rules = [], certificate }: SquidOptions = {}): Promise<StandInProxy> {
  const directory = await makeDirectory()
  const file = (name: string): string => join(directory.path, name)
  await writeFile(file('hosts'), '127.0.0.1 jira.example.com\n')
  await writeFile(file('passwords'), login ? `${login.username}:${await hashPassword(login.password)}\n` : '')
  const configurationFor = (port: number): string =>
    [
      certificate
        ? `https_port 127.0.0.1:${port} tls-cert=${certificate.certificateFile} tls-key=${certificate.keyFile}`
        : `http_port 127.0.0.1:${port}`,
      // Nothing but the file of hosts resolves names here.
      `hosts_file ${file('hosts')}`,
      'dns_nameservers 127.0.0.1',
      'dns_timeout 1 second',
      'dns_retransmit_interval 1 second',
      'visible_hostname proxy.example.com',
      'pid_filename none',
      'cache_log /dev/null',
      'logfile_rotate 0',
      'logformat seen %rm %ru %>Hs %>h',
      `access_log stdio:${file('access.log')} logformat=seen`,
      'cache deny all',
      'pinger_enable off',
      'shutdown_lifetime 0 seconds',
      ...rules,
      ...(login ? loginRules(file('passwords')) : []),
      'http_access allow all',
    ].join('\n')
  const { port, stop } = await startOnFreePort(async (free) => {
    await writeFile(file('squid.conf'), configurationFor(free))
    return startInForeground('squid', squidArguments(file('squid.conf'), free), /Accepting HTTPS? Socket/)
  })
  const requests: StandInProxy['requests'] = []
  return {
    url: certificate ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
    port,
    requests,
    async close() {
      await stop()
      requests.push(...parseAccessLog(await readFile(file('access.log'), 'utf8')))
      await directory.remove()
    },
  }
}

/**
 * In the foreground, with a name that no other squid of the machine has: those of one name share memory, and the second one to
 * start at the same moment finds it taken.
 * @param port one that it listens on
 */
export function squidArguments(configurationFile: string, port: number): string[] {
  return ['-N', '-n', `squid${port}`, '-d', '1', '-f', configurationFile]
}

const loginRules = (passwordFile: string): string[] => [
  `auth_param basic program ${pathOf('basic_ncsa_auth')} ${passwordFile}`,
  'auth_param basic realm proxy',
  'acl known proxy_auth REQUIRED',
  'http_access deny !known',
]

/** Lines as `CONNECT jira.example.com:443 200 Host:%20jira.example.com:443%0D%0A`. */
function parseAccessLog(log: string): StandInProxy['requests'] {
  return (
    log
      .split('\n')
      // Squid also notes who connects and then asks for nothing, as `- error:transaction-end-before-headers`.
      .filter((line) => /^\w/.test(line))
      .map((line) => {
        const [method = '', target = '', , fields = ''] = line.split(' ')
        return { method, target, headers: parseHeaders(decodeURIComponent(fields)) }
      })
  )
}

function parseHeaders(fields: string): IncomingHttpHeaders {
  return Object.fromEntries(
    fields
      .split('\r\n')
      .filter(Boolean)
      .map((field) => {
        const colon = field.indexOf(':')
        return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()]
      }),
  )
}
