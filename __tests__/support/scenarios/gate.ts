import { identity, permissions, ssoRedirect, tokens, tomcatRateLimited } from '../answers.ts'
import { routes } from '../routes.ts'
import { type Scenario, scenario, withJira } from './scenario.ts'

export const gate: Scenario[] = [
  scenario('user-inactive', {
    title: 'The user of the token has been deactivated',
    setUp: withJira({ respond: routes({ myself: identity({ active: false }) }) }),
  }),
  scenario('wrong-user', {
    title: 'The token belongs to somebody else',
    outputs: { username: 'svc-ci' },
    mentions: ['svc-ci', 'svc-deploy'],
    setUp: withJira({}, { 'expected-user': 'svc-deploy, svc-release' }),
  }),
  scenario('wrong-user-email', {
    title: 'The same where users are expected by e-mail address, which no text shows',
    reason: 'wrong-user',
    outputs: { username: 'svc-ci' },
    setUp: withJira({}, { 'expected-user': 'svc-deploy@example.com' }, { secrets: ['svc-deploy@example.com'] }),
  }),
  scenario('project-not-visible', {
    title: 'A project that does not exist, or that the user may not see',
    asks: ['identity', 'permissions OPS', 'permissions HR', 'tokens'],
    outputs: { 'missing-permissions': '["HR:BROWSE_PROJECTS"]' },
    mentions: ['HR'],
    setUp: withJira({}, { projects: 'OPS, HR' }),
  }),
  scenario('permission-missing', {
    title: 'The user lacks a permission in one of the projects',
    asks: ['identity', 'permissions OPS', 'permissions WEB', 'tokens'],
    outputs: { 'missing-permissions': '["WEB:DELETE_ISSUES"]' },
    mentions: ['WEB', 'DELETE_ISSUES'],
    setUp: withJira(
      {
        respond: routes({
          permissions: ({ path }) =>
            path.includes('projectKey=WEB') ? permissions({ without: ['DELETE_ISSUES'] }) : undefined,
        }),
      },
      { projects: 'OPS, WEB', permissions: 'BROWSE_PROJECTS, DELETE_ISSUES' },
    ),
  }),
  scenario('permission-missing-global', {
    title: 'The user lacks a global permission',
    reason: 'permission-missing',
    outputs: { 'missing-permissions': '["ADMINISTER"]' },
    mentions: ['ADMINISTER'],
    setUp: withJira({}, { permissions: 'ADMINISTER, BULK_CHANGE' }),
  }),
  scenario('permission-unknown', {
    title: 'This Jira knows no permission of that name',
    outputs: { 'missing-permissions': '["OPS:CREATE_ISUES"]' },
    mentions: ['CREATE_ISUES', 'CREATE_ISSUES', /know/],
    setUp: withJira({}, { projects: 'OPS', permissions: 'CREATE_ISUES' }),
  }),
  scenario('permission-truthy', {
    title: 'havePermission is "true", which is not true',
    reason: 'permission-missing',
    outputs: { 'missing-permissions': '["OPS:BROWSE_PROJECTS"]' },
    setUp: withJira(
      {
        respond: routes({
          permissions: {
            body: { permissions: { BROWSE_PROJECTS: { key: 'BROWSE_PROJECTS', havePermission: 'true' } } },
          },
        }),
      },
      { projects: 'OPS' },
    ),
  }),
  scenario('permission-like-a-method', {
    title: 'A permission named constructor is not there just because every object has one',
    reason: 'permission-unknown',
    outputs: { 'missing-permissions': '["OPS:constructor"]' },
    setUp: withJira({}, { projects: 'OPS', permissions: 'constructor' }),
  }),
  scenario('project-and-permission', {
    title: 'A project that is not visible and a permission that is missing: all of it is listed',
    reason: 'project-not-visible',
    outputs: { 'missing-permissions': '["HR:BROWSE_PROJECTS","ADMINISTER"]' },
    setUp: withJira({}, { projects: 'OPS, HR', permissions: 'BROWSE_PROJECTS, ADMINISTER' }),
  }),
  scenario('token-expiring', {
    title: 'The token expires within expiry-fail-days',
    asks: ['identity', 'tokens'],
    outputs: { 'expiry-status': 'expiring', 'token-days-left': '2', 'token-name': 'ci' },
    setUp: withJira(
      { respond: routes({ tokens: tokens([{ name: 'ci', daysLeft: 2 }]) }) },
      { 'expiry-fail-days': '7' },
    ),
  }),
  scenario('rate-limited-at-permissions', {
    title: 'The permissions cannot be read: too many requests',
    reason: 'rate-limited',
    stage: 'permissions',
    statusCode: '429',
    setUp: withJira({ respond: routes({ permissions: tomcatRateLimited(17) }) }, { projects: 'OPS', retries: '0' }),
  }),
  scenario('sso-login-at-permissions', {
    title: 'A login page in the middle of the gates',
    reason: 'sso-login',
    stage: 'permissions',
    statusCode: '302',
    setUp: withJira({ respond: routes({ permissions: ssoRedirect }) }, { projects: 'OPS' }),
  }),
  scenario('invalid-json-at-permissions', {
    title: 'The permissions have another shape than they should',
    reason: 'invalid-json',
    stage: 'permissions',
    statusCode: '200',
    setUp: withJira({ respond: routes({ permissions: { body: { permissions: 'all' } } }) }, { projects: 'OPS' }),
  }),
]
