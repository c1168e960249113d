import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFinding } from '../../src/catalogue/finding.ts'
import { parseBaseUrl } from '../../src/inputs/base-url.ts'
import { createFieldReader } from '../../src/inputs/fields.ts'
import { readProxy } from '../../src/inputs/proxy.ts'
import { table } from '../../src/inputs/table.ts'
import { judgeToken } from '../../src/inputs/token.ts'
import { jira } from '../../src/products/jira/jira.ts'
import { readAll, soundInputs, sourceOf } from '../inputs/source.ts'
import { hostileText } from './hostile-text.ts'
import { withSeed } from './reproducible.ts'

const host = fc.domain()
const path = fc.array(fc.stringMatching(/^[a-zA-Z0-9-]{1,8}$/), { maxLength: 3 }).map((segments) => segments.join('/'))
const almostUrl = fc.oneof(
  hostileText,
  fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ['http', 'https', 'ftp', 'htps'] }),
  fc
    .tuple(
      fc.constantFrom('https://', 'http://', 'https:/', 'https:', '//', '', 'HTTPS://', 'ftp://', 'https:\\\\'),
      fc.constantFrom('', 'u@', 'u:p@', ':@', '@'),
      fc.oneof(host, fc.constantFrom('localhost', '127.0.0.1', '[::1]', '[::', 'a..b', '')),
      fc.constantFrom('', ':8443', ':', ':99999', ':x'),
      fc.constantFrom('', '/', '//', '/jira', '/rest/api/2', '/browse/A-1', '/jira/secure/', '/login.jsp', '/a/@b'),
      fc.constantFrom('', '?', '?a=b', '#', '#a', ' ', '\n', '\\'),
    )
    .map((parts) => parts.join('')),
)

describe(withSeed('the URL of Jira'), () => {
  it('is taken whole where it is sound', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('https', 'http'),
        host,
        fc.option(fc.integer({ min: 1, max: 65_535 })),
        path,
        (...parts) => {
          const [scheme, name, port, segments] = parts
          fc.pre(!/(?:^|\/)(?:rest|browse|secure)(?:\/|$)/i.test(segments))
          const text = `${scheme}://${name}${port === null ? '' : `:${port}`}${segments === '' ? '' : `/${segments}`}`
          expect(parseBaseUrl(`${text}/`, jira.findPage)).toEqual(new URL(text))
        },
      ),
    )
  })

  it('is a base URL or a finding, whatever is given', () => {
    fc.assert(
      fc.property(almostUrl, (text) => {
        const url = parseBaseUrl(text, jira.findPage)
        if (isFinding(url)) {
          expect(['url-missing', 'url-invalid']).toContain(url.reason)
          return
        }
        expect(url.protocol).toMatch(/^https?:$/)
        expect([url.username, url.password, url.search, url.hash]).toEqual(['', '', '', ''])
        expect(url.pathname).not.toMatch(/.\/$/)
      }),
    )
  })

  it('that was probably meant is one that would be taken', () => {
    fc.assert(
      fc.property(almostUrl, (text) => {
        const found = parseBaseUrl(text, jira.findPage)
        fc.pre(isFinding(found) && found.facts.correction !== undefined)
        const { correction = '' } = isFinding(found) ? found.facts : {}
        expect(parseBaseUrl(correction, jira.findPage)).toBeInstanceOf(URL)
      }),
    )
  })

  it('never shows a password', () => {
    const part = fc.string({ unit: fc.constantFrom(...'aB1:/?#@\\%&=.- 5'), maxLength: 6 })
    fc.assert(
      fc.property(part, part, fc.constantFrom('https://', 'http://', '', '//'), host, (before, after, scheme, name) => {
        const text = `${scheme}svc-ci:${before}hunter2${after}@${name}/jira`
        expect(JSON.stringify(parseBaseUrl(text, jira.findPage))).not.toContain('hunter2')
      }),
      { numRuns: 3000 },
    )
  })
})

/** Whatever is asked for, this is what was given. */
const fieldsOf = (given: string) =>
  createFieldReader('check', { readInput: () => given, sourceOf: (name) => `the input ${name}`, environment: {} })

