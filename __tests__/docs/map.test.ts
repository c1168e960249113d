import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const page = readFileSync('CONTRIBUTING.md', 'utf8')

/** The folders right below a folder, as the page names them. */
const foldersOf = (parent: string): string[] =>
  readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${parent}/${name}/`)

const named = (parent: string): Set<string> =>
  new Set(Array.from(page.matchAll(new RegExp(`\x60(${parent}/[\\w-]+/)\x60`, 'g')), ([, folder = '']) => folder))

describe('the map in CONTRIBUTING.md', () => {
  it.each(['src', '__tests__'])('names every folder of %s, and none that there is not', (parent) => {
    expect([...named(parent)].toSorted()).toEqual(foldersOf(parent).toSorted())
  })

  it('draws every room of src/', () => {
    const rooms = Array.from(page.matchAll(/^ {2}\w+(?: -->|\[).*$/gm), ([line]) => line).join('\n')
    for (const folder of foldersOf('src')) expect(rooms).toContain(`<b>${folder.replace('src/', '')}</b>`)
  })
})
