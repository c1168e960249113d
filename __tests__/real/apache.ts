import { dirname } from 'node:path'
import { never } from '../support/reply.ts'
import type { Certificates } from './certificates.ts'
import { startJiras } from './jiras.ts'
import { pathOf } from './programs.ts'
import type { FrontPlan } from './shared-front.ts'

const ports = ['http', 'firewall', 'tls13', 'tls12'] as const

export type ApachePort = (typeof ports)[number]

/** Apache with the modules by which companies put a login or a firewall before Jira. */
export async function apache({ root, server }: Certificates): Promise<FrontPlan<ApachePort>> {
  const jiras = await startJiras({ '/slow': () => ({ after: never }) })
  return {
    jiras,
    program: 'apache2',
    template: new URL('configurations/apache.conf', import.meta.url),
    ports,
    values: {
      jira: jiras.port,
      modules: dirname(pathOf('mod_security2.so')),
      certificate: server.certificateFile,
      key: server.keyFile,
      root: root.certificateFile,
    },
    files: { 'saml.key': server.key, 'saml.crt': server.certificate, 'idp.xml': identityProvider },
    args: (file) => ['-DFOREGROUND', '-f', file],
    ready: /resuming normal operations/,
  }
}

/** What a SAML identity provider tells of itself. */
const identityProvider = `<?xml version="1.0"?>
<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.org/">
  <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
      Location="https://idp.example.org/start"/>
  </IDPSSODescriptor>
</EntityDescriptor>
`
