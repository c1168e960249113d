import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { reasonTable } from '../../src/catalogue/reasons.ts'

/** The reasons of 1.0.0 with their results. */
const IN_1: Readonly<Record<string, string>> = {
  ...of('usable', 'authenticated'),
  ...of('misconfigured', 'jira-url-missing jira-url-invalid jira-url-insecure token-missing token-malformed'),
  ...of('misconfigured', 'input-invalid certificate-invalid tls-verification-off'),
  ...of('refused', 'token-rejected basic-rejected pat-unsupported captcha-required basic-auth-disabled'),
  ...of('refused', 'cloud-needs-basic access-denied user-inactive wrong-user project-not-visible'),
  ...of('refused', 'permission-missing token-expiring'),
  ...of('unknown', 'edge-unauthorized edge-forbidden dns-not-found dns-unavailable connection-refused'),
  ...of('unknown', 'connection-reset network-unreachable timeout tls-untrusted tls-expired'),
  ...of('unknown', 'tls-hostname-mismatch tls-protocol tls-client-certificate proxy-unreachable'),
  ...of('unknown', 'proxy-unauthorized proxy-refused not-http response-cut response-too-large rate-limited'),
  ...of('unknown', 'jira-starting jira-maintenance gateway-error server-error sso-login redirected not-found'),
  ...of('unknown', 'html-page empty-response invalid-json no-identity unexpected-status internal-error'),
}

function of(result: string, reasons: string): Record<string, string> {
  return Object.fromEntries(reasons.split(' ').map((reason) => [reason, result]))
}

const now: Readonly<Record<string, { readonly result: string }>> = reasonTable

const rows = Array.from(
  readFileSync('CHANGELOG.md', 'utf8')
    .split('### From 1 to 2')[1]
    ?.split('\n### ')[0]
    ?.matchAll(/^\| `([\w-]+)` \| (.+) \| (.+) \|$/gm) ?? [],
  ([, reason = '', before = '', after = '']) => ({ reason, before, after }),
)

/** What a cell calls a reason: a code with a hyphen that is one of either version. */
const reasonsIn = (cell: string): string[] =>
  Array.from(cell.matchAll(/`([a-z]+(?:-[a-z]+)*)`/g), ([, code = '']) => code).filter(
    (code) => code in IN_1 || code in now,
  )

describe('the table from 1 to 2 in CHANGELOG.md', () => {
  it('has a row for every reason that there was or is, and not in both', () => {
    const listed = rows.map(({ reason }) => reason)
    const either = [...Object.keys(IN_1), ...Object.keys(now)].filter((reason) => !(reason in IN_1 && reason in now))
    expect(listed).toEqual(expect.arrayContaining(either))
    expect(listed.filter((reason, index) => listed.indexOf(reason) !== index)).toEqual([])
    expect(listed.filter((reason) => !(reason in IN_1) && !(reason in now))).toEqual([])
  })

  it('has a row for every reason with another result than before', () => {
    const moved = Object.keys(IN_1).filter((reason) => reason in now && now[reason]?.result !== IN_1[reason])
    expect(rows.map(({ reason }) => reason)).toEqual(expect.arrayContaining(moved))
  })

  it.each(rows)('says of $reason what it was and is', ({ reason, before, after }) => {
    const known = now[reason]
    if (reason in IN_1) expect(before.split(/[ ,;:]/, 1)).toEqual([IN_1[reason]])
    else expect(reasonsIn(before).filter((code) => !(code in IN_1))).toEqual([])
    // Words of its own may stand before the result of one that was there already.
    if (known === undefined) expect(reasonsIn(after).filter((code) => code in now)).toHaveLength(1)
    else if (!(reason in IN_1)) expect(after.split(/[ ,;:]/, 1)).toEqual([known.result])
    else expect(known.result).toBe(IN_1[reason])
  })

  it('names only reasons of 1 as what an answer was', () => {
    const was = rows.flatMap(({ after }) => /which w(?:as|ere) (.*)$/.exec(after)?.[1] ?? []).flatMap(reasonsIn)
    expect(was.length).toBeGreaterThan(10)
    expect(was.filter((code) => !(code in IN_1))).toEqual([])
  })
})
