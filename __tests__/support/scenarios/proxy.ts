import { goodToken } from '../healthy.ts'
import { type ProxyOptions, startProxy } from '../proxy.ts'
import { type Scenario, scenario } from './scenario.ts'

const password = 'proxy-passw0rd'
const statusCode = ''
const asks: Scenario['asks'] = []

/** The action goes through this proxy, with user name and password. */
const withProxy = (options: ProxyOptions) => async () => {
  const proxy = await startProxy(options)
  return {
    inputs: { 'jira-url': 'https://jira.example.com', token: goodToken, retries: '0', 'timeout-seconds': '2' },
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
  scenario('proxy-refused', {
    title: 'The proxy does not let Jira through (403)',
    asks,
    mentions: [/127\.0\.0\.1:\d+/, '403'],
    setUp: withProxy({ refuseWith: 403 }),
  }),
  scenario('proxy-bad-gateway', {
    title: 'The proxy cannot reach Jira (502)',
    reason: 'proxy-refused',
    asks,
    mentions: ['502'],
    setUp: withProxy({}),
  }),
]
