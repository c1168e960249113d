import { globSync, readFileSync } from 'node:fs'

export interface CodeBlock {
  language: string
  text: string
  /** Of the opening fence, from 1. */
  line: number
}

/** What a Markdown file has in it that can be checked. */
export interface Page {
  /** From the root of the repository, with slashes. */
  path: string
  text: string
  blocks: CodeBlock[]
  /** What stands between backticks in the running text. */
  codeSpans: string[]
  /** Targets of links and pictures, in the running text. */
  links: string[]
  /** Anchors of the headings, as GitHub makes them, and those that are set by hand. */
  anchors: string[]
}

/** Every Markdown file of the repository, the root of which is the working directory. */
export const readPages = (): Page[] =>
  globSync(['*.md', '{.github,bench,docs,examples,scripts,vendor,__tests__}/**/*.md'], { exclude: ['**/node_modules'] })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map(readPage)

const pages = new Map<string, Page>()

/** Each is taken apart once: there are hundreds of links to the longest ones. */
export const readPage = (path: string): Page => {
  const page = pages.get(path) ?? parsePage(path)
  pages.set(path, page)
  return page
}

const parsePage = (path: string): Page => {
  const text = readFileSync(path, 'utf8')
  const blocks = [...text.matchAll(/^( *)```(\S*)\n(.*?)^\1```$/gms)].map(
    ({ index, 2: language = '', 3: block = '' }) => ({
      language,
      text: block,
      line: text.slice(0, index).split('\n').length,
    }),
  )
  const prose = text.replace(/^( *)```.*?^\1```$/gms, '')
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
  const withoutSpans = prose.replace(/`[^`\n]+`/g, '')
  return {
    path,
    text,
    blocks,
    codeSpans: spans,
    links: [
      ...[...withoutSpans.matchAll(/\]\(([^)\s]*)\)/g)].map(([, target = '']) => target),
      ...[...withoutSpans.matchAll(/^\[[^\]]+\]: (\S+)$/gm)].map(([, target = '']) => target),
      ...[...withoutSpans.matchAll(/\b(?:href|src|srcset)="([^"]*)"/g)].map(([, target = '']) => target),
    ],
    anchors: [
      ...anchorsOf([...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading)),
      ...[...prose.matchAll(/<a id="([\w-]+)"><\/a>/g)].map(([, id = '']) => id),
    ],
  }
}

/** Lower case, no signs, hyphens for spaces; the second of the same name gets `-1`. */
const anchorsOf = (headings: string[]): string[] => {
  const slugs = headings.map((heading) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
  return slugs.map((slug, index) => {
    const before = slugs.slice(0, index).filter((other) => other === slug).length
    return before === 0 ? slug : `${slug}-${before}`
  })
}

/**
 * The text of every code block of a section, without the indentation that a list gives it.
 *
 * @param heading as it is written, with its signs: `## GitLab`; what stands below its own headings belongs to it
 * @throws where the page has no such heading
 */
export const blocksUnder = (path: string, heading: string, language: string): string[] => {
  const { text, blocks } = readPage(path)
  const lines = text.split('\n')
  const start = lines.indexOf(heading)
  if (start === -1) throw new Error(`${path} has no heading ${heading}`)
  const level = heading.indexOf(' ')
  const next = lines.findIndex((line, index) => index > start && (/^(#+) /.exec(line)?.[1]?.length ?? 9) <= level)
  const end = next === -1 ? lines.length : next
  return blocks
    .filter((block) => block.language === language && block.line > start && block.line <= end)
    .map((block) => {
      const [indentation = ''] = /^ */.exec(block.text) ?? []
      return block.text.replaceAll(new RegExp(`^${indentation}`, 'gm'), '')
    })
}
