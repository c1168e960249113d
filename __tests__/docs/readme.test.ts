import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { playInProcess } from '../support/in-process.ts'
import { readPage } from './markdown.ts'

const { text, blocks, links } = readPage('README.md')
const { runs } = parse(readFileSync('action.yml', 'utf8'))

describe('the README', () => {
  it('fits into 200 lines, and shows the step in two of the first ten', () => {
    expect(text.split('\n').length).toBeLessThan(200)
    const [step] = blocks
    expect(step?.line).toBeLessThan(8)
    expect(step?.text.trimEnd().split('\n')).toHaveLength(2)
    expect(Object.keys(parse(step?.text ?? '')[0].with)).toEqual(['jira-url', 'token'])
  })

  it('names the command of the tests on a line of its own, and CI runs that one', () => {
    expect(text).toMatch(/^npm cit$/m)
    expect(readFileSync('.ci/run', 'utf8')).toMatch(/^npm cit$/m)
  })

  it('has no picture from elsewhere, so no badge that could be wrong', () => {
    const pictures = links.filter((link) => /\.(?:png|svg|gif)\b|badge/.test(link))
    expect(pictures.length).toBeGreaterThan(0)
    expect(pictures.filter((link) => !link.startsWith('docs/images/'))).toEqual([])
  })

  it('names the runner that the action needs', () => {
    expect(runs.using).toBe('node24')
    expect(text).toContain('the first with Node 24')
  })

  it('counts the requests of a check: two, to read', async () => {
    const { setting } = await playInProcess({})
    expect(setting.jira?.requests.map(({ method }) => method)).toEqual(['GET', 'GET'])
    expect(text).toContain('It makes two `GET` requests')
  })
})
