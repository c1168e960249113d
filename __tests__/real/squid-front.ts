import { execFile } from 'node:child_process'
import { chmod, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Certificates } from './certificates.ts'
import { startJiras } from './jiras.ts'
import { pathOf } from './programs.ts'
import type { FrontPlan } from './shared-front.ts'
import { squidArguments } from './squid.ts'

const ports = ['bumping', 'windows'] as const

export type SquidPort = (typeof ports)[number]

/** Squid that opens TLS, with certificates that the CA of the proxy signs. */
export async function squid({ server, proxyRoot, root }: Certificates): Promise<FrontPlan<SquidPort>> {
  const jiras = await startJiras({}, { tls: { cert: server.certificate, key: server.key } })
  return {
    jiras,
    program: 'squid',
    template: new URL('configurations/squid.conf', import.meta.url),
    ports,
    values: {
      root: root.certificateFile,
      security_file_certgen: pathOf('security_file_certgen'),
      ntlm_fake_auth: pathOf('ntlm_fake_auth'),
    },
    files: { 'ca.pem': proxyRoot.certificate + proxyRoot.key, hosts: '127.0.0.1 jira.example.com\n' },
    async prepare(folder) {
      const certificates = join(folder, 'certificates')
      await promisify(execFile)(pathOf('security_file_certgen'), ['-c', '-s', certificates, '-M', '1MB'])
      // It has left root behind when it writes there.
      for (const name of ['', ...(await readdir(certificates))]) await chmod(join(certificates, name), 0o777)
    },
    args: (file, _folder, { bumping }) => squidArguments(file, bumping),
    ready: /Accepting SSL bumped HTTP Socket/,
  }
}
