import { describe, it } from 'vitest'
import { identity, jiraUnavailable, status } from '../support/answers.ts'
import { type Played, play } from '../support/play.ts'
import { never } from '../support/reply.ts'
import { routes } from '../support/routes.ts'
import { behindNginx, type Front, passOn, presenting } from './front.ts'
import { type Expected, expectVerdict } from './verdict.ts'
import { it as itWithCertificates } from './with-certificates.ts'

/** The action at an nginx that speaks plain HTTP: what it answers is the same as over TLS. */
const playFront = (front: Front): Promise<Played> =>
  play({ setUp: behindNginx({ listen: '', ...front, inputs: { 'allow-http': 'true', ...front.inputs } }) })

/** nginx answers for all of Jira's resources with this. */
const answering = (...directives: string[]): Front => ({
  server: () => [`location /rest/ { ${directives.join(' ')} }`],
})

describe('what nginx answers by itself is a verdict', () => {
  const verdicts: [what: string, front: Front, expected: Expected][] = [
    [
      '401, since it wants a login of its own',
      { server: (port) => ['auth_basic "Restricted";', 'auth_basic_user_file passwords;', ...passOn(port)] },
      { reason: 'edge-unauthorized', mentions: ['nginx'] },
    ],
    [
      '403, since it denies the address',
      { server: (port) => ['deny all;', ...passOn(port)] },
      { reason: 'edge-forbidden', mentions: ['nginx'] },
    ],
    ['404, since it serves files', { server: () => [] }, { reason: 'not-found', mentions: ['context path'] }],
    [
      '404, since Jira is elsewhere',
      {
        server: (port) => [`location /jira/ { proxy_pass http://127.0.0.1:${port}; }`],
        jira: { contextPath: '/jira' },
      },
      { reason: 'not-found', mentions: ['context path'] },
    ],
    ['204', answering('return 204;'), { reason: 'empty-response' }],
    [
      'a page',
      answering('default_type text/html;', 'return 200 "<!doctype html><title>Welcome to nginx!</title>";'),
      { reason: 'html-page', mentions: ['Welcome to nginx!'] },
    ],
    [
      'a redirect to https',
      answering('return 301 https://$host$request_uri;'),
      { reason: 'redirected', mentions: ['https://jira.example.com'] },
    ],
    [
      'a redirect to a login',
      answering('return 302 /oauth2/sign_in?rd=$request_uri;'),
      { reason: 'sso-login', mentions: ['/oauth2/sign_in'] },
    ],
  ]

  it.concurrent.for(verdicts)('%s', async ([, front, expected], { expect }) => {
    const played = await playFront({ ...front, inputs: { retries: '5' } })
    expectVerdict(expect, played, expected)
    expect(played.result.stdout).not.toContain('attempt 2')
  })

  itWithCertificates.concurrent('400, since HTTP was spoken to its TLS port', async ({ expect, made }) => {
    const server = (port: number): string[] => [...presenting(made.server), ...passOn(port)]
    const played = await playFront({ listen: 'ssl', scheme: 'http', server })
    expectVerdict(expect, played, { reason: 'unexpected-status', mentions: ['https://, not http://'] })
  })
})

describe('what passes is tried again', () => {
  const faults: [what: string, front: Front, expected: Expected, status: string][] = [
    ['429', answering('return 429;'), { reason: 'rate-limited' }, '429'],
    [
      '502, since nothing listens behind it',
      { server: () => passOn(1) },
      { reason: 'gateway-error', mentions: ['nginx'] },
      '502',
    ],
    ['503', answering('return 503;'), { reason: 'gateway-error', mentions: ['nginx'] }, '503'],
    [
      '504, since Jira takes its time',
      {
        server: (port) => ['proxy_read_timeout 1s;', ...passOn(port)],
        jira: { respond: routes({ myself: { after: never } }) },
      },
      { reason: 'gateway-error', mentions: ['nginx'], asks: ['identity', 'identity'] },
      '504',
    ],
    ['no answer at all (444)', answering('return 444;'), { reason: 'connection-reset' }, ''],
    [
      'an answer that Jira cuts short',
      { jira: { respond: routes({ myself: { ...identity(), cutAfterBytes: 60 } }) } },
      { reason: 'response-cut', asks: ['identity', 'identity'] },
      '200',
    ],
  ]

  it.concurrent.for(faults)('%s', async ([, front, expected, statusCode], { expect }) => {
    const played = await playFront({ ...front, inputs: { retries: '1' } })
    expectVerdict(expect, played, expected)
    expect(played.result.outputs['status-code']).toBe(statusCode)
    expect(played.result.outputs['message']).toMatch(/tried 2 times/i)
  })

  it.concurrent('and is forgotten once it heals', async ({ expect }) => {
    const played = await playFront({ jira: { respond: routes({ myself: [jiraUnavailable, identity()] }) } })
    expectVerdict(expect, played, { reason: 'authenticated', asks: ['identity', 'identity', 'tokens'] })
  })
})

describe('what nginx passes on', () => {
  it.concurrent('is Jira, below a context path too', async ({ expect }) => {
    const played = await playFront({ path: '/jira', jira: { contextPath: '/jira' } })
    expectVerdict(expect, played, { reason: 'authenticated' })
  })

  it.concurrent('is a Jira in maintenance, which its second look says', async ({ expect }) => {
    const respond = routes({ myself: jiraUnavailable, status: status('MAINTENANCE') })
    const played = await playFront({ jira: { respond }, inputs: { retries: '0' } })
    expectVerdict(expect, played, { reason: 'maintenance', asks: ['identity'] })
  })

  it.concurrent('is a request without its token, and the remedy knows that this happens', async ({ expect }) => {
    const server = (port: number): string[] => [
      'proxy_set_header Authorization "";',
      `location / { proxy_pass http://127.0.0.1:${port}; }`,
    ]
    const played = await playFront({ server })
    expectVerdict(expect, played, { reason: 'token-rejected', asks: ['identity'], mentions: [/header/i] })
  })
})
