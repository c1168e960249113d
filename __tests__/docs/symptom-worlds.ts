import { tokenOf } from '../support/accounts.ts'
import { bearerRejected, identity, tokens } from '../support/answers.ts'
import { goodToken } from '../support/healthy.ts'
import { startJira } from '../support/jira.ts'
import { oldNode } from '../support/old-node.ts'
import { routes } from '../support/routes.ts'
import { EVENT, issues, jira, list, reason, rotation, scenarios, shell, type World, workflows } from './worlds.ts'

const successor = { createdDays: -1, expiresDays: 89 } as const

const jwt = (exp: number): string =>
  ['{"alg":"RS256"}', `{"exp":${exp}}`, 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.')

/** By the anchors of their sections: at least one world each, in which its proof shows what the section says. */
export const worlds: Readonly<Record<string, readonly World[]>> = {
  'jira-rejected-the-token-401': scenarios(['token-rejected', 'token-rejected-envelope', 'version-9-token-rejected']),
  '401-only-in-ci': scenarios(['token-rejected']),
  'it-works-with-curl-and-the-check-gets-401': scenarios(['token-rejected']),
  '401-now-and-then-and-the-next-run-is-fine': [
    jira('a node that does not know the token yet', {
      respond: routes({ myself: [identity(), bearerRejected, identity(), bearerRejected, identity()] }),
    }),
  ],
  'the-jira-token-is-malformed': scenarios([
    'token-malformed',
    'token-with-line-break',
    'token-with-white-space',
    'token-quoted',
    'token-with-address',
    'token-cookie',
    'token-of-github',
    'token-of-gitlab',
    'token-of-npm',
    'token-placeholder-2',
  ]),
  'the-token-was-pasted-with-a-line-break-at-its-end': [
    shell('a line break', { JIRA_PAT: `${goodToken}\n` }),
    shell('one of Windows', { JIRA_PAT: `${goodToken}\r\n` }),
  ],
  'no-jira-token-given': scenarios(['token-missing']),
  'the-secret-is-empty-on-pull-requests': scenarios(['token-missing-fork', 'token-missing-dependabot']),
  'it-is-a-json-web-token-that-expired': [shell('an access token', { JIRA_PAT: jwt(1_700_000_000) })],
  'jira-cloud-wants-a-user-name-and-an-api-token-403': [
    ...scenarios(['cloud-needs-basic']),
    shell('an API token', { JIRA_PAT: 'ATATT3xFfGF0abcdef', JIRA_URL: 'http://127.0.0.1:9' }),
  ],
  'this-version-of-jira-has-no-personal-access-tokens-401': scenarios(['pat-unsupported', 'version-8-too-old']),
  'jira-rejected-the-user-name-and-password-or-api-token-401': scenarios(['basic-rejected', 'basic-rejected-with-200']),
  'jira-requires-this-user-to-solve-a-captcha-403': scenarios(['captcha-required', 'captcha-by-seraph']),
  'basic-authentication-is-switched-off-in-jira-403': scenarios(['basic-auth-disabled']),
  'the-step-is-green-and-a-later-step-gets-401': scenarios(['authenticated']),
  'the-step-is-green-and-a-later-step-gets-403-or-404': scenarios(['permission-missing']),
  'jira-denies-the-user-access-403': scenarios(['access-denied']),
  'the-user-of-the-token-is-deactivated': scenarios(['user-inactive']),
  'the-token-belongs-to-another-user': scenarios(['wrong-user']),
  'the-token-does-not-reach-every-project': scenarios(['project-not-visible']),
  'the-user-lacks-permissions-in-jira': scenarios(['permission-missing']),
  'this-jira-knows-no-such-permission': scenarios(['permission-unknown']),
  'no-jira-url-given': [shell('no variable', { JIRA_DOMAIN: '' })],
  'the-jira-url-is-not-a-base-url': scenarios([
    'url-invalid',
    'url-page',
    'url-rest',
    'url-login',
    'url-query',
    'url-fragment',
    'url-dashboard',
  ]),
  'the-jira-url-would-send-the-token-unencrypted': [shell('http', { JIRA_URL: 'http://127.0.0.1:9' })],
  'there-is-no-jira-at-this-url-404': scenarios(['not-found']),
  'the-browser-opens-jira-and-the-check-gets-404': [jira('below /jira', { contextPath: '/jira' })],
  'the-server-redirects-elsewhere-301': scenarios(['redirected', 'redirected-relative']),
  'the-browser-opens-jira-and-the-check-is-redirected': scenarios(['redirected', 'sso-login', 'sso-login-jira']),
  'it-is-confluence-or-bitbucket-that-answered': (['confluence', 'bitbucket'] as const).map((product) => ({
    name: product,
    async setUp() {
      const { url, close } = await startJira({ product })
      return { env: { JIRA_URL: url }, close }
    },
  })),
  'a-web-page-answered-instead-of-jira': reason('html-page'),
  'the-answer-is-empty-200': scenarios(['empty-response', 'no-content']),
  'the-answer-is-not-what-jira-sends': scenarios(['invalid-json']),
  'unexpected-answer-http-418': scenarios(['unexpected-status']),
  'it-works-on-my-machine-and-not-on-the-runner': scenarios(['connection-refused', 'tls-untrusted']),
  'the-connection-to-jira-is-refused': reason('connection-refused'),
  'the-connection-was-closed-without-an-answer': reason('connection-reset'),
  'jira-did-not-answer-in-time': reason('timeout'),
  'what-answered-does-not-speak-http': reason('not-http'),
  'the-answer-breaks-the-rules-of-http': reason('malformed-response'),
  'the-answer-of-jira-was-cut-short': reason('response-cut'),
  'the-answer-is-far-too-large': reason('response-too-large'),
  'the-tls-certificate-of-jira-is-not-trusted': reason('tls-untrusted'),
  'curl-reaches-jira-and-the-check-says-that-the-certificate-is-not-trusted': scenarios(['tls-untrusted']),
  'the-tls-certificate-of-jira-is-not-valid-at-this-time': reason('tls-expired'),
  'the-tls-certificate-is-for-another-host': reason('tls-hostname-mismatch'),
  'no-tls-connection-to-jira': reason('tls-protocol'),
  'jira-is-behind-mutual-tls-client-certificate-missing-or-rejected': reason('tls-client-certificate'),
  'tls-verification-is-switched-off': scenarios(['tls-verification-off']),
  'a-certificate-or-key-cannot-be-used-ca-certificate': scenarios(['certificate-damaged', 'certificate-invalid']),
  'the-proxy-is-not-used': scenarios(['connection-refused', 'authenticated']),
  'the-proxy-does-not-answer': reason('proxy-unreachable'),
  'the-proxy-wants-a-login-407': reason('proxy-unauthorized'),
  'the-proxy-does-not-connect-to-jira-403': reason('proxy-refused'),
  'a-login-page-answered-instead-of-jira': scenarios([
    'sso-login',
    'sso-login-page',
    'jira-login-page',
    'sso-login-jira',
  ]),
  'something-in-front-of-jira-wants-its-own-login-401': reason('edge-unauthorized'),
  'something-in-front-of-jira-blocks-the-request-403': scenarios([
    'edge-forbidden-cloudflare',
    'edge-forbidden-f5',
    'edge-forbidden-nobody',
    'front-aws-waf',
    'front-f5-200',
    'front-modsecurity',
  ]),
  'the-answer-does-not-prove-whose-token-this-is': scenarios(['no-identity', 'anonymous', 'identity-is-a-list']),
  'it-comes-out-of-a-cache': scenarios(['proof-old', 'proof-cache-hit']),
  'too-many-requests-for-now-429': scenarios(['rate-limited', 'front-rate-limit']),
  'every-job-of-the-matrix-fails-at-once': scenarios(['rate-limited', 'captcha-required']),
  'jira-is-starting-or-stopping': scenarios(['starting', 'jira-stopping', 'jira-first-run']),
  'jira-is-in-maintenance': scenarios(['maintenance']),
  'the-gateway-in-front-of-jira-gets-no-answer-from-it-502': scenarios([
    'gateway-error',
    'gateway-unavailable',
    'front-proxy-error',
    'front-cloudflare-522',
    'front-haproxy-503',
  ]),
  'the-server-answered-with-an-error-of-its-own-500': scenarios(['server-error', 'server-unavailable']),
  'the-step-is-red-and-jira-was-only-down': [shell('a later step', { RESULT: 'unknown', CATEGORY: 'unavailable' })],
  'invalid-setting-timeout-seconds': [shell('a unit', { VALUE: '30 s' })],
  'jira_check_project-is-no-input': [shell('a misspelt one', { JIRA_CHECK_PROJECT: 'OPS' })],
  'unexpected-inputs-in-the-annotations': [
    shell(
      'where a runner keeps actions',
      { RUNNER_WORKSPACE: 'work/octo-repo' },
      {
        'work/octo-repo/README.md': '',
        'work/_actions/jira-pat-check/jira-pat-check/v2/action.yml': 'inputs:\n  projects:\n    required: false\n',
      },
    ),
  ],
  'this-nodejs-is-too-old': [shell('a Node of old', { NODE_OPTIONS: oldNode('20.19.5').join(' ') })],
  'the-step-is-green-and-the-annotation-says-that-the-token-was-refused': [
    shell('a later step', { RESULT: 'refused' }),
  ],
  'the-check-itself-failed': [shell('a later step', { REASON: 'internal-error' })],
  'the-outputs-are-empty-in-another-job': [shell('another job', { RESULT: '' })],
  'there-are-asterisks-in-links-and-names': [shell('an address', { JIRA_URL: 'https://jira.example.com' })],
  'two-summaries-in-one-job-look-alike': [
    shell('a workflow', {}, { '.github/workflows/release.yml': '      - uses: jira-pat-check/jira-pat-check@v2\n' }),
  ],
  'the-jira-token-expires-too-soon': scenarios(['token-expiring', 'expiring']),
  'it-worked-yesterday': [
    jira(
      'an expired one beside it',
      { respond: routes({ tokens: tokens([{ name: 'ci', daysLeft: -1 }]) }) },
      {
        JIRA_USER: 'svc-ci',
        JIRA_PASSWORD: goodToken,
      },
    ),
  ],
  'it-expired-and-nobody-was-warned': [shell('an old run', { EXPIRY: 'ambiguous', DAYS: '' })],
  'when-the-jira-token-expires-is-not-known': scenarios(['ambiguous', 'expiry-unknown', 'all-never']),
  'a-jira-token-of-this-account-expires-soon': scenarios(['ambiguous']),
  'token-name-names-a-token-that-has-expired': scenarios(['expired-by-name']),
  'of-the-secrets-that-the-list-names-this-step-has-none': [
    shell('no env:', {}, { '.github/jira-tokens.yml': list }),
    shell(
      'one of two',
      { JIRA_PAT_A: tokenOf('a') },
      { '.github/jira-tokens.yml': 'tokens:\n- secret: "JIRA_PAT_A"\n- secret: JIRA_PAT_B\n' },
    ),
  ],
  'the-list-is-no-list-that-can-be-used': [
    shell('a key that no entry takes', {}, { '.github/jira-tokens.yml': `${list}    ownr: jane\n` }),
    shell('broken YAML', {}, { '.github/jira-tokens.yml': 'tokens: [\n' }),
  ],
  'github-does-not-let-this-token-write-issues-http-403': [
    issues('no permission', { mayWrite: false }),
    issues('no issues', { hasIssues: false }),
  ],
  'a-token-needs-care-and-no-issue-is-opened': [
    shell(
      'a pull request',
      { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/1/merge', GITHUB_EVENT_PATH: EVENT },
      { [EVENT]: '{"repository":{"default_branch":"main"}}' },
    ),
  ],
  'there-are-two-issues-for-the-same-token': [issues('a label that is gone', {}, true)],
  'two-lists-close-each-others-issues': [
    shell('two lists', {}, { '.github/jira-tokens.yml': list, '.github/other-tokens.yml': list }),
  ],
  'a-token-was-not-asked-about-as-its-server-failed-others': [
    shell(
      'a report',
      { REPORT_FILE: 'report.json' },
      {
        'report.json': JSON.stringify({
          tokens: [
            { secret: 'JIRA_PAT_A', asked: true, unaskedBecause: null, reason: 'timeout' },
            { secret: 'JIRA_PAT_B', asked: false, unaskedBecause: 'server', reason: 'timeout' },
          ],
        }),
      },
    ),
  ],
  'the-rotation-of-a-token-has-stopped': [workflows('disabled_inactivity'), workflows('disabled_manually')],
  'the-watch-has-gone-quiet': [workflows('disabled_inactivity'), workflows('disabled_fork')],
  'the-output-needs-care-is-empty': [shell('a later step', { CARE: '' })],
  'no-token-can-be-made-with-the-token-http-403': ([401, 403, 404, 302] as const).map((creationRefused) =>
    rotation(`${creationRefused}`, () => {}, { creationRefused }),
  ),
  'the-account-has-too-many-jira-tokens': [
    rotation('ten', ({ tokens: kept }) => {
      for (let number = 1; number < 10; number++) kept.plant({ name: `old-${number}`, createdDays: -9, expiresDays: 9 })
    }),
  ],
  'jira-refuses-the-life-of-the-new-token': [rotation('a life of 90 days', () => {})],
  'the-secret-cannot-be-written-jira_pat': [
    rotation('no permission', ({ secrets }) => secrets.closed.add('repository')),
  ],
  'resource-not-accessible-by-integration-403': [
    rotation('no permission', ({ secrets }) => secrets.closed.add('repository')),
  ],
  'the-new-jira-token-could-not-be-proven': [
    rotation('one that is left over', (world) => world.plantFamily(world.handOut(), successor)),
  ],
  'what-the-secret-holds-now-is-not-known': [rotation('written long ago', () => {})],
  'the-stored-token-is-not-the-one-that-comes-out': [rotation('two places of one name', () => {})],
  'a-new-jira-token-was-made-and-is-lost': [
    rotation('one that nobody used', (world) => world.plantFamily(world.handOut(), successor)),
  ],
  'a-re-run-changes-nothing': [shell('a second attempt', { GITHUB_RUN_ATTEMPT: '2' })],
  'two-runs-at-once-made-two-tokens': [
    rotation('twins', (world) => {
      world.plantFamily(world.handOut(), successor)
      world.plantFamily(world.handOut(), successor)
    }),
  ],
  'jobs-get-401-right-after-a-rotation': [shell('a job', { GITHUB_RUN_ATTEMPT: '1', JIRA_PAT: goodToken })],
  'which-jira-token-is-stored-is-in-doubt': [
    rotation('a stranger', (world) => {
      world.plantFamily(world.handOut(), { createdDays: -9, expiresDays: 81 })
      world.tokens.plant({ name: 'by-hand', createdDays: -1, expiresDays: 89 })
    }),
  ],
  'an-old-jira-token-still-lives': [rotation('the first one', () => {})],
  'the-token-ends-before-its-successor-comes-out-of-the-store': [rotation('two places of one name', () => {})],
  'the-new-token-never-expires': [
    rotation('one without an end', (world) => world.plantFamily(world.handOut(), { createdDays: -1 })),
  ],
  'the-tokens-live-very-short': [
    rotation('five days', (world) => world.plantFamily(world.handOut(), { createdDays: -1, expiresDays: 4 })),
  ],
  'the-first-token-has-to-be-deleted-by-hand': [
    rotation('its successor is there', (world) => world.plantFamily(world.handOut(), successor)),
  ],
  'which-jira-token-was-sent-is-not-known': scenarios(['ambiguous-far', 'ambiguous']),
  'jira-accepts-the-token-but-a-question-about-the-permissions-fails': scenarios(['front-at-permissions']),
  'the-token-ends-soon-and-nothing-is-rotated': [shell('a later step', { ROTATION: 'would-create' })],
  'confluence-answers-200-and-the-check-says-that-it-rejected-the-token': scenarios(
    ['token-rejected-anonymous'],
    'confluence',
  ),
  'confluence-wants-a-captcha-and-answers-401': scenarios(['captcha-required'], 'confluence'),
  'the-token-does-not-reach-every-space': scenarios(['space-not-visible'], 'confluence'),
  'there-is-no-confluence-at-this-url-404-and-it-is-in-the-cloud': [
    jira('below /wiki', { product: 'confluence', contextPath: '/wiki' }),
  ],
  'the-token-does-not-reach-every-repository': scenarios(['repository-not-visible'], 'bitbucket'),
  'bitbucket-answers-401-and-the-token-is-good': scenarios(['authenticated'], 'bitbucket'),
  'a-token-that-begins-with-bbdc--is-refused-before-anything-is-sent': scenarios(['token-of-bitbucket']),
}

/** The resolver and the routes of the machine are nothing that a test can bend for another program. */
export const needingAnotherNetwork: readonly string[] = [
  'the-host-name-of-jira-does-not-exist',
  'name-resolution-failed',
  'no-route-to-jira',
]

/**
 * Sections whose proof is no sign by itself: it shows something that a person compares, or asks for what is invented here
 * (a project `HR`), or shows that all is well with the token, so that it is something else.
 */
export const comparing: readonly string[] = [
  '401-only-in-ci',
  'an-old-jira-token-still-lives',
  'bitbucket-answers-401-and-the-token-is-good',
  'jira-refuses-the-life-of-the-new-token',
  'jobs-get-401-right-after-a-rotation',
  'the-jira-url-would-send-the-token-unencrypted',
  'the-proxy-is-not-used',
  'the-step-is-green-and-a-later-step-gets-401',
  'the-first-token-has-to-be-deleted-by-hand',
  'the-stored-token-is-not-the-one-that-comes-out',
  'the-token-ends-before-its-successor-comes-out-of-the-store',
  'the-token-belongs-to-another-user',
  'the-token-does-not-reach-every-project',
  'the-token-does-not-reach-every-repository',
  'the-token-does-not-reach-every-space',
  'there-are-asterisks-in-links-and-names',
  'there-is-no-confluence-at-this-url-404-and-it-is-in-the-cloud',
  'this-jira-knows-no-such-permission',
  'what-the-secret-holds-now-is-not-known',
]

const one = (name: string): World => {
  const [world] = scenarios([name])
  if (world === undefined) throw new Error(`there is no scenario ${name}`)
  return world
}

/** Its certificate is for host names, not only for addresses. */
const trusted: World = {
  name: 'a certificate that is trusted',
  async setUp() {
    const { env, ...more } = await one('system-ca').setUp()
    return { ...more, env: { ...env, JIRA_HOST: 'localhost' } }
  },
}

/** Worlds in which all is well, and which have what `healthy` has not: TLS with a trusted certificate, or a proxy. */
export const healthyWith: Readonly<Record<string, World>> = {
  'the-tls-certificate-of-jira-is-not-trusted': trusted,
  'the-tls-certificate-of-jira-is-not-valid-at-this-time': trusted,
  'the-tls-certificate-is-for-another-host': trusted,
  'no-tls-connection-to-jira': trusted,
  'jira-is-behind-mutual-tls-client-certificate-missing-or-rejected': trusted,
  'a-certificate-or-key-cannot-be-used-ca-certificate': one('private-ca'),
  'the-proxy-does-not-answer': one('proxy'),
  'the-proxy-wants-a-login-407': one('proxy'),
  'the-proxy-does-not-connect-to-jira-403': one('proxy'),
}
