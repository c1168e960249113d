import type { ListedToken } from '../answers/tokens.ts'
import {
  bearerRejected,
  jiraDate,
  jiraUnavailable,
  loginRedirect,
  neverExpires,
  tokens,
  tomcatNotFound,
  tomcatRateLimited,
} from '../answers.ts'
import type { Reply } from '../reply.ts'
import { routes } from '../routes.ts'
import { type Scenario, scenario, withJira } from './scenario.ts'

const reason = 'authenticated'

const withTokens = (listed: ListedToken[], inputs: Record<string, string> = {}) =>
  withJira({ respond: routes({ tokens: tokens(listed) }) }, inputs)

const withTokenList = (reply: Reply, inputs: Record<string, string> = {}) =>
  withJira({ respond: routes({ tokens: reply }) }, inputs)

/** What the token list can tell while the token itself is good. */
export const expiry: Scenario[] = [
  scenario('expiring', {
    title: 'The token expires within expiry-warn-days',
    reason,
    warnings: 1,
    outputs: { 'expiry-status': 'expiring', 'token-days-left': '5', 'token-name': 'ci' },
    setUp: withTokens([{ name: 'ci', daysLeft: 5 }]),
  }),
  scenario('expiring-by-name', {
    title: 'token-name tells the expiring token from the others',
    reason,
    warnings: 1,
    outputs: { 'expiry-status': 'expiring', 'token-days-left': '3', 'token-name': 'deploy' },
    setUp: withTokens(
      [
        { name: 'ci', daysLeft: 200 },
        { name: 'deploy', daysLeft: 3 },
      ],
      { 'token-name': 'deploy' },
    ),
  }),
  scenario('expired-neighbour', {
    title: 'An expired token beside the live one does not count',
    reason,
    outputs: { 'expiry-status': 'ok', 'token-days-left': '40', 'token-name': 'ci' },
    setUp: withTokens([
      { name: 'old', daysLeft: -3 },
      { name: 'ci', daysLeft: 40 },
    ]),
  }),
  scenario('expired-by-name', {
    title: 'token-name names a token that has expired, while another one was sent',
    reason,
    warnings: 1,
    outputs: { 'expiry-status': 'expired', 'token-name': 'old' },
    setUp: withTokens(
      [
        { name: 'old', daysLeft: -3 },
        { name: 'ci', daysLeft: 40 },
      ],
      { 'token-name': 'old' },
    ),
  }),
  scenario('ambiguous', {
    title: 'Several live tokens: the earliest expiry is a risk, and far enough away',
    reason,
    outputs: { 'expiry-status': 'ambiguous', 'token-days-left': '40', 'token-name': 'ci' },
    setUp: withTokens([
      { name: 'ci', daysLeft: 40 },
      { name: 'deploy', daysLeft: 200 },
    ]),
  }),
  scenario('expiry-unknown', {
    title: 'Several live tokens, and the earliest expiry is inside expiry-fail-days',
    mentions: ['token-name', 'ci'],
    outputs: { 'expiry-status': 'ambiguous', 'token-days-left': '2', 'token-name': 'ci' },
    setUp: withTokens(
      [
        { name: 'ci', daysLeft: 2 },
        { name: 'deploy', daysLeft: 200 },
      ],
      { 'expiry-fail-days': '7' },
    ),
  }),
  scenario('never', {
    title: 'The token never expires: the year 9999',
    reason,
    outputs: { 'expiry-status': 'never', 'token-expires-at': '', 'token-days-left': '' },
    setUp: withTokens([{ name: 'ci', expiringAt: neverExpires }]),
  }),
  scenario('never-null', {
    title: 'The token never expires: no date',
    reason,
    outputs: { 'expiry-status': 'never' },
    setUp: withTokens([{ name: 'ci', expiringAt: null }]),
  }),
  scenario('all-never', {
    title: 'Several live tokens, none of which ever expires',
    reason,
    outputs: { 'expiry-status': 'never' },
    setUp: withTokens([
      { name: 'ci', expiringAt: neverExpires },
      { name: 'deploy', expiringAt: undefined },
    ]),
  }),
  scenario('no-live-token', {
    title: 'The list holds no live token at all',
    reason,
    outputs: { 'expiry-status': 'unknown', 'token-expires-at': '', 'token-days-left': '' },
    setUp: withTokens([{ name: 'old', daysLeft: -3 }]),
  }),
  scenario('unreadable-date', {
    title: 'A date that nobody can read',
    reason,
    outputs: { 'expiry-status': 'unknown', 'token-expires-at': '', 'token-days-left': '' },
    setUp: withTokens([{ name: 'ci', expiringAt: 'next summer' }]),
  }),
  scenario('token-name-unknown', {
    title: 'token-name names a token that is not there',
    reason,
    warnings: 1,
    outputs: { 'expiry-status': 'unknown', 'token-expires-at': '' },
    setUp: withTokens([{ name: 'ci', daysLeft: 40 }], { 'token-name': 'cd' }),
  }),
  scenario('token-list-missing', {
    title: 'This Jira has no token list: a log line',
    reason,
    outputs: { 'expiry-status': 'unknown' },
    setUp: withTokenList(tomcatNotFound),
  }),
  scenario('token-list-login', {
    title: 'A login instead of the token list, though expiry-fail-days asks for it',
    reason: 'expiry-unknown',
    mentions: ['/rest/pat/latest/tokens'],
    outputs: { 'expiry-status': 'unknown' },
    setUp: withTokenList(loginRedirect('/rest/pat/latest/tokens'), { 'expiry-fail-days': '7' }),
  }),
  scenario('rotated', {
    title: 'token-name is the family of a rotated token, of which the newest counts',
    reason,
    outputs: { 'expiry-status': 'ok', 'token-days-left': '60', 'token-name': 'release-261101-22222222-a1b2' },
    setUp: withTokens(
      [
        { name: 'release-261001-11111111-a1b2', daysLeft: 5, createdDaysAgo: 60 },
        { name: 'release-261101-22222222-a1b2', daysLeft: 60, createdDaysAgo: 20 },
      ],
      { 'token-name': 'release-*' },
    ),
  }),
  scenario('expiry-not-checked', {
    title: 'check-expiry is switched off',
    reason,
    asks: ['identity'],
    outputs: { 'expiry-status': 'not-checked', 'token-expires-at': '' },
    setUp: withJira({}, { 'check-expiry': 'false' }),
  }),
  scenario('ambiguous-far', {
    title: 'Several live tokens, and all of them outlive expiry-fail-days: the gate holds',
    reason,
    outputs: { 'expiry-status': 'ambiguous', 'token-days-left': '80', 'token-name': 'ci' },
    setUp: withTokens(
      [
        { name: 'ci', daysLeft: 80 },
        { name: 'deploy', daysLeft: 200 },
      ],
      { 'expiry-fail-days': '7' },
    ),
  }),
  scenario('expiry-gate-name-unknown', {
    title: 'expiry-fail-days, and the account has no token of the name token-name',
    reason: 'expiry-unknown',
    outputs: { 'expiry-status': 'unknown' },
    setUp: withTokens([{ name: 'ci', daysLeft: 80 }], { 'expiry-fail-days': '7', 'token-name': 'deploy' }),
  }),
  scenario('expiry-gate-unreadable', {
    title: 'expiry-fail-days, and a date that makes no sense',
    reason: 'expiry-unknown',
    outputs: { 'expiry-status': 'unknown' },
    setUp: withTokens([{ name: 'ci', expiringAt: 'soon' }], { 'expiry-fail-days': '7' }),
  }),
  scenario('expiry-gate-refused-list', {
    title: 'expiry-fail-days, and the list of tokens is refused though the token was just accepted',
    reason: 'expiry-unknown',
    mentions: ['HTTP 401'],
    setUp: withTokenList(bearerRejected, { 'expiry-fail-days': '7' }),
  }),
  scenario('expiry-gate-rate-limited', {
    title: 'expiry-fail-days, and too many requests by the time of the last question',
    reason: 'rate-limited',
    stage: 'expiry',
    statusCode: '429',
    setUp: withTokenList(tomcatRateLimited(120), { 'expiry-fail-days': '7' }),
  }),
  scenario('expiry-gate-healed', {
    title: 'expiry-fail-days, and the list of tokens comes at the second attempt',
    reason,
    asks: ['identity', 'tokens', 'tokens'],
    // Made anew for each run: once it is back, a Jira stays.
    setUp: () => {
      const respond = routes({ tokens: [jiraUnavailable, tokens([{ name: 'ci', daysLeft: 80 }])] })
      return withJira({ respond }, { 'expiry-fail-days': '7' })()
    },
  }),
  scenario('idle-neighbours', {
    title: 'Other tokens that nobody uses, which is worth a word of advice',
    reason,
    outputs: { 'expiry-status': 'ok', 'token-name': 'ci' },
    setUp: withTokens(
      [
        { name: 'ci', daysLeft: 60 },
        { name: 'laptop', daysLeft: 100, usedDaysAgo: 200, createdDaysAgo: 300 },
        { name: 'forever', expiringAt: jiraDate(Date.now() + 900 * 24 * 60 * 60 * 1000), createdDaysAgo: 100 },
      ],
      { 'token-name': 'ci' },
    ),
  }),
]
