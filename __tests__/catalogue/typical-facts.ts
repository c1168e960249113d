import type { AllFacts } from '../../src/catalogue/facts.ts'
import type { Words } from '../../src/catalogue/fill.ts'

/** Every fact that a template may name, as it typically is. */
export const typicalFacts: AllFacts = {
  jira: 'https://jira.example.com',
  host: 'jira.example.com',
  status: '503',
  input: 'retries',
  problem: 'is not what it should be',
  accepts: 'a whole number of seconds from 1 to 600',
  correction: 'https://jira.example.com/jira',
  withheld: 'this is a pull request from a fork, from which GitHub withholds secrets',
  edge: 'nginx',
  newBaseUrl: 'https://jira.example.org',
  location: 'https://sso.example.com/login',
  loginUrl: 'https://jira.example.com/login.jsp',
  version: '8.13.0',
  pageTitle: 'Welcome',
  seconds: '30',
  phase: 'waiting for the answer',
  detail: 'a detail',
  request: 'allow HTTP/1.1 beside HTTP/2',
  alert: 'alert 40',
  subject: 'CN=jira.example.com',
  issuer: 'CN=Example Root CA',
  certificateHosts: 'wiki.example.com, www.example.com',
  validity: 'has expired on 2026-10-23',
  proxy: 'proxy.example.com:3128',
  proxyVariable: 'HTTPS_PROXY',
  proxyWords: 'Forbidden, ERR_ACCESS_DENIED: its rules forbid it',
  proxyLogins: 'NTLM and Negotiate',
  connectPort: '8443',
  retryAt: 'in 17 s (2026-11-22T12:00:17Z)',
  user: 'CI Service (svc-ci)',
  provenUser: 'CI Service (svc-ci)',
  expected: ['svc-deploy', 'svc-release'],
  projects: ['HR', 'WEB'],
  held: ['BROWSE_PROJECTS in OPS, APP'],
  missing: ['HR:BROWSE_PROJECTS', 'WEB:BROWSE_PROJECTS'],
  unknownPermissions: ['FLY'],
  tokenName: 'ci',
  givenTokenName: 'ci',
  expiry: 'expires on 2026-12-03 (11 days left)',
  tokenPage: 'https://jira.example.com/secure/ViewProfile.jspa',
  attempts: '3',
  wait: '600 s',
}

/** The same in words, as a template takes them. */
export const typicalWords: Words = Object.fromEntries(
  Object.entries(typicalFacts).map(([name, fact]) => [name, [fact].flat().join(', ')]),
)
