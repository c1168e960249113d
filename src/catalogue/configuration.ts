import type { Entry } from './entry.ts'

const misconfigured = { category: 'configuration', result: 'misconfigured' } as const

export const configuration = {
  'url-missing': {
    ...misconfigured,
    when: 'neither the input nor the environment gives a URL',
    title: 'No Jira URL given',
    message: 'There is no Jira to ask: the input jira-url is blank, and so is the environment variable JIRA_DOMAIN.',
    remedy: [
      'Set the input jira-url to the address at which people open Jira, for example https://jira.example.com, or set the environment variable JIRA_DOMAIN.',
      'Where it comes from a variable such as vars.JIRA_URL, check that the variable exists for this repository or environment.',
    ],
  },
  'url-invalid': {
    ...misconfigured,
    when: 'no scheme, a scheme other than http(s), credentials, a query, a fragment, or a pasted page or REST path',
    title: 'The Jira URL is not a base URL',
    message: 'The Jira URL {problem}.[ It was probably meant to be {correction}.]',
    remedy: [
      'Set the input jira-url (or JIRA_DOMAIN) to [{correction}, ]the base URL of Jira: scheme, host and, where there is one, the context path.',
    ],
  },
  'url-insecure': {
    ...misconfigured,
    when: '`http://` to a host other than loopback, without `allow-http`',
    title: 'The Jira URL would send the token unencrypted',
    message: 'The Jira URL begins with http://, so that anybody on the way could read the token. Nothing was sent.',
    remedy: [
      'Use https instead of http[: {correction}], if Jira offers it, as it should.',
      'Only where the network is trusted and there is no HTTPS, set the input allow-http to true.',
    ],
  },
  'token-missing': {
    ...misconfigured,
    when: 'the token is empty; a pull request from a fork or Dependabot has secrets withheld',
    title: 'No Jira token given',
    message:
      'The token is empty: the input token is blank, and so is the environment variable JIRA_PAT.[ The likely cause: {withheld}.]',
    remedy: [
      'Check that the secret exists under exactly that name, for this repository, its organization or the environment that the job names, and that the step passes it on, as the input token or as the environment variable JIRA_PAT. A reusable workflow gets only the secrets that its caller hands over.',
      'On GitHub, pull requests from forks get no secrets, and runs of Dependabot get only Dependabot secrets: skip this step there or, for Dependabot, store the token as a Dependabot secret too.',
    ],
  },
  'token-malformed': {
    ...misconfigured,
    when: 'inner white space or control characters, non-ASCII, a pasted `Bearer `, surrounding quotes, or a placeholder: nothing is sent',
    title: 'The Jira token is malformed',
    message: 'The token {problem}. Nothing was sent.',
    remedy: [
      'Store the token again, exactly as Jira showed it when it was created: one unbroken string of letters, digits and symbols, with nothing before or after it.',
    ],
  },
  'input-invalid': {
    ...misconfigured,
    when: 'any other input, or a proxy variable, that cannot be read',
    title: 'Invalid setting: {input}',
    message: '{input} {problem}.',
    remedy: ['Correct {input}: it accepts {accepts}.'],
  },
  'certificate-invalid': {
    ...misconfigured,
    when: 'a CA or client certificate or key that is missing, unreadable, not PEM, expired, or does not fit',
    title: 'A certificate or key cannot be used: {input}',
    message: '{input} {problem}.',
    remedy: [
      'Set {input} to PEM text (with its BEGIN and END lines and its line breaks), or to the path of a PEM file that exists on the runner.',
      'A client certificate has to be valid now, and client-key has to be its own private key, without a passphrase.',
      'To convert a DER file to PEM: openssl x509 -inform der -in FILE -out FILE.pem (for a key: openssl pkey -inform der).',
    ],
  },
  'tls-verification-off': {
    ...misconfigured,
    when: '`NODE_TLS_REJECT_UNAUTHORIZED=0` in the environment: the token would go to an unverified peer',
    title: 'TLS verification is switched off',
    message:
      'The environment has NODE_TLS_REJECT_UNAUTHORIZED=0, so that the token could go to anybody who impersonates Jira. Nothing was sent.',
    remedy: [
      'Remove NODE_TLS_REJECT_UNAUTHORIZED from the workflow, the job and the runner.',
      "Where Jira's certificate is from a private CA, set the input ca-certificate to that CA.",
    ],
  },
} as const satisfies Record<string, Entry>
