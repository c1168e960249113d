import { readdirSync } from 'node:fs'
import { describeMissing, isInstalled, type Program } from './programs.ts'

/** The files of tests in a folder, and the programs that each runs. */
export interface Needs {
  folder: string
  files: Record<string, Program[]>
}

/** What companies have before Jira, and what is soon installed: all of it is tested before a change lands. */
export const real: Needs = {
  folder: '__tests__/real',
  files: {
    'alerts.test.ts': ['promtool'],
    'apache.test.ts': [
      ...(['openssl', 'apache2', 'mod_auth_openidc.so', 'mod_auth_mellon.so'] as const),
      ...(['mod_auth_gssapi.so', 'mod_security2.so'] as const),
    ],
    'gateway.test.ts': ['openssl', 'nginx'],
    'haproxy.test.ts': ['openssl', 'haproxy'],
    'metrics.test.ts': ['promtool', 'prometheus-node-exporter', 'prometheus-pushgateway'],
    'mutual-tls.test.ts': ['openssl', 'nginx', 'squid', 'basic_ncsa_auth'],
    'nginx.test.ts': ['openssl', 'nginx'],
    'squid-bump.test.ts': ['openssl', 'squid', 'security_file_certgen', 'ntlm_fake_auth'],
    'squid.test.ts': ['openssl', 'nginx', 'squid', 'basic_ncsa_auth'],
    'tinyproxy.test.ts': ['openssl', 'tinyproxy'],
    'tls.test.ts': ['openssl', 'nginx'],
  },
}

/** What companies have before Jira besides. */
export const fronts: Needs = {
  folder: '__tests__/fronts',
  files: {
    'caddy.test.ts': ['openssl', 'caddy'],
    'envoy.test.ts': ['openssl', 'envoy'],
    'mitmproxy.test.ts': ['openssl', 'mitmdump'],
    'oauth2-proxy.test.ts': ['openssl', 'oauth2-proxy'],
    'tomcat.test.ts': ['openssl', 'java', 'bootstrap.jar'],
    'traefik.test.ts': ['openssl', 'traefik'],
    'varnish.test.ts': ['openssl', 'varnishd'],
  },
}

/** A file of tests that cannot be run here, and why. */
export interface LeftOut {
  file: string
  why: string
}

/** Throws where a file of the folder does not say what it needs: it would never be run. */
export function leftOut({ folder, files }: Needs): LeftOut[] {
  const silent = readdirSync(folder).filter((file) => file.endsWith('.test.ts') && files[file] === undefined)
  if (silent.length > 0) throw new Error(`${silent.join(', ')} of ${folder} must say in needs.ts what is needed`)
  return Object.entries(files).flatMap(([file, programs]) => {
    const missing = programs.filter((program) => !isInstalled(program))
    return missing.length === 0 ? [] : [{ file: `${folder}/${file}`, why: describeMissing(missing) }]
  })
}

/**
 * Says what is left out, and why. With LEAVE_NOTHING_OUT in the environment it throws instead, if anything is.
 * @returns the paths of what is left out
 */
export function excludeMissing(needs: Needs): string[] {
  const files = leftOut(needs)
  const text = files.map(({ file, why }) => `Left out: ${file}, since this is not installed: ${why}.`).join('\n')
  if (text !== '' && process.env['LEAVE_NOTHING_OUT']) throw new Error(text)
  if (text !== '') console.warn(text)
  return files.map(({ file }) => file)
}
