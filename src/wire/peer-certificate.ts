import type { Certificate, PeerCertificate as NodeCertificate } from 'node:tls'
import type { PeerCertificate } from './answer.ts'

/** @returns what the server's certificate says of itself; undefined where it sent none: Node gives an empty object */
export function describePeer(certificate: Partial<NodeCertificate>): PeerCertificate | undefined {
  const { subject, issuer, subjectaltname, valid_from: validFrom = '', valid_to: validTo = '' } = certificate
  if (subject === undefined || issuer === undefined) return undefined
  return {
    subject: describeName(subject),
    issuer: describeName(issuer),
    hosts: subjectaltname?.split(', ').map((name) => name.replace(/^(?:DNS|IP Address):/, '')) ?? [],
    validFrom,
    validTo,
  }
}

/** A distinguished name on one line, as in `CN=jira.example.com, O=Example`. */
function describeName(name: Certificate): string {
  return Object.entries(name)
    .map(([attribute, value]) => `${attribute}=${value}`)
    .join(', ')
}
