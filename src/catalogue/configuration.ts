import type { Entry } from './entry.ts'

export const configuration = {
  'url-missing': {
    when: 'neither the input nor the environment gives a URL',
    title: 'No {product} URL given',
    message: 'There is no {product} to ask: <url> is blank, and so is the environment variable {urlVariable}.',
    remedy: [
      'Set <url> (or {urlVariable}) to the address at which people open {product}, for example {exampleUrl}.',
      'Where it comes from a variable of the CI system, check that one of exactly that name exists for this job.',
    ],
  },
  'url-invalid': {
    when: 'no scheme, a scheme other than http(s), a login in any spelling, a query, a fragment, or a pasted page or REST path',
    title: 'The {product} URL is not a base URL',
    message: 'The {product} URL {problem}.',
    cause: '[It was probably meant to be {correction}.]',
    remedy: [
      'Set <url> (or {urlVariable}) to [{correction}, ]the base URL of {product}: scheme, host and, where there is one, the context path.',
    ],
  },
  'url-insecure': {
    when: '`http://` to a host other than loopback, without `allow-http`',
    title: 'The {product} URL would send the token unencrypted',
    message: 'The {product} URL begins with http://, so that anybody on the way could read the token.',
    cause: 'Nothing was sent.',
    remedy: [
      'Use https instead of http[: {correction}], if {product} offers it, as it should.',
      'Only where the network is trusted and there is no HTTPS, set <allow-http> to true.',
    ],
  },
  'token-missing': {
    when: 'the token is empty, or the variable that a list of tokens names; a pull request from a fork or Dependabot has secrets withheld',
    title: 'No {product} token given',
    message: 'There is no token to check: {problem}[, most likely because {withheld}].',
    remedy: [
      '[Skip this step in {forkRuns}: give it the line {forkCondition} beside its uses.]',
      '[Check the token elsewhere than in {forkRuns}: on push to a branch of the repository itself, or on a schedule.]',
      '[Store the token as a secret of {dependabot} too: Settings > Secrets and variables > Dependabot.]',
      '[Or skip this step in runs of {dependabot}: give it the line {dependabotCondition} beside its uses.]',
      '[The step has {alike}: if that is meant, correct the name in the list or under env.]',
      '[Give the step the secret, in a line of its own under env: {envLine}.]',
      '[Check that {listedSecret} exists, under exactly that name, as a secret of the repository, of its organization, or of the environment that the job names.]',
      '[Set {listedVariable} to the token, as a secret variable of the CI system that this job may read.]',
      '[Check that the secret exists under exactly that name for {repository}, its organization, or the environment that the job names.]',
      '[In the workflow, pass that secret of {repository} to the step, as <token> or as the environment variable {patVariable}.]',
      '[Where the workflow in {repository} is a reusable one, have its caller hand over the secret (secrets: inherit).]',
      '[Check what writes to {pipe}: it has to print the token, and to end.]',
      '[Set {tokenVariable} to the token, as a secret variable of the CI system that this job may read: a protected one reaches only protected branches.]',
      '[Or give the token on standard input, with --token - (then {tokenVariable} does not count).]',
    ],
  },
  'token-malformed': {
    when: 'inner white space or control characters, non-ASCII, a pasted `Bearer `, `Basic ` or `token:`, quotes, base64 of `mail:token`, a placeholder, a session cookie, parameters of OAuth 1.0a, or the token of another system; with `username` only what no password can be: nothing is sent',
    title: 'The {product} token is malformed',
    message: 'The token {problem}.',
    cause: 'Nothing was sent.',
    remedy: [
      'Store {wanted}.',
      '[A {bearerToken} is one unbroken string of letters, digits and signs, which {product} shows once, when it is created.]',
    ],
  },
  'input-invalid': {
    when: 'any other input, a variable that looks like one, or a proxy variable, that cannot be read',
    title: 'Invalid setting: {input}',
    message: '{input} {problem}.',
    cause: '[Perhaps {meant} is meant.]',
    remedy: [
      '[Put {meant} in its place, if that is what is meant.]',
      '[Rename {ownVariable} where it is a variable of your own: those names are for inputs.]',
      '[Correct {input}: it accepts {accepts}.]',
      '[Or reach {sparedHost} without a proxy, if that is possible: name it in no_proxy.]',
    ],
  },
  'certificate-invalid': {
    when: 'a CA or client certificate or key that is missing, unreadable, not PEM, expired, or does not fit',
    title: 'A certificate or key cannot be used: {input}',
    message: '{input} {problem}.',
    remedy: ['Set {input} to {wanted}.'],
  },
  'node-unsupported': {
    when: 'an older Node than 22.15 runs this',
    title: 'This Node.js is too old',
    message: 'Node.js {nodeVersion} runs jira-pat-check, which needs {minNodeVersion} or later.',
    cause: 'Nothing was sent.',
    remedy: [
      'Run it on Node.js {minNodeVersion} or later, best on 24: nodejs.org/en/download, or an image such as node:24.',
      'Where GitHub’s runner should have brought the right one, update the runner: it needs to know node24 (2.327.1 or later).',
    ],
  },
  'tls-verification-off': {
    when: '`NODE_TLS_REJECT_UNAUTHORIZED=0` in the environment: the token would go to an unverified peer',
    title: 'TLS verification is switched off',
    message:
      'The environment has NODE_TLS_REJECT_UNAUTHORIZED=0, so that the token could go to anybody who impersonates {product}.',
    cause: 'Nothing was sent.',
    remedy: [
      'Remove NODE_TLS_REJECT_UNAUTHORIZED from the workflow, the job and the runner.',
      "Where {product}'s certificate is from a private CA, set <ca-certificate> to that CA.",
    ],
  },
} as const satisfies Record<string, Entry>
