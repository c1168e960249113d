import { existsSync, globSync, readdirSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPage, readPages } from './markdown.ts'

const files = globSync(['*', '.*', '{.ci,.github,bench,dist,docs,examples,scripts,src,vendor,__tests__}/**'], {
  exclude: ['**/node_modules', '.git'],
}).map((path) => posix.basename(path.replaceAll('\\', '/')))
const directories = readdirSync('.', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** Files that people have in repositories of their own, and one that is gone: the changelog tells of it. */
const theirs = ['.github/jira-tokens.yml', '.github/workflows/jira.yml', 'check-tokens.yml']

const isOutside = (link: string): boolean => /^(?:https:|mailto:)/.test(link)

/** Why a link leads nowhere, or nothing. */
const brokenLink = (from: string, link: string): string | undefined => {
  const [target = '', anchor] = link.split('#', 2)
  const path = target === '' ? from : posix.normalize(posix.join(posix.dirname(from), target))
  if (!existsSync(path)) return `${link}: there is no ${path}`
  if (anchor === undefined || !path.endsWith('.md')) return undefined
  return readPage(path).anchors.includes(anchor) ? undefined : `${link}: ${path} has no such heading`
}

describe.each(readPages())('$path', ({ path, links, codeSpans }) => {
  it('links only to what there is in this repository', () => {
    const broken = links.filter((link) => !isOutside(link)).map((link) => brokenLink(path, link))
    expect(broken.filter(Boolean)).toEqual([])
  })

  it('names only files that there are', () => {
    const paths = codeSpans.filter((span) => /^[\w.@-]+(?:\/[\w.@-]+)*\/?$/.test(span) && !theirs.includes(span))
    const ours = paths.filter((span) => span.includes('/') && directories.includes(span.split('/', 1).join()))
    expect(ours.filter((span) => !existsSync(span))).toEqual([])
    const names = paths.filter((span) => /^[\w-]+\.(?:js|json|md|ts|yml)$/.test(span))
    expect(names.filter((name) => !files.includes(name))).toEqual([])
  })
})

describe('a link', () => {
  it('is broken where the file or the heading is missing', () => {
    expect(brokenLink('docs/report.md', 'reasons.md#token-rejected')).toBeUndefined()
    expect(brokenLink('docs/report.md', 'nowhere.md')).toMatch(/there is no docs\/nowhere\.md/)
    expect(brokenLink('docs/report.md', '../README.md#nowhere')).toMatch(/README\.md has no such heading/)
  })
})
