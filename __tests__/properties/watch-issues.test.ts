import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { code } from '../../src/watch/issues/code.ts'
import { hashOf } from '../../src/watch/issues/identity.ts'
import { readBody, readSaid, writeBody, writeSaid, writeUnmarkedBody } from '../../src/watch/issues/marker.ts'
import type { WatchedToken } from '../../src/watch/watched-token.ts'
import { hostileNames } from '../report/hostile-names.ts'
import { directNights, listPath, night, token } from '../watch/issues/nights.ts'
import { hostileText } from './hostile-text.ts'
import { withSeed } from './reproducible.ts'

const pings = [
  ...['@octocat', '@octo-org/build', '@hubot @mallory', '`@hubot', '``@hubot`', '@\u200Bhubot', '&#64;hubot'],
  ...['#12', 'octo-org/octo-repo#1', 'GH-12', '50e7068a1b2c3d4e5f60718293a4b5c6d7e8f901', '50e7068'],
  ...[
    'https://evil.example.com',
    'www.evil.example.com',
    'mail@evil.example.com',
    '-->',
    '<!-- jira-pat-check end -->',
  ],
  ...[
    `-->\n<!-- jira-pat-check 1 ${hashOf(listPath)} ${hashOf('list')} new 0 -->`,
    '\n```\n',
    '\r\n> ',
    '\\`@hubot\\`',
  ],
]

const text = fc.oneof(
  hostileText,
  fc.constantFrom(...hostileNames),
  fc
    .array(fc.oneof(fc.constantFrom(...pings), fc.constantFrom(' ', '`', '``', '\n', 'x')), { maxLength: 12 })
    .map((all) => all.join('')),
)

/** What GitHub would make links, mentions and references of: the text outside of code. */
function bareOf(markdown: string): string {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
  return html.replace(/<code>[\s\S]*?<\/code>/g, '').replace(/<!--[\s\S]*?-->/g, '')
}

const expectHarmless = (markdown: string, mentions: readonly string[]): void => {
  // Of two issues for one token the later one names the other.
  const bare = mentions.reduce(
    (rest, name) => rest.replace(`@${name} `, ''),
    bareOf(markdown).replace(/^<p>This goes on in #\d+\.<\/p>$/, ''),
  )
  expect(bare).not.toMatch(/@|#|https?:|www\.|GH-\d|<(?!\/?(?:p|ul|ol|li|em)>)/)
  expect(bare).not.toMatch(/\b(?=[0-9a-f]*\d)[0-9a-f]{7,40}\b/)
  for (const name of markdown.matchAll(/@(?!\u200B)([\w/-]*)/g)) expect(mentions).toContain(name[1])
}

const changes: fc.Arbitrary<Partial<WatchedToken>> = fc.record({
  owner: fc.oneof(text, fc.constantFrom('@octocat', '@octo-org/build', '@stranger')),
  usedBy: text,
  message: text,
  title: text,
  steps: fc.array(text, { maxLength: 3 }),
  baseUrl: fc.oneof(fc.constant('https://jira.example.com/@hubot/a#12'), fc.webUrl()),
})

describe(withSeed('the texts of issues'), () => {
  it('ping nobody but the owners, and link to nothing, whatever list and server say', async () => {
    const states = fc.constantFrom(
      'token-rejected',
      'expiring',
      'expired',
      'ambiguous',
      'timeout',
      'token-missing',
      'well',
    )
    const tokens = fc.array(fc.tuple(text, states, changes), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(tokens, fc.option(text, { nil: undefined }), async (all, name) => {
        const nights = directNights(['open list unsound 1', 'open GONE expiring 1'])
        const watched = all.map(([secret, state, more]) => token(secret, state, more))
        const list = { name, path: `${name}${listPath}`, unsound: undefined, isRead: true }
        await nights.run(night(watched, { list }))
        nights.nowMs += 13 * 60 * 60 * 1000
        await nights.run(night(watched, { list }))
        await nights.run(night([], { list: { ...list, unsound: name ?? 'x' } }))
        for (const { title, body, comments, assignees } of nights.github.repository.issues.slice(2)) {
          expect(title.length).toBeLessThanOrEqual(256)
          expectHarmless(title, [])
          expectHarmless(body ?? '', [])
          for (const comment of comments) expectHarmless(comment.body, ['octocat', 'octo-org/build'])
          expect(['', 'octocat']).toContain(assignees.join())
        }
      }),
      { numRuns: 60 },
    )
  })

  it('shows a text as code that nothing in it ends', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (shown, isInList) => {
        const html = micromark(`${isInList ? '- ' : ''}before ${code(shown)} after`, {
          extensions: [gfm()],
          htmlExtensions: [gfmHtml()],
        })
        const [, before, inside = '', after] =
          /^(?:<ul>\n<li>|<p>)(.*?)<code>(.*)<\/code>(.*?)(?:<\/li>\n<\/ul>|<\/p>)$/.exec(html) ?? []
        expect([before, after]).toEqual(code(shown) === '–' ? [undefined, undefined] : ['before ', ' after'])
        expect(inside).not.toMatch(/<|@(?!\u200B)/)
      }),
    )
  })
})

