import {
  awsUnavailable,
  cloudRateLimited,
  jiraUnavailable,
  nginxBadGateway,
  nginxGatewayTimeout,
  serverError,
  status,
  tomcatRateLimited,
} from '../answers.ts'
import type { Reply } from '../reply.ts'
import { routes } from '../routes.ts'
import { type Scenario, scenario, withJira } from './scenario.ts'

const asks: Scenario['asks'] = ['identity']

/** These pass after a while; one attempt is enough to tell them apart. */
const once = (myself: Reply, statusAnswer: Reply = nginxBadGateway, inputs: Record<string, string> = {}) =>
  withJira({ respond: routes({ myself, status: statusAnswer }) }, { retries: '0', ...inputs })

export const unavailable: Scenario[] = [
  scenario('rate-limited', {
    title: 'Too many requests: Jira says when it may be asked again',
    asks,
    statusCode: '429',
    setUp: once(tomcatRateLimited(17)),
  }),
  scenario('rate-limited-cloud', {
    title: 'Too many requests to Jira Cloud',
    reason: 'rate-limited',
    asks,
    statusCode: '429',
    setUp: once(cloudRateLimited(17), undefined, { username: 'svc-ci@example.com' }),
  }),
  scenario('starting', {
    title: 'Jira is starting up',
    asks,
    statusCode: '503',
    setUp: once(jiraUnavailable, status('STARTING')),
  }),
  scenario('jira-stopping', {
    title: 'Jira is shutting down',
    reason: 'starting',
    asks,
    setUp: once(jiraUnavailable, status('STOPPING')),
  }),
  scenario('jira-first-run', {
    title: 'Jira was installed and never set up',
    reason: 'starting',
    asks,
    setUp: once(jiraUnavailable, status('FIRST_RUN')),
  }),
  scenario('starting-behind-gateway', {
    title: 'The gateway says 502, and Jira that it is starting',
    reason: 'starting',
    asks,
    setUp: once(nginxBadGateway, status('STARTING')),
  }),
  scenario('maintenance', {
    title: 'Jira is in maintenance',
    asks,
    statusCode: '503',
    setUp: once(jiraUnavailable, status('MAINTENANCE')),
  }),
  scenario('gateway-error', {
    title: 'The gateway in front cannot reach Jira (502)',
    asks,
    statusCode: '502',
    setUp: once(nginxBadGateway),
  }),
  scenario('gateway-timeout', {
    title: 'The gateway in front gets no answer from Jira (504)',
    reason: 'gateway-error',
    asks,
    statusCode: '504',
    setUp: once(nginxGatewayTimeout),
  }),
  scenario('gateway-unavailable', {
    title: 'The load balancer has no Jira behind it (503)',
    reason: 'gateway-error',
    asks,
    statusCode: '503',
    setUp: once(awsUnavailable, awsUnavailable),
  }),
  scenario('server-error', {
    title: 'A fault within Jira (500)',
    asks,
    statusCode: '500',
    setUp: once(serverError, status('RUNNING')),
  }),
  scenario('server-unavailable', {
    title: 'A 503 of a Jira that says it is running',
    reason: 'server-error',
    asks,
    statusCode: '503',
    setUp: once(jiraUnavailable, status('RUNNING')),
  }),
]
