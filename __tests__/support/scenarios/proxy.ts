import { goodToken } from '../healthy.ts'
import { type ProxyOptions, startProxy } from '../proxy.ts'
import { type Scenario, scenario } from './scenario.ts'

const password = 'proxy-passw0rd'
const statusCode = ''
const asks: Scenario['asks'] = []

/** The action goes through this proxy, with user name and password. */
const withProxy =
  (options: ProxyOptions, baseUrl = 'https://jira.example.com') =>
  async () => {
    const proxy = await startProxy(options)
    return {
      inputs: { 'jira-url': baseUrl, token: goodToken, retries: '0', 'timeout-seconds': '2' },
      env: { https_proxy: proxy.url.replace('//', `//svc-ci:${password}@`) },
      secrets: [password, Buffer.from(`svc-ci:${password}`).toString('base64')],
      proxy,
      close: proxy.close,
    }
  }

export const proxy: Scenario[] = [
  scenario('proxy-unreachable', {
    title: 'Nothing listens at the address of the proxy',
    asks,
    statusCode,
    mentions: [/127\.0\.0\.1:\d+/],
    setUp: async () => {
      const setting = await withProxy({})()
      await setting.close()
      return { ...setting, proxy: undefined, close: undefined }
    },
  }),
  scenario('proxy-unauthorized', {
    title: 'The proxy wants another password (407)',
    asks,
    mentions: [/127\.0\.0\.1:\d+/],
    setUp: withProxy({ credentials: 'svc-ci:another' }),
  }),
  scenario('proxy-ntlm', {
    title: 'The proxy takes no password as it can be given here, but NTLM and Negotiate (407)',
    reason: 'proxy-unauthorized',
    asks,
    mentions: ['Negotiate and NTLM', 'relay'],
    setUp: withProxy({
      refuseWith:
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n\r\n',
    }),
  }),
  scenario('proxy-refused', {
    title: 'The proxy does not let Jira through (403)',
    asks,
    mentions: [/127\.0\.0\.1:\d+/, '403'],
    setUp: withProxy({ refuseWith: 403 }),
  }),
  scenario('proxy-port', {
    title: 'The proxy does not let another port than 443 through (403)',
    reason: 'proxy-refused',
    asks,
    mentions: ['443 only', 'port 8443'],
    setUp: withProxy({ refuseWith: 403 }, 'https://jira.example.com:8443'),
  }),
  scenario('proxy-squid', {
    title: 'Squid cannot resolve the name of Jira (503)',
    reason: 'proxy-refused',
    asks,
    mentions: ['503', 'Service Unavailable', 'ERR_DNS_FAIL'],
    setUp: withProxy({
      refuseWith: 'HTTP/1.1 503 Service Unavailable\r\nServer: squid/6.9\r\nX-Squid-Error: ERR_DNS_FAIL 0\r\n\r\n',
    }),
  }),
  scenario('proxy-bad-gateway', {
    title: 'The proxy cannot reach Jira (502)',
    reason: 'proxy-refused',
    asks,
    mentions: ['502'],
    setUp: withProxy({}),
  }),
]
