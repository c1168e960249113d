import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { judge } from '../../bench/peers/judge.ts'
import { groups, situations } from '../../bench/peers/situations.ts'
import { badToken } from '../support/healthy.ts'
import { runActionInProcess } from '../support/in-process.ts'
import { play } from '../support/play.ts'
import { scenarios } from '../support/scenarios.ts'
import { readPage } from './markdown.ts'

const { text } = readPage('docs/comparison.md')
const { inputs } = parse(readFileSync('action.yml', 'utf8'))

it('tells the defaults as action.yml has them', () => {
  expect(text).toContain(`${inputs['timeout-seconds'].default} s for all`)
  expect(text).toMatch(/\| 503 \| asked again, twice \|/)
  expect(inputs.retries.default).toBe('2')
})

/** The rows of the table that follows these words. */
const rowsAfter = (words: string): string[][] =>
  (text.slice(text.indexOf(words)).match(/(?:^\|.*\n)+/m)?.[0] ?? '')
    .trimEnd()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

describe('the 64 situations', () => {
  it('are scenarios, each named once, of every kind', () => {
    expect(new Set(situations.map(({ name }) => name)).size).toBe(64)
    expect(scenarios.map(({ name }) => name)).toEqual(expect.arrayContaining(situations.map(({ name }) => name)))
    expect(new Set(situations.map(({ group }) => group))).toEqual(new Set(groups))
  })

  it('are bad, but for those with a good token', () => {
    const usable = new Set(scenarios.filter(({ result }) => result === 'usable').map(({ name }) => name))
    const good = situations.filter(({ cause }) => cause === undefined)
    expect(good.filter(({ name }) => !usable.has(name))).toEqual([])
    expect(situations.filter(({ cause, name }) => cause !== undefined && usable.has(name))).toEqual([])
    expect(text).toContain(`${good.length} with a token that is good, and ${64 - good.length} in which`)
  })

  it('are all on the page, and the figures are what it says of each', () => {
    const [heads = [], , ...figures] = rowsAfter('situations in which nothing proves')
    expect(heads).toHaveLength(6)
    const each = groups.map((group) => ({
      isGood: group === groups[0],
      rows: rowsAfter(`### ${group[0]?.toUpperCase()}${group.slice(1)}\n`),
    }))
    expect(each.flatMap(({ rows }) => rows.slice(2)).map(([name]) => name)).toEqual(
      situations.map(({ name }) => `\`${name}\``),
    )
    for (const [who = '', passed, named, running, stopped] of figures) {
      const cells = each.flatMap(({ isGood, rows: [names = [], , ...rows] }) =>
        rows.map((row) => ({ isGood, word: row[names.indexOf(who)] ?? '' })),
      )
      const count = (matches: (cell: { isGood: boolean; word: string }) => boolean) =>
        String(cells.filter(matches).length)
      expect(count(({ isGood, word }) => !isGood && word === '**passed**')).toBe(passed)
      expect(count(({ word }) => word === 'named')).toBe(named)
      expect(count(({ word }) => word === '**running**')).toBe(running)
      expect(count(({ isGood, word }) => isGood && word !== 'passed')).toBe(stopped)
    }
    expect(figures.length).toBeGreaterThan(4)
    const passedBy = Object.fromEntries(figures.map(([who = '', passed]) => [who, passed]))
    expect(readPage('README.md').text.replaceAll('\n', ' ')).toContain(
      `Of 54 situations in which nothing proves it, \`curl -f\` says yes in ${passedBy['curl -f']}, and this action in none`,
    )
    expect(passedBy['jira-pat-check']).toBe('0')
  })

  it('are judged by exit code and words, and a token is found in a dump', () => {
    const [good, bad] = [situations[0], situations.find(({ name }) => name === 'token-rejected')]
    if (good === undefined || bad === undefined) throw new Error('two of the situations are missing')
    const ended = { exitCode: 1, shown: '', durationMs: 1 }
    expect(judge(good, { ...ended, exitCode: 0 }).outcome).toBe('passed')
    expect(judge(good, ended).outcome).toBe('stopped')
    expect(judge(bad, { ...ended, shown: 'HTTP 401' }).outcome).toBe('named')
    expect(judge(bad, { ...ended, shown: '    at ask (401.js:1)\n' }).outcome).toBe('stopped')
    expect(judge(bad, { ...ended, exitCode: null }).outcome).toBe('running')
    expect(judge(bad, ended).isTokenPrinted).toBe(false)
    expect(judge(bad, { ...ended, shown: `Authorization: 'Bearer ${badToken}'` }).isTokenPrinted).toBe(true)
  })
})

describe('the comparison with curl', () => {
  const command = /`(curl -fsS -H [^`]+)`/.exec(text)?.[1] ?? ''
  const isRunnable = ['bash', 'curl'].every((tool) => !spawnSync(tool, ['--version']).error)

  /** Runs the page's command in the world of a scenario. */
  const runCurl = async (name: string): Promise<{ exitCode: unknown; stderr: string }> => {
    const scenario = scenarios.find((candidate) => candidate.name === name)
    const { inputs: given = {}, close } = (await scenario?.setUp()) ?? {}
    const env = { PATH: process.env['PATH'], JIRA_URL: given['jira-url'], JIRA_PAT: given['token'] }
    try {
      return await new Promise((resolve) => {
        execFile('bash', ['--norc', '-c', command], { env }, (error, _, stderr) =>
          resolve({ exitCode: error?.code ?? 0, stderr }),
        )
      })
    } finally {
      await close?.()
    }
  }

  it.skipIf(!isRunnable).each(['sso-login', 'sso-login-page', 'jira-login-page'])(
    'curl is green at %s',
    async (name) => {
      expect(await runCurl(name)).toEqual({ exitCode: 0, stderr: '' })
    },
  )

  it.skipIf(!isRunnable)('curl says of a rejected token that the answer was 401', async () => {
    const { exitCode, stderr } = await runCurl('token-rejected')
    expect(exitCode).toBe(22)
    expect(stderr).toContain('error: 401')
  })

  it.each(['sso-login', 'sso-login-page', 'jira-login-page'])('the action is red at %s', async (name) => {
    const scenario = scenarios.find((candidate) => candidate.name === name)
    const { result } = await play({ setUp: async () => (await scenario?.setUp()) ?? {} }, runActionInProcess)
    expect(result).toMatchObject({ exitCode: 1, outputs: { reason: 'sso-login' } })
  })
})
