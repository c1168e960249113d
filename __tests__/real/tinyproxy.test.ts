import { describe } from 'vitest'
import { itBehind, type Passage, playThrough } from './shared-front.ts'
import { tinyproxy } from './tinyproxy.ts'
import { type Expected, expectVerdict } from './verdict.ts'

const it = itBehind(tinyproxy)

const known = { login: 'svc-ci:proxy-passw0rd', secrets: ['proxy-passw0rd'] }

describe('tinyproxy', () => {
  it.concurrent('lets through who has its login', async ({ expect, front, made }) => {
    const inputs = { 'ca-certificate': made.root.certificate }
    const played = await playThrough(front, { port: 'http', path: '/known', ...known, inputs })
    expectVerdict(expect, played, { reason: 'authenticated' })
  })

  it.concurrent('has a password of one letter, which does not blot out the log', async ({ expect, front, made }) => {
    const inputs = { 'ca-certificate': made.root.certificate }
    const played = await playThrough(front, { port: 'http', path: '/short', login: 'svc-short:s', inputs })
    expectVerdict(expect, played, { reason: 'authenticated' })
    expect(played.result.masks).not.toContain('s')
    expect(played.result.stdout).toContain('https://jira.example.com')
  })

  // No name server is asked about a host name with a label of more than 63 letters.
  const unresolvable = `https://jira-${'a'.repeat(60)}.example.com`

  const refusals: [what: string, passage: Partial<Passage<'http'>>, expected: Expected][] = [
    ['wants a login', {}, { reason: 'proxy-unauthorized', mentions: ['407', 'https_proxy', 'USER:PASSWORD'] }],
    [
      'allows only some ports',
      { ...known, jiraPort: 8443 },
      { reason: 'proxy-refused', mentions: ['403', '8443', 'port 443 only'] },
    ],
    [
      'forbids a host',
      { ...known, inputs: { 'jira-url': 'https://forbidden.example.com' } },
      { reason: 'proxy-refused', mentions: ['403', 'Filtered'] },
    ],
    [
      'cannot resolve the host, and says 500',
      { ...known, inputs: { 'jira-url': unresolvable, retries: '1' } },
      { reason: 'proxy-refused', mentions: ['500', 'Unable to connect', /tried 2 times/i] },
    ],
  ]
  it.concurrent.for(refusals)('%s', async ([, passage, expected], { expect, front }) => {
    const played = await playThrough(front, { port: 'http', path: '/refused', ...passage })
    expectVerdict(expect, played, expected)
  })
})
