import { expect, it } from 'vitest'
import { goodToken } from '../support/healthy.ts'
import { playInProcess } from '../support/in-process.ts'
import { readPage } from './markdown.ts'

const { text } = readPage('docs/reference.md')

it('says where names are written, and where not', async () => {
  expect(text).toContain('| e-mail address of the user | no | `email` and `report` |')
  const { result } = await playInProcess({})
  const { email, report, ...outputs } = result.outputs
  const shown = result.stdout.replace(/^::add-mask::.*$/gm, '') + result.summary
  expect(shown).toContain('CI Service')
  expect(shown).toContain('svc-ci')
  expect(email).toBe('svc-ci@example.com')
  expect(report).toContain('svc-ci@example.com')
  expect(shown + Object.values(outputs).join()).not.toContain('svc-ci@example.com')
  expect(shown + Object.values(result.outputs).join()).not.toContain(goodToken)
})
