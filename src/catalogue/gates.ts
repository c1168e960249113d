import type { Entry } from './entry.ts'

const gate = { category: 'gate', result: 'refused' } as const

export const gates = {
  'user-inactive': {
    ...gate,
    when: '`active` is false',
    title: 'The user of the token is deactivated',
    message: 'The token belongs to {user}, and Jira says that this user is not active.',
    remedy: ['Have a Jira administrator activate the user, or use a token of an active one.'],
  },
  'wrong-user': {
    ...gate,
    when: 'not one of `expected-user`',
    title: 'The token belongs to another user',
    message: 'The token belongs to {user}, who is not among the expected users: {expected}.',
    remedy: ['Store a token of the expected user in the secret, or correct the input expected-user.'],
  },
  'project-not-visible': {
    ...gate,
    when: 'a project that does not exist or that the user may not see',
    title: 'The token does not reach every project',
    message:
      '{user} cannot see {projects}: no such project, or the user may not browse it.[ All that is missing: {missing}.][ Unknown to this Jira: {unknownPermissions}.]',
    remedy: [
      'Check the project key (as in the keys of its issues: OPS in OPS-123, upper case).',
      'Have an administrator of the project give the user a role or group with Browse Projects.',
    ],
  },
  'permission-missing': {
    ...gate,
    when: 'at least one permission is missing, or this Jira knows none of that name; all are listed at once',
    title: 'The user lacks permissions in Jira',
    message: '{user} lacks {missing}.[ Unknown to this Jira: {unknownPermissions}.]',
    remedy: [
      '[Correct {unknownPermissions} in the input permissions: this Jira knows no permission of that name. The keys are those that {jira}/rest/api/2/mypermissions lists, for example CREATE_ISSUES.]',
      "Have an administrator grant what is missing in the project's permission scheme (a global one under Global permissions).",
    ],
  },
  'token-expiring': {
    ...gate,
    when: 'expires within `expiry-fail-days`',
    title: 'The Jira token expires too soon',
    message: 'The token[ “{tokenName}”] of {user} {expiry}, which is within expiry-fail-days.',
    remedy: [
      'Create a new token in Jira[ at {tokenPage}], update the secret with it[, replace “{givenTokenName}” in token-name by its name], and then revoke the old one.',
    ],
  },
} as const satisfies Record<string, Entry>
