import { describe, expect, it } from 'vitest'
import type { Night } from '../../../src/watch/issues/update-issues.ts'
import { night, partner, type SeenState, startNights, token, unasked } from './nights.ts'

interface Row {
  title: string
  before?: string[]
  seen: Night
  after: string[]
}

const ci = (state: SeenState, changes: Parameters<typeof token>[2] = {}): Night => night([token('CI', state, changes)])

/** Nobody is left over, so the server's issue is not closed beside. */
const both = (one: SeenState, other: SeenState): Night => night([token('CI', one), token('RELEASE', other)])

const rows: Row[] = [
  { title: 'all is well', seen: ci('well'), after: [] },
  {
    title: 'a token is refused',
    seen: ci('token-rejected'),
    after: ['open CI token-rejected 1: token-rejected 1 [octocat] → octocat'],
  },
  ...(['expiring', 'expired', 'ambiguous', 'expiry-unknown'] as const).map((state) => ({
    title: `a usable token is ${state}`,
    seen: ci(state),
    after: [`open CI ${state} 1: ${state} 1 [octocat] → octocat`],
  })),
  {
    title: 'a token that expires within expiry-fail-days stands in its own issue',
    seen: ci('token-expiring'),
    after: ['open CI token-expiring 1: token-expiring 1 [octocat] → octocat'],
  },
  {
    title: 'a misconfigured entry stands in its own issue',
    seen: both('url-insecure', 'well'),
    after: ['open CI url-insecure 1: url-insecure 1 [octocat] → octocat'],
  },
  {
    title: 'a fault of our own stands in the token’s issue',
    seen: ci('internal-error'),
    after: ['open CI internal-error 1: internal-error 1 [octocat] → octocat'],
  },
  {
    title: 'one missing secret of two stands in its own issue',
    seen: both('token-missing', 'well'),
    after: ['open CI token-missing 1: token-missing 1 [octocat] → octocat'],
  },
  {
    title: 'a server is down: one issue, and nobody is told yet',
    seen: night([token('CI', 'timeout'), token('RELEASE', 'sso-login'), unasked('OTHER', 'server')]),
    after: ['open jira down 1: down 1'],
  },
  {
    title: 'two servers are down',
    seen: night([token('CI', 'timeout'), token('RELEASE', 'timeout', { baseUrl: partner })]),
    after: ['open jira down 1: down 1', 'open partner down 1: down 1'],
  },
  {
    title: 'a server’s address is taken as what it means',
    before: ['open jira down 1: down 1'],
    seen: night([token('CI', 'timeout', { baseUrl: 'HTTPS://JIRA.example.com:443/' })]),
    after: ['open jira down 1: down 1'],
  },
  {
    title: 'an unknown result without a URL stands in the token’s issue',
    seen: ci('timeout', { baseUrl: null }),
    after: ['open CI timeout 1: timeout 1 [octocat] → octocat'],
  },
  {
    title: 'every secret is missing: the list’s issue',
    seen: both('token-missing', 'token-missing'),
    after: ['open list no-secrets 1: no-secrets 1'],
  },
  {
    title: 'a job left no report, and time was up: the list’s issue',
    seen: night([unasked('CI', 'no-report'), unasked('RELEASE', 'time'), token('OTHER', 'well')]),
    after: ['open list incomplete 1: incomplete 1'],
  },
  {
    title: 'the list is unsound',
    seen: night([], { list: { name: undefined, path: '.github/jira-tokens.yml', unsound: 'Line 3.', isRead: true } }),
    after: ['open list unsound 1: unsound 1'],
  },
  {
    title: 'the list is sound again',
    before: ['open list unsound 1: unsound 1'],
    seen: ci('well'),
    after: ['completed list well 2: unsound 1, well 2'],
  },
  {
    title: 'the list changes its state',
    before: ['open list unsound 1: unsound 1'],
    seen: night([unasked('CI', 'time')]),
    after: ['open list incomplete 2: unsound 1, incomplete 2'],
  },
  {
    title: 'the same again: nothing is said',
    before: ['open CI token-rejected 1: token-rejected 1'],
    seen: ci('token-rejected'),
    after: ['open CI token-rejected 1: token-rejected 1'],
  },
  {
    title: 'the state changes: one comment',
    before: ['open CI expiring 1: expiring 1'],
    seen: ci('token-rejected'),
    after: ['open CI token-rejected 2: expiring 1, token-rejected 2 [octocat] → octocat'],
  },
  {
    title: 'a run was killed after it made a bare issue',
    before: ['open CI new 0'],
    seen: ci('token-rejected'),
    after: ['open CI token-rejected 1: token-rejected 1 [octocat] → octocat'],
  },
  {
    title: 'a run was killed between comment and text',
    before: ['open CI new 0: token-rejected 1'],
    seen: ci('token-rejected'),
    after: ['open CI token-rejected 1: token-rejected 1 [octocat]'],
  },
  {
    title: 'a run was killed between the comment of a change and the text',
    before: ['open CI expiring 1: expiring 1, token-rejected 2'],
    seen: ci('token-rejected'),
    after: ['open CI token-rejected 2: expiring 1, token-rejected 2 [octocat]'],
  },
  {
    title: 'a run was killed after it said that all is well, and it is not',
    before: ['open CI token-rejected 1: token-rejected 1, well 2'],
    seen: ci('token-rejected'),
    after: ['open CI token-rejected 3: token-rejected 1, well 2, token-rejected 3 [octocat] → octocat'],
  },
  {
    title: 'a run was killed after it said that all is well, and it is',
    before: ['open CI token-rejected 1: token-rejected 1, well 2'],
    seen: ci('well'),
    after: ['completed CI well 2: token-rejected 1, well 2'],
  },
  {
    title: 'it is well again: closed as completed, with a comment',
    before: ['open CI token-rejected 1: token-rejected 1'],
    seen: ci('well'),
    after: ['completed CI well 2: token-rejected 1, well 2'],
  },
  {
    title: 'a bare issue is well: closed',
    before: ['open CI new 0'],
    seen: ci('well'),
    after: ['completed CI well 1: well 1'],
  },
  {
    title: 'somebody opened it again while it is well: theirs',
    before: ['open CI well 2: token-rejected 1, well 2'],
    seen: ci('well'),
    after: ['open CI well 2: token-rejected 1, well 2'],
  },
  {
    title: 'and it fails again: the same issue',
    before: ['open CI well 2: token-rejected 1, well 2'],
    seen: ci('token-rejected'),
    after: ['open CI token-rejected 3: token-rejected 1, well 2, token-rejected 3 [octocat] → octocat'],
  },
  {
    title: 'it fails again after it was closed: one new issue',
    before: ['completed CI well 2: token-rejected 1, well 2'],
    seen: ci('token-rejected'),
    after: [
      'completed CI well 2: token-rejected 1, well 2',
      'open CI token-rejected 1: token-rejected 1 [octocat] → octocat',
    ],
  },
  {
    title: 'a person closed it as completed, and it still fails: one new issue',
    before: ['completed CI token-rejected 1: token-rejected 1'],
    seen: ci('token-rejected'),
    after: [
      'completed CI token-rejected 1: token-rejected 1',
      'open CI token-rejected 1: token-rejected 1 [octocat] → octocat',
    ],
  },
  {
    title: 'a person closed it as a duplicate, and it still fails: one new issue',
    before: ['duplicate CI token-rejected 1: token-rejected 1'],
    seen: ci('token-rejected'),
    after: [
      'duplicate CI token-rejected 1: token-rejected 1',
      'open CI token-rejected 1: token-rejected 1 [octocat] → octocat',
    ],
  },
  {
    title: 'a person closed it as not planned: silent',
    before: ['not_planned CI token-rejected 1: token-rejected 1'],
    seen: ci('token-rejected'),
    after: ['not_planned CI token-rejected 1: token-rejected 1'],
  },
  {
    title: 'a person closed the server’s as not planned: silent',
    before: ['not_planned jira down-told 2: down 1, down-told 2'],
    seen: ci('timeout'),
    after: ['not_planned jira down-told 2: down 1, down-told 2'],
  },
  {
    title: 'not planned, and the state changes: one new issue',
    before: ['not_planned CI expiring 1: expiring 1'],
    seen: ci('token-rejected'),
    after: ['not_planned CI expiring 1: expiring 1', 'open CI token-rejected 1: token-rejected 1 [octocat] → octocat'],
  },
  {
    title: 'not planned, and it is well meanwhile: marked so without a comment',
    before: ['not_planned CI expiring 1: expiring 1'],
    seen: ci('well'),
    after: ['not_planned CI well 1: expiring 1'],
  },
  {
    title: 'not planned, well since, and failing: one new issue',
    before: ['not_planned CI well 1: expiring 1'],
    seen: ci('expiring'),
    after: ['not_planned CI well 1: expiring 1', 'open CI expiring 1: expiring 1 [octocat] → octocat'],
  },
  {
    title: 'not planned more than 90 days ago: forgotten',
    before: ['not_planned CI expiring 1: expiring 1 -91d'],
    seen: ci('expiring'),
    after: ['not_planned CI expiring 1: expiring 1', 'open CI expiring 1: expiring 1 [octocat] → octocat'],
  },
  {
    title: 'not planned 89 days ago: remembered',
    before: ['not_planned CI expiring 1: expiring 1 -89d'],
    seen: ci('expiring'),
    after: ['not_planned CI expiring 1: expiring 1'],
  },
  {
    title: 'of several closed ones the last counts',
    before: ['not_planned CI expiring 1 -9d', 'completed CI expiring 1 -3d'],
    seen: ci('expiring'),
    after: [
      'not_planned CI expiring 1',
      'completed CI expiring 1',
      'open CI expiring 1: expiring 1 [octocat] → octocat',
    ],
  },
  {
    title: 'the last by its closing, not by its number',
    before: ['not_planned CI expiring 1 -3d', 'completed CI expiring 1 -9d'],
    seen: ci('expiring'),
    after: ['not_planned CI expiring 1', 'completed CI expiring 1'],
  },
  {
    title: 'the secret left the list: no longer watched',
    before: ['open GONE token-rejected 1: token-rejected 1'],
    seen: ci('well'),
    after: ['completed GONE well 2: token-rejected 1, well 2'],
  },
  {
    title: 'the last entry at a server left the list',
    before: ['open partner down-told 2: down 1, down-told 2'],
    seen: ci('well'),
    after: ['completed partner well 3: down 1, down-told 2, well 3'],
  },
  {
    title: 'a secret that was silenced left the list',
    before: ['not_planned GONE expiring 1: expiring 1'],
    seen: ci('well'),
    after: ['not_planned GONE well 1: expiring 1'],
  },
  {
    title: 'an unsound list closes nothing',
    before: ['open CI token-rejected 1', 'open GONE expiring 1', 'open jira down 1'],
    seen: night([], { list: { name: undefined, path: '.github/jira-tokens.yml', unsound: 'Line 3.', isRead: true } }),
    after: ['open CI token-rejected 1', 'open GONE expiring 1', 'open jira down 1', 'open list unsound 1: unsound 1'],
  },
  {
    title: 'a merge without a list closes nothing, and opens what it sees',
    before: ['open CI token-rejected 1', 'open GONE expiring 1', 'open jira down 1', 'open list incomplete 1'],
    seen: night([token('CI', 'well'), token('RELEASE', 'expiring')], {
      list: { name: '.github/jira-tokens.yml', path: undefined, unsound: undefined, isRead: false },
    }),
    after: [
      'open CI token-rejected 1',
      'open GONE expiring 1',
      'open jira down 1',
      'open list incomplete 1',
      'open RELEASE expiring 1: expiring 1 [octocat] → octocat',
    ],
  },
  {
    title: 'an older issue of a token stays untouched while its server is down',
    before: ['open CI token-rejected 1: token-rejected 1'],
    seen: ci('timeout'),
    after: ['open CI token-rejected 1: token-rejected 1', 'open jira down 1: down 1'],
  },
  {
    title: 'an entry that was not asked closes nothing',
    before: ['open CI token-rejected 1: token-rejected 1', 'open jira down 1: down 1'],
    seen: night([unasked('CI', 'time')]),
    after: [
      'open CI token-rejected 1: token-rejected 1',
      'open jira down 1: down 1',
      'open list incomplete 1: incomplete 1',
    ],
  },
  {
    title: 'a server is down while one entry stands in its issue',
    before: ['open jira down 1: down 1'],
    seen: night([token('CI', 'timeout'), token('RELEASE', 'well')]),
    after: ['open jira down 1: down 1'],
  },
  {
    title: 'a server answers again',
    before: ['open jira down 1: down 1'],
    seen: both('well', 'well'),
    after: ['completed jira well 2: down 1, well 2'],
  },
  {
    title: 'a server that refuses a token is not down',
    before: ['open jira down 1: down 1'],
    seen: ci('token-rejected'),
    after: ['completed jira well 2: down 1, well 2', 'open CI token-rejected 1: token-rejected 1 [octocat] → octocat'],
  },
  {
    title: 'a secret that is missing says nothing of the server',
    before: ['open jira down 1: down 1'],
    seen: night([token('CI', 'token-missing'), token('RELEASE', 'well', { baseUrl: partner })]),
    after: ['open jira down 1: down 1', 'open CI token-missing 1: token-missing 1 [octocat] → octocat'],
  },
  {
    title: 'a server is up where it answered about one token',
    before: ['open jira down 1: down 1'],
    seen: night([token('CI', 'token-missing'), token('RELEASE', 'well')]),
    after: ['completed jira well 2: down 1, well 2', 'open CI token-missing 1: token-missing 1 [octocat] → octocat'],
  },
  {
    title: 'a server is up that does not tell when a token expires',
    before: ['open jira down 1: down 1'],
    seen: ci('expiry-unknown', { result: 'unknown', reason: 'expiry-unknown', expiryState: null }),
    after: ['completed jira well 2: down 1, well 2', 'open CI expiry-unknown 1: expiry-unknown 1 [octocat] → octocat'],
  },
  {
    title: 'a fault of our own says nothing of the server',
    before: ['open jira down 1: down 1'],
    seen: ci('internal-error'),
    after: ['open jira down 1: down 1', 'open CI internal-error 1: internal-error 1 [octocat] → octocat'],
  },
  {
    title: 'a token whose server nobody could tell hides which servers have left the list',
    before: ['open partner down 1: down 1'],
    seen: night([token('CI', 'internal-error', { baseUrl: null }), token('RELEASE', 'well')]),
    after: ['open partner down 1: down 1', 'open CI internal-error 1: internal-error 1 [octocat] → octocat'],
  },
  ...(['url-missing', 'url-invalid'] as const).map((state) => ({
    title: `and one that has no server hides none: ${state}`,
    before: ['open partner down 1: down 1'],
    seen: night([token('CI', state, { baseUrl: null }), token('RELEASE', 'well')]),
    after: ['completed partner well 2: down 1, well 2', `open CI ${state} 1: ${state} 1 [octocat] → octocat`],
  })),
  {
    title: 'a server is down for 11 hours: still nobody is told',
    before: ['open jira down 1: down 1 -11h'],
    seen: ci('timeout'),
    after: ['open jira down 1: down 1'],
  },
  {
    title: 'for 12 hours and more: all owners, once each',
    before: ['open jira down 1: down 1 -13h'],
    seen: night([
      token('CI', 'timeout'),
      token('RELEASE', 'timeout', { owner: '@OctoCat' }),
      token('OTHER', 'timeout', { owner: '@hubot' }),
      token('TEAM', 'timeout', { owner: '@octo-org/build' }),
      token('WORDS', 'timeout', { owner: 'Jane Doe' }),
    ]),
    after: ['open jira down-told 2: down 1, down-told 2 → OctoCat hubot octo-org/build'],
  },
  {
    title: 'and no more after that',
    before: ['open jira down-told 2: down 1, down-told 2 -60h'],
    seen: ci('timeout'),
    after: ['open jira down-told 2: down 1, down-told 2'],
  },
  {
    title: 'a run was killed after it told the owners of a server',
    before: ['open jira down 1: down 1, down-told 2 -13h'],
    seen: ci('timeout'),
    after: ['open jira down-told 2: down 1, down-told 2'],
  },
  {
    title: 'a bare issue of a server that is older than 12 hours tells at once',
    before: ['open jira new 0 -24h'],
    seen: ci('timeout'),
    after: ['open jira down-told 1: down-told 1 → octocat'],
  },
  {
    title: 'of two open ones the lower number counts, and the other loses its marker',
    before: ['open CI token-rejected 1: token-rejected 1', 'open CI token-rejected 1: token-rejected 1'],
    seen: ci('token-rejected'),
    after: ['open CI token-rejected 1: token-rejected 1', 'not_planned unmarked: token-rejected 1'],
  },
  {
    title: 'two open ones, and all is well',
    before: ['open CI token-rejected 1: token-rejected 1', 'open CI new 0'],
    seen: ci('well'),
    after: ['completed CI well 2: token-rejected 1, well 2', 'not_planned unmarked'],
  },
  {
    title: 'a team is mentioned, and cannot be assigned',
    seen: ci('expiring', { owner: '@octo-org/build' }),
    after: ['open CI expiring 1: expiring 1 → octo-org/build'],
  },
  ...['@stranger', '@other-org/build', 'Jane Doe', '', '@octocat, @hubot', '@octocat @everyone'].map((owner) => ({
    title: `nobody is pinged for the owner “${owner}”`,
    seen: ci('expiring', { owner }),
    after: ['open CI expiring 1: expiring 1'],
  })),
]

describe('a night, and the same again, which changes nothing', () => {
  it.each(rows)('$title', async ({ before = [], seen, after }) => {
    const nights = await startNights(before)
    const first = await nights.run(seen)
    expect(first.warnings).toEqual([])
    expect(nights.show()).toEqual(after)

    const issues = JSON.stringify(nights.github.repository.issues)
    const second = await nights.run(seen)
    expect(second).toMatchObject({ opened: 0, updated: 0, closed: 0, warnings: [] })
    expect(JSON.stringify(nights.github.repository.issues)).toBe(issues)
  })
})