describe(withSeed('lists'), () => {
  const item = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,9}$/)
  const separator = fc.stringMatching(/^[ ,\t\n\r]{1,4}$/)
  const { pattern, maxItems } = table.projects

  it('are their items, each once, however they are separated', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(item, separator), { maxLength: 30 }), separator, (parts, before) => {
        const text = before + parts.flat().join('')
        const fields = fieldsOf(text)
        expect(fields.list('projects')).toEqual([...new Set(parts.map(([key]) => key))])
        expect(fields.firstFinding === undefined).toBe(parts.length > 0 || text.trim() === '')
      }),
    )
  })

  it('hold what the rule allows, or are told', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const fields = fieldsOf(text)
        const items = fields.list('projects')
        const areSound =
          items.every((key) => pattern.test(key)) && items.length <= maxItems && !/^[\s,]*,[\s,]*$/.test(text)
        expect(fields.firstFinding === undefined).toBe(areSound)
      }),
    )
  })
})

describe(withSeed('whole numbers'), () => {
  it('within the bounds are read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.constantFrom('', ' ', '\n'), (number, space) => {
        const fields = fieldsOf(`${space}${number}${space}`)
        expect(fields.wholeNumber('timeout-seconds')).toBe(number)
        expect(fields.firstFinding).toBeUndefined()
      }),
    )
  })

  it('are within the bounds, whatever is given', () => {
    const text = fc.oneof(fc.double().map(String), fc.bigInt().map(String), fc.string(), hostileText)
    fc.assert(
      fc.property(text, (value) => {
        const fields = fieldsOf(value)
        const number = fields.wholeNumber('timeout-seconds')
        expect(number).toBeGreaterThanOrEqual(1)
        expect(number).toBeLessThanOrEqual(600)
        expect(Number.isInteger(number)).toBe(true)
        if (String(number) !== value.trim() && number !== 30) expect(value.trim()).toMatch(/^0+\d+$/)
      }),
    )
  })
})

describe(withSeed('tokens'), () => {
  it('that are taken can stand in a header', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary-ascii' })), (text) => {
        const token = text.trim()
        fc.pre(token !== '' && judgeToken(token, '', jira) === undefined)
        expect(token).toMatch(/^[!-~]+$/)
        expect(() => new Headers({ authorization: `Bearer ${token}` })).not.toThrow()
      }),
    )
  })

  it('in the form of Jira are taken', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), fc.uint8Array({ minLength: 20, maxLength: 20 }), (digits, random) => {
        const token = Buffer.concat([Buffer.from(`${digits}:`), random]).toString('base64')
        expect(token).toMatch(/^[MNO][A-Za-z0-9+/]{43}$/)
        expect(judgeToken(token, '', jira)).toBeUndefined()
        expect(judgeToken(token, 'svc-ci', jira)).toBeUndefined()
      }),
    )
  })
})

describe(withSeed('proxies'), () => {
  it('are read, or told without a word of their value; they are never passed by', () => {
    fc.assert(
      fc.property(almostUrl, (text) => {
        fc.pre(text.trim() !== '')
        const proxy = readProxy(new URL('https://jira.example.com'), { https_proxy: text })
        expect(proxy).toBeDefined()
        if (proxy === undefined || !isFinding(proxy)) return
        const { input, problem, accepts, sparedHost, ...others } = proxy.facts
        expect([input, accepts, sparedHost, others]).toEqual([
          ...['https_proxy', 'http://HOST:PORT or https://HOST:PORT', 'jira.example.com', {}],
        ])
        expect(problem).toMatch(/^cannot be read as the address of an HTTP proxy(?:$|: special)|^names a SOCKS proxy/)
      }),
    )
  })
})

describe(withSeed('all inputs together'), () => {
  it('are sound, or there is a finding of the configuration; reading never throws', () => {
    const names = Object.keys(table)
    const given = fc.dictionary(fc.constantFrom(...names), hostileText, { maxKeys: 3 })
    fc.assert(
      fc.property(given, (inputs) => {
        const { inputs: read, settings } = readAll(sourceOf({ inputs: { ...soundInputs, ...inputs } }))
        if ('kind' in read) {
          expect(read.reason).toMatch(/^(?:url|token|input|certificate)-(?:missing|invalid|insecure|malformed)$/)
          return
        }
        expect(read.timeoutMs).toBeGreaterThanOrEqual(1000)
        expect(settings.failOn.fails('authenticated')).toBe(false)
        expect(settings.failOn.fails('internal-error')).toBe(true)
      }),
    )
  })
})
