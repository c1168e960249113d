import { expect, it, onTestFinished, vi } from 'vitest'
import { badToken, goodToken } from '../support/healthy.ts'
import { runActionInProcess } from '../support/in-process.ts'
import { startJira } from '../support/jira.ts'
import { watchOf } from './watched.ts'

it('where the summary cannot be made, every token is named all the same, and it is red', async () => {
  const jira = await startJira()
  onTestFinished(() => jira.close())
  const groupBy = vi.spyOn(Map, 'groupBy').mockImplementation(() => {
    throw new Error('no groups')
  })
  onTestFinished(() => groupBy.mockRestore())
  const entries = Object.entries({ WELL: goodToken, REFUSED: badToken }).map(([secret, token]) => {
    return { secret, token, 'jira-url': jira.url }
  })
  const result = await runActionInProcess(watchOf(entries, { inputs: { 'fail-on': 'none' } }))
  expect(result.exitCode).toBe(1)
  expect(result.outputs).toMatchObject({ result: 'refused', 'needs-care': '["REFUSED"]', checked: '2' })
  expect(result.summary).toContain('- WELL: authenticated\n- REFUSED: token-rejected\n')
  expect(result.annotations).toContainEqual({
    level: 'error',
    title: 'Not all could be told',
    message: 'The watch failed to make the summary (Error: no groups).',
  })
})
