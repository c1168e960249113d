import type { Row } from './row.ts'

const ROTATE = { programs: { rotate: {} } } as const

/** No token can be given more by any Jira whose default holds: 365 days, and some have raised it. */
const MAX_DAYS = 36_500

/** Of the one table those rows that only `rotate` has. */
export const rotateRows = {
  secret: {
    ...ROTATE,
    kind: 'text',
    help: 'where it goes: NAME, env:ENVIRONMENT/NAME, org:NAME',
  },
  'name-prefix': {
    ...ROTATE,
    kind: 'word',
    pattern: /^[\w.-]{1,19}$/,
    accepts: 'up to 19 letters, digits and the signs “_”, “.” and “-”',
    help: "what the new tokens' names begin with",
  },
  days: {
    ...ROTATE,
    kind: 'word',
    pattern: /^(?:never|[1-9]\d{0,3}|[12]\d{4}|3[0-5]\d{3}|36[0-4]\d{2}|36500)$/,
    accepts: `a whole number of days from 1 to ${MAX_DAYS}, or never`,
    words: ['never'],
    default: '90',
    help: 'life of the new token in days ({default}), or never',
  },
  'rotate-days': {
    ...ROTATE,
    kind: 'whole-number',
    min: 0,
    max: MAX_DAYS,
    unit: 'days',
    default: 14,
    help: 'rotate when so many days are left ({default})',
  },
  'overlap-days': {
    ...ROTATE,
    kind: 'whole-number',
    min: 0,
    max: MAX_DAYS,
    unit: 'days',
    default: 7,
    help: 'how long the old token lives on ({default})',
  },
  revoke: {
    ...ROTATE,
    kind: 'word',
    pattern: /^(?:later|never|now)$/,
    accepts: 'later, never or now',
    words: ['later', 'never', 'now'],
    default: 'later',
    help: 'when the old token is revoked: later, never, now ({default})',
  },
  'store-command': { ...ROTATE, kind: 'text', help: 'command that stores the token from its input' },
  'read-command': { ...ROTATE, kind: 'text', help: 'command that prints the stored token' },
  'dry-run': { ...ROTATE, kind: 'boolean', default: false, help: 'say what would be done; change nothing ({default})' },
} satisfies Record<string, Row>
