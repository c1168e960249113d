import type { Program } from './row.ts'
import type { InputName } from './table.ts'

/** Whole sentences, for all programs, or for each that takes the input. */
type Meaning = string | Readonly<Partial<Record<Program, string>>>

/**
 * What each input means, for `action.yml` and the pages, with `{default}`, `{variable}`, `{min}` and `{max}` for what
 * its row says of these. It stands apart from the table since no run needs it: only the documentation reads it, and it
 * is not packaged.
 */
export const meanings: Readonly<Record<InputName, Meaning>> = {
  'jira-url':
    'Base URL of Jira, context path included, for example https://example.com/jira. If blank, the environment variable {variable}.',
  'confluence-url': {
    check:
      'Base URL of Confluence, to check one of its tokens instead. If blank, and jira-url and JIRA_DOMAIN too, the environment variable {variable}. Of the three URLs only one may be given.',
    rotate:
      'Base URL of Confluence, to rotate one of its tokens instead. If blank, and jira-url and JIRA_DOMAIN too, the environment variable {variable}. Of the three URLs only one may be given.',
  },
  'bitbucket-url': {
    check:
      'Base URL of Bitbucket Data Center, to check one of its HTTP access tokens instead. If blank, and the others too, the environment variable {variable}.',
    rotate:
      'Always ends as rotation-not-allowed, before anything is asked: Bitbucket lets no token make tokens. If blank, and the others too, the environment variable {variable}.',
  },
  token:
    'The personal access token, from a secret (secrets.{variable}). If blank, the environment variable {variable}; CONFLUENCE_PAT or BITBUCKET_PAT, where that product is asked.',
  username:
    'When set, HTTP Basic username:token is sent instead of Bearer: for Jira Cloud API tokens (the e-mail address of the account), the API Token Authenticator app, and legacy passwords. Leave it out for a personal access token or an OAuth 2.0 access token.',
  headers:
    'Lines “Name: value” that go with every request, for an access proxy in front of Jira (Cloudflare Access, IAP), from a secret. One header a line; not Authorization, Host, Content-…, Connection and their like, User-Agent or Cookie. The values are never shown.',
  'expected-user':
    'List; the token must belong to one of these users. Compared with name, key, e-mail address and account id, ignoring case.',
  projects: 'List of project keys that the token must reach, for example OPS, WEB. Not with confluence-url.',
  spaces: 'List of space keys of Confluence that the token must reach, for example OPS, ~svc-ci.',
  repositories: 'List of repositories of Bitbucket that the token must reach, as KEY/NAME, for example OPS/web.',
  permissions:
    'List of permission keys that the user must hold, in every project of projects. Where projects is blank, only global permissions such as ADMINISTER mean anything: Jira counts one of a project as held if any project grants it. BROWSE_PROJECTS if only projects is set. In Bitbucket PROJECT_READ, PROJECT_WRITE or PROJECT_ADMIN in every project of projects, REPO_READ, REPO_WRITE or REPO_ADMIN in every one of repositories, and none by default. Not with confluence-url.',
  'check-expiry': "Whether to read the token's expiry (not with username).",
  'token-name': {
    check:
      "The token's name in Jira, to tell it from the account's other tokens; or PREFIX-*, a family of tokens that jira-pat-check rotates.",
    rotate:
      "The present token's name on the server: for the first rotation, and after somebody has put a token in by hand.",
  },
  'expiry-warn-days': 'Warn when the token expires within so many days.',
  'expiry-fail-days':
    'Fail unless the token is known to live longer than so many days. If blank, the expiry never fails. Not with username, nor with check-expiry: false.',
  'fail-on': {
    check:
      'List of what fails the step: results ({default}), categories and reasons, or none. One with “!” before it does not fail (YAML wants quotation marks around a value that begins with it), and the narrowest word decides: refused, unknown, misconfigured, !unavailable lets only an answer that Jira is down or busy pass. Where all words have a “!”, they are taken from the default.',
    watch:
      'List of what fails the step, of any token: results, categories and reasons as in the check; expiring (also where it has expired) and expiry-unknown; or none. One with “!” before it does not fail, and the narrowest word decides.',
  },
  'timeout-seconds': {
    check: 'Bound on the whole check, retries included, from {min} to {max} seconds.',
    watch:
      'Bound on everything, from {min} to {max} seconds; on GitHub a quarter is kept for the issues. What is left when time is up counts as unknown.',
    rotate:
      'Bound on everything that comes before a new token is made, from {min} to {max} seconds; what follows is never cut short by it.',
  },
  retries:
    'How many times a transient failure (a reset connection, a 503, a rate limit) is retried, from {min} to {max}.',
  'ca-certificate':
    'Extra CA certificates, for a Jira with a certificate from a private CA: PEM text (also with its line breaks written as \\n, or all of it in base64), or the path of a PEM file. They add to the default ones.',
  'client-certificate': 'Client certificate for a Jira behind mutual TLS, likewise; goes with client-key.',
  'client-key': 'Private key of client-certificate, unencrypted, likewise, from a secret.',
  'allow-http':
    'Allow http:// to a host other than loopback (localhost, 127.0.0.0/8 or ::1). The token then crosses the network unencrypted.',
  'job-summary': 'Whether to write the job summary.',
  'github-token': {
    watch: 'Opens, updates and closes the issues: needs issues: write.',
    rotate:
      'A token of a GitHub App, or a personal access token, that may write these secrets; the job’s own GITHUB_TOKEN may not. Required unless store-command is given. Never used for anything else.',
  },
  tokens: 'Path of the list of tokens, or the list itself (YAML or JSON).',
  only: 'Names of the secrets to check, where each job of a matrix has its share. No issues are written then.',
  html: 'Path of an HTML page to write.',
  junit: 'Path of a JUnit file to write.',
  metrics: "Path of a file to write in Prometheus' text format, for node_exporter's textfile collector.",
  'report-path': 'Path to write the whole report to, as JSON.',
  merge:
    'Paths of reports (report-file), or folders of them, one a line: checks nothing, and makes the page, the outputs and the issues of all these.',
  issues: 'Whether to open, update and close GitHub issues.',
  'issue-label': 'Label of these issues, at most 50 characters, without a comma.',
  parallel: 'How many tokens are checked at a time, from {min} to {max}; at most two at one host.',
  secret:
    'Where the token goes, one a line or separated by commas, the one first that this workflow reads: NAME (a secret of the repository), env:ENVIRONMENT/NAME, org:NAME. Required unless store-command is given.',
  'name-prefix':
    "What the new tokens' names in Jira begin with, at most 19 characters; two secrets need two. If blank, it is made of the repository's name and the first secret.",
  days: 'Life of the new token in days; never: it does not expire.',
  'rotate-days': 'Rotate when so many days are left, but never before two thirds of its life are over.',
  'overlap-days': 'How many days the old token lives on after the store has handed out the new one.',
  revoke:
    'When the old token is revoked: later (after the overlap), never (it is left to expire), or now (after a leak: dispatch it by hand).',
  'store-command':
    'In place of secret, outside GitHub: a command that gets the new token on its standard input and stores it.',
  'read-command': 'A command that prints the token which is stored, for store-command.',
  'dry-run': 'Say what would be done, and change nothing.',
}

/** @returns what an input means in a program, or an empty text where it is none of that program's */
export function meaningFor(program: Program, meaning: Meaning): string {
  return typeof meaning === 'string' ? meaning : (meaning[program] ?? '')
}
