/** What the outputs mean that the rotation has besides those of the check, or that say more there; for its `action.yml`, and not packaged. */
export const rotationOutputMeanings = {
  category:
    'Where it went wrong, coarse: ok, configuration, unauthorized, forbidden, connection, unavailable, not-jira (not-confluence, not-bitbucket), gate, rotation or internal.',
  stage: 'What was being done: inputs, authentication, expiry or rotation.',
  rotation:
    'What was done: not-due, created, healed, revoked, waiting or none; in a dry run also would-create, would-heal or would-revoke.',
  'new-token-name': 'Name of the token that was made; empty where none was.',
  'new-token-expires-at': 'When it expires, ISO 8601 in UTC; empty where it never does, and where none was made.',
  'revoked-tokens': 'JSON array of the names of the tokens that were revoked.',
} as const
