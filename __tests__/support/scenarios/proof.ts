import { answeredTo, cloudIdentity, identity, jiraHeaders, permissions, tokens } from '../answers.ts'
import { goodToken } from '../healthy.ts'
import type { Reply } from '../reply.ts'
import { routes } from '../routes.ts'
import { type Scenario, scenario, withJira } from './scenario.ts'

const answering = (myself: Reply, inputs: Record<string, string> = {}) =>
  withJira({ respond: routes({ myself }) }, inputs)

const withHeaders = (headers: Record<string, string | string[]>, reply: Reply = identity()): Reply => ({
  ...reply,
  headers: { ...reply.headers, ...headers },
})

/** An answer of Jira of which an edge has taken the headers off. */
const stripped = (reply: Reply): Reply => ({ ...reply, headers: {} })

/** A 200 with this JSON, from whoever. */
const json = (body: unknown, headers: Record<string, string> = {}): Reply => ({ headers, body: JSON.stringify(body) })

const nobody = (name: string, title: string, myself: Reply, mentions: RegExp[] = []): Scenario =>
  scenario(name, {
    title,
    reason: 'no-identity',
    asks: ['identity'],
    statusCode: '200',
    mentions,
    setUp: answering(myself),
  })

const asks: Scenario['asks'] = ['identity', 'tokens']

/** What counts as proof that Jira named the user, and what does not: a line of the contract each. */
export const proof: Scenario[] = [
  scenario('proof-without-headers', {
    title: 'An edge takes the headers off, and the body alone shows that it is Jira’s',
    reason: 'authenticated',
    asks,
    setUp: withJira({ respond: routes({ myself: stripped(identity()), tokens: stripped(tokens([])) }) }),
  }),
  scenario('proof-by-header', {
    title: 'A body with little in it, and a header that only Jira sends',
    reason: 'authenticated',
    asks,
    setUp: answering({ headers: jiraHeaders, body: { name: 'svc-ci' } }),
  }),
  scenario('proof-out-ok', {
    title: 'Seraph says OUT, then OK',
    reason: 'authenticated',
    asks,
    setUp: answering(withHeaders({ 'X-Seraph-LoginReason': 'OUT, OK' })),
  }),
  scenario('proof-fresh-cache', {
    title: 'A cache on the way that asked Jira for this very answer',
    reason: 'authenticated',
    asks,
    setUp: answering(withHeaders({ Age: '0', 'X-Cache': 'RefreshHit from cloudfront', 'X-Cache-Lookup': 'HIT' })),
  }),
  scenario('proof-cloud', {
    title: 'Cloud names an account id alone, and the header the same',
    reason: 'authenticated',
    asks: ['identity'],
    setUp: withJira(
      {
        respond: routes({
          myself: withHeaders(
            { 'X-AACCOUNTID': '5b10ac8d82e05b22cc7d4ef5' },
            json({ accountId: '5b10ac8d82e05b22cc7d4ef5', active: true, displayName: 'CI Service' }),
          ),
        }),
      },
      { username: 'svc-ci' },
    ),
  }),
  nobody(
    'proof-jwt-expired',
    'The error of a gateway is called name',
    json({ name: 'TokenExpiredError', message: 'jwt expired' }),
  ),
  nobody(
    'proof-search-engine',
    'The banner of a search engine has a name',
    json({ name: 'node-1', cluster_name: 'x', version: {} }),
  ),
  nobody('proof-error-key', 'The key of an error message', json({ key: 'error.auth.invalid' })),
  nobody(
    'proof-half',
    'A name and a display name, and no word of being active',
    json({ name: 'svc-ci', displayName: 'CI' }),
  ),
  nobody('proof-blank-name', 'A user whose names are blank', identity({ name: ' ', key: '' })),
  nobody('proof-list', 'A list with a user in it', { headers: jiraHeaders, body: [{ name: 'svc-ci' }] }),
  nobody('proof-anonymous', 'The user is called anonymous', answeredTo(undefined, identity({ name: 'anonymous' }))),
  nobody('proof-echo', 'The name is the token itself', answeredTo(undefined, identity({ name: goodToken }))),
  nobody('proof-status-in-body', 'A body that has a status-code of its own', identity({ 'status-code': 401 }), [
    /error/,
  ]),
  nobody('proof-statuscode-in-body', 'A body that has a statusCode of its own', identity({ statusCode: 401 })),
  nobody('proof-errors-in-body', 'A body that has errorMessages', identity({ errorMessages: ['no'] })),
  nobody('proof-other-user', 'The header names somebody else', answeredTo('jdoe', identity()), [/X-AUSERNAME/]),
  nobody(
    'proof-two-users',
    'The header names the user and somebody else',
    withHeaders({ 'X-AUSERNAME': ['svc-ci', 'jdoe'] }),
  ),
  nobody(
    'proof-other-account',
    'The header of Cloud names another account',
    withHeaders({ 'X-AACCOUNTID': '2' }, cloudIdentity),
    [/X-AACCOUNTID/],
  ),
  nobody('proof-out', 'Seraph says OUT', withHeaders({ 'X-Seraph-LoginReason': 'OK, OUT' }), [/X-Seraph-LoginReason/]),
  nobody('proof-old', 'An answer of yesterday, out of a cache', withHeaders({ Age: '86400' }), [/cache/, /86400 s/]),
  nobody('proof-cache-hit', 'An answer that a cache had', withHeaders({ 'X-Cache': 'MISS from a, HIT from b' }), [
    /cache/,
  ]),
  scenario('proof-denied', {
    title: 'A user, and the word that the login is denied',
    reason: 'captcha-required',
    asks: ['identity'],
    statusCode: '200',
    setUp: answering(withHeaders({ 'X-Seraph-LoginReason': 'AUTHENTICATION_DENIED' })),
  }),
  scenario('proof-permissions-of-another', {
    title: 'The permissions are those of somebody else',
    reason: 'no-identity',
    stage: 'permissions',
    mentions: [/X-AUSERNAME/],
    setUp: withJira({ respond: routes({ permissions: answeredTo('jdoe', permissions()) }) }, { projects: 'OPS' }),
  }),
  scenario('proof-permissions-cached', {
    title: 'The permissions are somebody else’s, out of a cache',
    reason: 'no-identity',
    stage: 'permissions',
    mentions: [/cache/],
    setUp: withJira(
      { respond: routes({ permissions: withHeaders({ Age: '600' }, permissions()) }) },
      { projects: 'OPS' },
    ),
  }),
  scenario('proof-tokens-of-another', {
    title: 'The list of tokens is somebody else’s: the expiry is not known',
    reason: 'authenticated',
    asks,
    outputs: { 'expiry-status': 'unknown' },
    setUp: withJira({ respond: routes({ tokens: answeredTo('jdoe', tokens([{ name: 'ci', daysLeft: 80 }])) }) }),
  }),
]
