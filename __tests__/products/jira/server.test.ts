import { describe, expect, it } from 'vitest'
import { parseServerInfo, SERVER_INFO_PATH } from '../../../src/products/jira/server-info.ts'
import { parseServerState, STATUS_PATH } from '../../../src/products/server-state.ts'

it('is asked at its own resources', () => {
  expect([SERVER_INFO_PATH, STATUS_PATH]).toEqual(['/rest/api/2/serverInfo', '/status'])
})

const info = (version: unknown, more: object = { deploymentType: 'Server' }): string =>
  JSON.stringify({ baseUrl: 'https://jira.example.com', version, ...more })

describe('a Jira without personal access tokens', () => {
  it.each(['8.13.0', '8.13.27', '8.0.0', '7.13.18', '7.99', '6.4', '0.1', '8.13', '8.5.4.1'])('is %s', (version) => {
    expect(parseServerInfo(info(version))).toEqual({ version, isCloud: false, hasTokens: false })
  })

  it('is told by the number alone, whatever stands behind it', () => {
    expect(parseServerInfo(info('8.13.0-SNAPSHOT#813001'))?.version).toBe('8.13.0')
    expect(parseServerInfo(info(' 8.13.0 '))?.version).toBe('8.13.0')
    expect(parseServerInfo(info('8.13.12345'))?.version).toBe('8.13.1234')
  })

  it.each([{ baseUrl: 'x' }, { versionNumbers: [8, 13, 0] }, { deploymentType: 'Server' }])(
    'is one by any of what Jira tells beside its version: %j',
    (more) => {
      expect(parseServerInfo(JSON.stringify({ version: '8.13.0', ...more }))?.version).toBe('8.13.0')
    },
  )

  it('may not say what kind it is', () => {
    expect(parseServerInfo(info('8.13.0', {}))).toMatchObject({ isCloud: false, hasTokens: false })
  })

  it.each(['8.14.0', '8.14', '8.20.30', '9.0.0', '9.12.2', '10.3.1', '11.0.0', '80.1', '100.0.0'])(
    'is not %s',
    (version) => {
      expect(parseServerInfo(info(version))).toEqual({ version, isCloud: false, hasTokens: true })
    },
  )

  it.each<[string, string]>([
    ['no version', info(undefined)],
    ['a version that is no text', info(8.13)],
    ['a version that is no number', info('latest')],
    ['a version of one number', info('8')],
    ['a version after a word', info('v8.13.0')],
    ['a version of absurd length', info('8888.13.0')],
  ])('is not told by %s', (_, body) => {
    expect(parseServerInfo(body)?.version).toBeUndefined()
  })

  it.each<[string, string]>([
    ['a list', '[]'],
    ['a page', '<html>8.13.0</html>'],
    ['nothing', ''],
    ['somebody else’s version', JSON.stringify({ name: 'gateway', version: '1.2.3' })],
  ])('is not told by %s', (_, body) => {
    expect(parseServerInfo(body)).toBeUndefined()
  })
})

it.each(['1001.0.0-SNAPSHOT', '1000.0.0', undefined])('Cloud says so itself, at version %s', (version) => {
  expect(parseServerInfo(info(version, { deploymentType: 'Cloud' }))).toMatchObject({ isCloud: true })
})

describe('the state of Jira', () => {
  it.each(['STARTING', 'STOPPING', 'FIRST_RUN', 'MAINTENANCE'])('%s', (state) => {
    expect(parseServerState(JSON.stringify({ state }))).toBe(state)
  })

  it.each<[string, string]>([
    ['RUNNING', JSON.stringify({ state: 'RUNNING' })],
    ['ERROR', JSON.stringify({ state: 'ERROR' })],
    ['another', JSON.stringify({ state: 'starting' })],
    ['none', '{}'],
    ['one that is no text', JSON.stringify({ state: ['STARTING'] })],
    ['a list', '["STARTING"]'],
    ['a page', '<html>STARTING</html>'],
    ['nothing', ''],
  ])('says nothing where it is %s', (_, body) => {
    expect(parseServerState(body)).toBeUndefined()
  })
})
