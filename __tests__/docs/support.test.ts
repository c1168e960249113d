import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const page = readFileSync('docs/support.md', 'utf8')
const sources = globSync('__tests__/support/{scenarios,healthy}*{/**,.ts}')
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

describe('docs/support.md', () => {
  const versions = Array.from(page.matchAll(/(?:scenarios? of|stand-in is a) (\d+\.\d+)/g), ([, version]) => version)

  it('names versions of Jira by which it is held', () => {
    expect(versions).toEqual(['10.3', '9.12', '8.20', '8.13'])
  })

  it.each(versions)('has answers of %s in the scenarios', (version) => {
    expect(sources).toMatch(new RegExp(`version(?: =|:) '${version}\\.`))
  })

  it('names the Node that the package wants, and the ones with which it is tried', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8'))
    const [, oldest, ...tried] = /Node ([\d.]+) and later: (\d+) and (\d+) are tried/.exec(page) ?? []
    expect(engines.node).toBe(`>=${oldest}`)
    const { node } = parse(readFileSync('.github/workflows/ci.yml', 'utf8')).jobs['command-line'].strategy.matrix
    expect(node).toEqual([`${oldest}.0`, ...tried])
  })
})
