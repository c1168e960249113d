import { describe, expect, it, onTestFinished } from 'vitest'
import { goodToken } from '../support/healthy.ts'
import { runActionInProcess } from '../support/in-process.ts'
import { startJira } from '../support/jira.ts'
import { tokensOf, watchOf } from './watched.ts'

async function jiraUrl(): Promise<string> {
  const jira = await startJira()
  onTestFinished(() => jira.close())
  return jira.url
}

describe('a list', () => {
  it('may name variables that are called as every object has something', async () => {
    const url = await jiraUrl()
    const entries = ['constructor', 'toString', '__proto__'].map((secret) => ({ secret, 'jira-url': url }))
    const good = { secret: 'A', 'jira-url': url, token: goodToken }
    const result = await runActionInProcess(watchOf([good, ...entries]))
    expect(result.outputs).toMatchObject({ checked: '4', 'needs-care': '["constructor","toString","__proto__"]' })
    expect([...tokensOf(result).values()].map(({ reason }) => reason).toSorted()).toEqual([
      'authenticated',
      ...Array(3).fill('token-missing'),
    ])
  })

  it('of one token says of that one that it is missing', async () => {
    const result = await runActionInProcess(watchOf([{ secret: 'A', 'jira-url': await jiraUrl() }]))
    expect(result.annotations).toHaveLength(1)
    expect(result.annotations[0]?.message).toContain(
      'the environment variable A, which line 1 of the list names, is missing or blank in this step',
    )
  })

  it('without any secret says so once, whatever else is wrong with one of its tokens', async () => {
    const entries = [
      { secret: 'A', 'jira-url': 'http://jira.example.com' },
      { secret: 'B', 'jira-url': 'https://jira.example.com' },
    ]
    const result = await runActionInProcess(watchOf(entries, { env: { A_: 'x' } }))
    expect(result.annotations).toHaveLength(1)
    expect(result.annotations[0]?.message).toContain('The step has A_')
    expect([...tokensOf(result).values()].map(({ reason, baseUrl }) => [reason, baseUrl])).toEqual([
      ['token-missing', 'http://jira.example.com'],
      ['token-missing', 'https://jira.example.com'],
    ])
  })

  it.each(['headers', 'client-key'])(
    'is told which variable of its %s is missing, and what may be meant',
    async (input) => {
      const value = input === 'headers' ? 'X-Access: $ACCESS_KEY' : '$ACCESS_KEY'
      const entry = { secret: 'A', 'jira-url': await jiraUrl(), token: goodToken, [input]: value }
      const env = { ACCESS_KEYS: 'something secret' }
      const result = await runActionInProcess(watchOf([entry], { env }))
      expect(result.exitCode).toBe(1)
      const { reason, message, steps } = tokensOf(result).get('A') ?? {}
      expect(reason).toBe('input-invalid')
      expect(message).toContain(
        `${input} names the environment variable ACCESS_KEY (entry of line 1), which is missing`,
      )
      expect(steps?.[0]).toContain('ACCESS_KEYS')
      expect(JSON.stringify(result.outputs)).not.toContain('something secret')
    },
  )
})
