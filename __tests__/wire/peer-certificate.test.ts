import { describe, expect, it } from 'vitest'
import { describePeer } from '../../src/wire/peer-certificate.ts'

const certificate = {
  subject: { CN: 'jira.example.com', O: 'Example' },
  issuer: { CN: 'Example CA' },
  valid_from: 'Mar  1 12:00:00 2026 GMT',
  valid_to: 'Mar  1 12:00:00 2027 GMT',
}
const described = {
  subject: 'CN=jira.example.com, O=Example',
  issuer: 'CN=Example CA',
  validFrom: certificate.valid_from,
  validTo: certificate.valid_to,
}

describe('what a certificate says of itself', () => {
  it.each<[names: string | undefined, hosts: string[]]>([
    ['DNS:jira.example.com, IP Address:192.0.2.1', ['jira.example.com', '192.0.2.1']],
    ['URI:https://jira.example.com/DNS:1', ['URI:https://jira.example.com/DNS:1']],
    [undefined, []],
  ])('for %s', (subjectaltname, hosts) => {
    expect(describePeer({ ...certificate, ...(subjectaltname && { subjectaltname }) })).toEqual({ ...described, hosts })
  })

  it('is nothing where there is none', () => {
    expect(describePeer({})).toBeUndefined()
  })
})