const lines = fc.array(
  fc.oneof(hostileText, fc.constantFrom('', '> quoted', '```', '~~~', '<!-- jira-pat-check end -->')),
  { maxLength: 6 },
)
const marker = { list: hashOf('a'), identity: hashOf('b'), state: 'token-rejected', n: 12 }

describe(withSeed('the body of an issue'), () => {
  it('keeps what people write before and after our part, with either line end', () => {
    fc.assert(
      fc.property(
        lines,
        lines,
        fc.constantFrom('\n', '\r\n'),
        fc.array(hostileText.map(code)),
        (head, tail, lineEnd, ours) => {
          const before = head.map((line) => `${line}${lineEnd}`).join('')
          const after = tail.map((line) => `${lineEnd}${line}`).join('')
          const part = ours.map((line) => `${line}\n`).join('')
          const body = writeBody({ before, after, lineEnd: lineEnd as '\n' }, marker, part)
          const marked = readBody(body)
          // A block of code that people open before our part and close after it hides the marker, and then all is theirs.
          if (marked === undefined) return
          expect(marked).toMatchObject({ marker, before, ours: part })
          expect(writeBody(marked, marked.marker, marked.ours)).toBe(body)
          const changed = writeBody(marked, { ...marker, state: 'well', n: 13 }, 'Other.\n')
          expect(changed.startsWith(before) && changed.endsWith(after)).toBe(true)
          expect(changed.length).toBeLessThan(before.length + after.length + 160)
          expect(writeUnmarkedBody(marked, '')).toBe(`${before}${after}`)
        },
      ),
    )
  })

  it('is taken apart and put together to the same, whatever it is', () => {
    const line = fc.oneof(
      hostileText,
      fc.constantFrom(
        `<!-- jira-pat-check 1 ${marker.list} ${marker.identity} well 3 -->`,
        '<!-- jira-pat-check end -->',
        '```',
        '> x',
      ),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 8 }), (all) => {
        const body = all.map(([words, end]) => `${words}${end}`).join('')
        const marked = readBody(body)
        if (marked === undefined) return
        const ours = marked.ours
        const again = readBody(writeBody(marked, marked.marker, ours))
        expect(again).toMatchObject({ marker: marked.marker, before: marked.before, ours })
        expect(body.startsWith(marked.before) && body.endsWith(marked.after)).toBe(true)
      }),
    )
  })

  it('holds what was told', () => {
    fc.assert(
      fc.property(hostileText.map(code), fc.nat({ max: 999_999_999 }), (words, n) => {
        expect(readSaid(`${words}\n\n${writeSaid({ state: 'down-told', n })}`)).toEqual({ state: 'down-told', n })
      }),
    )
  })
})
