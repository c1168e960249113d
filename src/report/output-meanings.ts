import type { outputs } from './outputs.ts'

/** What each output means, for `action.yml` and the pages: only the documentation reads it, and it is not packaged. */
export const outputMeanings: Readonly<Record<keyof typeof outputs, string>> = {
  result: 'What may be concluded: usable, refused, unknown or misconfigured.',
  category:
    'Where it went wrong, coarse: ok, configuration, unauthorized, forbidden, connection, unavailable, not-jira (not-confluence, not-bitbucket), gate or internal.',
  reason: 'What exactly happened, one code of docs/reasons.md, for example authenticated or token-rejected.',
  stage: 'Which question was being asked: inputs, authentication, permissions or expiry.',
  message: 'What happened, in a sentence or two.',
  remedy: 'What to do about it; empty where there is nothing to do.',
  'status-code': 'HTTP status of the answer that decided; empty where there was none.',
  username: 'Login name of the user that the token belongs to.',
  'user-key': 'Key of that user.',
  'display-name': 'Display name of that user.',
  email: 'E-mail address of that user.',
  'time-zone': 'Time zone of that user, for example Europe/Berlin.',
  locale: 'Locale of that user, for example en_US.',
  'account-id': 'Account id of that user, on Cloud.',
  'token-expires-at': 'When the token expires, ISO 8601 in UTC; empty where it never does or is not known.',
  'token-days-left': 'Whole days until then, rounded down.',
  'token-name': 'Name of the token that the expiry belongs to.',
  'expiry-status': 'One of ok, expiring, expired, never, ambiguous, unknown, not-checked.',
  'missing-permissions':
    'JSON array of PROJECT:PERMISSION (or PERMISSION for a global one, PROJECT/REPOSITORY:PERMISSION in Bitbucket); empty where none was asked for, or where the server could not be asked.',
  report: 'The whole verdict as JSON, with schemaVersion.',
}
