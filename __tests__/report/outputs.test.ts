import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { outputMeanings } from '../../src/report/output-meanings.ts'
import { listOutputs } from '../../src/report/outputs.ts'
import { identityOf } from '../verdict/asked-for.ts'
import { presented, rejected } from './presented.ts'

it('are those of action.yml, in its order and with its words', () => {
  const { outputs } = parse(readFileSync('action.yml', 'utf8'))
  expect(listOutputs(presented()).map(([name]) => name)).toEqual(Object.keys(outputs))
  const described = Object.entries(outputMeanings).map(([name, description]) => [name, { description }])
  expect(outputs).toEqual(Object.fromEntries(described))
})

it('of a token that Jira accepts', () => {
  const presentation = presented()
  expect(Object.fromEntries(listOutputs(presentation))).toEqual({
    result: 'usable',
    category: 'ok',
    reason: 'authenticated',
    stage: 'authentication',
    message: 'Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci).',
    remedy: '',
    'status-code': '200',
    username: 'svc-ci',
    'user-key': 'JIRAUSER10000',
    'display-name': 'CI Service',
    email: 'svc-ci@example.com',
    'time-zone': 'Europe/Berlin',
    locale: 'en_US',
    'account-id': '',
    'token-expires-at': '2027-02-10T12:00:00.000Z',
    'token-days-left': '80',
    'token-name': 'ci',
    'expiry-status': 'ok',
    'missing-permissions': '',
    report: JSON.stringify(presentation.report),
  })
})

it('are empty where they do not apply', () => {
  const outputs = Object.fromEntries(listOutputs(rejected({ statusCode: null })))
  const empty = Object.keys(outputs).filter((name) => outputs[name] === '')
  expect(empty).toEqual([
    ...['status-code', 'username', 'user-key', 'display-name', 'email', 'time-zone', 'locale', 'account-id'],
    ...['token-expires-at', 'token-days-left', 'token-name', 'missing-permissions'],
  ])
})

it('has the account id of Cloud', () => {
  const identity = identityOf({ accountId: '712020:1' })
  expect(listOutputs(presented({ report: { identity } }))).toContainEqual(['account-id', '712020:1'])
})

it('0 days left is a number', () => {
  const expiry = { status: 'expiring', tokenName: 'ci', expiresAt: '2026-11-22T13:00:00.000Z', daysLeft: 0 } as const
  expect(listOutputs(presented({ report: { expiry } }))).toContainEqual(['token-days-left', '0'])
})

it.each([
  ['where none is missing', [{ place: 'OPS', permission: 'A', holding: 'held' }], [], '[]'],
  ['where one is missing', [{ place: 'OPS', permission: 'A', holding: 'missing' }], ['OPS:A'], '["OPS:A"]'],
  ['where none was asked about', [], [], ''],
] as const)('missing permissions, %s', (_, permissions, missingPermissions, value) => {
  const presentation = presented({ permissions, report: { missingPermissions } })
  expect(listOutputs(presentation)).toContainEqual(['missing-permissions', value])
})
