import { rotateStep } from './additions.ts'
import type { Entry } from './entry.ts'

const RENEW = 'Create a new token in {product} at {tokenPage}, and store it in the secret.'
const RENAME = '[Put its name in place of “{givenTokenName}” in <token-name>.]'
const REVOKE = 'Then revoke the old one.'

/** What was asked for besides the proof of identity. */
export const gates = {
  'user-inactive': {
    when: '`active` is false',
    title: 'The user of the token is deactivated',
    message: 'The token belongs to {user}, and {product} says that this user is not active.',
    remedy: ['Have a {product} administrator activate the user, or use a token of an active one.'],
  },
  'wrong-user': {
    when: 'not one of `expected-user`',
    title: 'The token belongs to another user',
    message: 'The token belongs to {user}, who is not among the expected users: {expected}.',
    remedy: ['Store a token of the expected user in the secret, or correct <expected-user>.'],
  },
  'project-not-visible': {
    when: 'a project that does not exist or that the user may not see',
    title: 'The token does not reach every project',
    message: '{user} cannot see {projects}: there is no such project, or the user may not browse it.',
    cause: '[All that is missing: {missing}.][ Unknown to this {product}: {unknownPermissions}.]',
    remedy: [
      'Check the project key ({projectKeyPlace}).',
      'Have an administrator of the project give the user {projectRole}.',
    ],
  },
  'space-not-visible': {
    when: 'a space that does not exist or that the user may not see',
    title: 'The token does not reach every space',
    message: '{user} cannot see {spaces}: there is no such space, or the user may not view it.',
    remedy: [
      'Check the space key (as in its address: OPS in /display/OPS or /spaces/OPS).',
      'Have an administrator of the space give the user the permission to view it.',
    ],
  },
  'repository-not-visible': {
    when: 'a repository that does not exist or that the user may not see',
    title: 'The token does not reach every repository',
    message: '{user} cannot see {repositories}: there is no such repository, or the user may not read it.',
    cause: '[All that is missing: {missing}.]',
    remedy: [
      'Check the key of the project and the name of the repository in its address: OPS/web in /projects/OPS/repos/web.',
      'Have an administrator of the repository or of its project give the user Repository read.',
    ],
  },
  'permission-missing': {
    when: 'at least one permission is missing; all are listed at once',
    title: 'The user lacks permissions in {product}',
    message: '{user} lacks {missing}.',
    cause: '[Unknown to this {product}: {unknownPermissions}.]',
    remedy: [
      'Have an administrator grant what is missing {permissionPlace}.',
      '[Or create a token with wider permissions: {scopeCaveat}.]',
      '[Correct {unknownPermissions} in <permissions>: this {product} knows no permission of that name.]',
    ],
  },
  'permission-unknown': {
    when: 'this Jira knows no permission of that name; the nearest one is named, and it counts in `missing-permissions`',
    title: 'This {product} knows no such permission',
    message: 'This {product} knows no permission named {unknownPermissions}[; perhaps {meant} is meant].',
    remedy: [
      '[Put {meant} in <permissions>, if that is what is meant.]',
      'The keys are those that {baseUrl}/rest/api/2/mypermissions lists, for example CREATE_ISSUES.',
    ],
  },
  'token-expiring': {
    when: 'expires within `expiry-fail-days`',
    title: 'The {product} token expires too soon',
    message: 'The token[ “{tokenName}”] of {user} {expiry}, which is within <expiry-fail-days>.',
    remedy: [RENEW, RENAME, REVOKE, rotateStep],
  },
  'expiry-unknown': {
    when: '`expiry-fail-days`, or a rotation, asks for a proof that cannot be had: the list cannot be read, holds no live token, a date that makes no sense, nothing of the name `token-name`, or several of which the first expires too soon',
    title: 'When the {product} token expires is not known',
    message: 'It is not known when the token of {user} expires[, though {gateInput} asks for a proof]: {problem}.',
    cause: '{product} accepts the token now.',
    remedy: [
      '[Set <token-name> to the name of the token that is in the secret (it may be “{ambiguousName}”), so that its own date counts.]',
      '[Ask {operator} to let requests for {path} through like those for the identity.]',
      'Look at the list of tokens at {tokenPage}, logged in as that user.',
      '[Where the expiry is not to stop the job, leave {gateInput} out: <expiry-warn-days> warns all the same.]',
    ],
  },
} as const satisfies Record<string, Entry>
