import { describe, expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import { baseUrlOf, parseBaseUrl } from '../../src/inputs/base-url.ts'
import { isLoopback } from '../../src/inputs/loopback.ts'
import { passwordsIn, readUrlParts } from '../../src/inputs/url-login.ts'
import { findPage } from '../../src/products/jira/page-path.ts'

const parseUrl = (text: string) => parseBaseUrl(text, findPage)

describe('a base URL is taken as it is, without its trailing slashes', () => {
  it.each([
    ['https://jira.example.com', 'https://jira.example.com/'],
    ['https://jira.example.com/', 'https://jira.example.com/'],
    ['https://jira.example.com///', 'https://jira.example.com/'],
    ['https://example.com/jira', 'https://example.com/jira'],
    ['https://example.com/jira//', 'https://example.com/jira'],
    ['https://example.com/tools/jira', 'https://example.com/tools/jira'],
    ['HTTPS://JIRA.EXAMPLE.COM', 'https://jira.example.com/'],
    ['https://jira.example.com:8443', 'https://jira.example.com:8443/'],
    ['https://jira.example.com:443', 'https://jira.example.com/'],
    ['http://jira.example.com', 'http://jira.example.com/'],
    ['http://localhost:2990/jira', 'http://localhost:2990/jira'],
    ['https://[2001:db8::1]:8443/jira', 'https://[2001:db8::1]:8443/jira'],
    ['https://jira.bücher.example', 'https://jira.xn--bcher-kva.example/'],
    // Only whole path segments are those of a page.
    ['https://example.com/restful', 'https://example.com/restful'],
    ['https://example.com/browser', 'https://example.com/browser'],
    ['https://example.com/secured', 'https://example.com/secured'],
    ['https://rest.example.com/jira', 'https://rest.example.com/jira'],
    ['https://jira.example.com/a//b', 'https://jira.example.com/a//b'],
    ['https://jira.example.com/http://https://a', 'https://jira.example.com/http://https://a'],
    // A list alone may be a context path, and so may what is no key of a project.
    ['https://example.com/projects', 'https://example.com/projects'],
    ['https://example.com/issues/', 'https://example.com/issues'],
    ['https://example.com/projects/jira', 'https://example.com/projects/jira'],
    ['https://example.com/servicedesk', 'https://example.com/servicedesk'],
    ['https://example.com/my.jsp.d', 'https://example.com/my.jsp.d'],
    ['https://example.com/dashboarding', 'https://example.com/dashboarding'],
    ['https://example.com/my/plugins-of/jira', 'https://example.com/my/plugins-of/jira'],
    ['https://example.atlassian.net/', 'https://example.atlassian.net/'],
    ['https://example.atlassian.net.example.com/jira', 'https://example.atlassian.net.example.com/jira'],
    ['https://api.atlassian.com/ex/jira/1234-5678', 'https://api.atlassian.com/ex/jira/1234-5678'],
  ])('%s', (text, href) => {
    const url = parseUrl(text)
    expect(url).toEqual(new URL(href))
    expect(url instanceof URL && baseUrlOf(url)).toBe(href.replace(/\/$/, ''))
  })
})

it('is missing where there is none', () => {
  expect(parseUrl('')).toEqual(finding('url-missing', {}))
})

const noScheme = 'has no scheme (https://)'
const noHost = 'names no host'
const oddHost = 'has a sign in its host that no host name has'
const wrapped = 'is wrapped in quotation marks or brackets'
const otherScheme = 'has a scheme other than https or http'
const login = 'holds a login (what stands before the “@”), which does not belong there'
const atSign = 'has an “@” in it, which belongs to a login or a page, and neither belongs there'
const twice = 'has a scheme twice'
const query = 'has a query (from the question mark on)'
const fragment = 'has a fragment (from the # on)'
const pastedPath = 'is that of a page or a REST resource'
const unreadable = 'cannot be read as a URL'
const oddCharacters = 'holds white space, a control character or a backslash'
const jira = 'https://jira.example.com'

describe('anything else is told, with the URL that was probably meant', () => {
  it.each([
    ['jira.example.com', noScheme, jira],
    ['jira.example.com/jira', noScheme, `${jira}/jira`],
    ['jira.example.com:8443', noScheme, `${jira}:8443`],
    ['localhost:2990/jira', noScheme, 'http://localhost:2990/jira'],
    ['127.0.0.1:8080', noScheme, 'http://127.0.0.1:8080'],
    ['[::1]:8080', noScheme, 'http://[::1]:8080'],
    ['[2001:db8::1]', noScheme, 'https://[2001:db8::1]'],
    ['//jira.example.com', noScheme, jira],
    ['/jira.example.com', noScheme, jira],
    ['https:/jira.example.com', noScheme, jira],
    ['https:jira.example.com', noScheme, jira],
    ['https//jira.example.com', noScheme, jira],
    ['http//jira.example.com', noScheme, jira],
    ['https:///jira.example.com', noHost, jira],
    ['http:/jira.example.com', noScheme, 'http://jira.example.com'],
    ['bücher.example', noScheme, 'https://xn--bcher-kva.example'],
    ['1.example.com', noScheme, 'https://1.example.com'],
    ['jira.example.com/http://a', noScheme, `${jira}/http://a`],
    ['example.com/issues', noScheme, 'https://example.com/issues'],
    ['example.com/issues?filter=-1', noScheme, 'https://example.com'],
    ['httpsjira.example.com', noScheme, 'https://httpsjira.example.com'],

    ['ftp://jira.example.com/', otherScheme, jira],
    ['ssh+git://jira.example.com', otherScheme, jira],
    ['htps://jira.example.com', otherScheme, jira],
    ['ftp://localhost/jira', otherScheme, 'http://localhost/jira'],

    ['https://https://jira.example.com', twice, jira],
    ['http://http://jira.example.com', twice, 'http://jira.example.com'],
    ['https://http://jira.example.com', twice, jira],
    ['https://jira.example.com/?u=https://https://x', query, jira],
    ['http://https://jira.example.com/jira', twice, `${jira}/jira`.replace('https', 'http')],

    ['https://jira.example.com/secure/ViewProfile/jane@example.com', pastedPath, jira],
    ['https://example.com/jira/rest/api/2/user/jane@example.com', pastedPath, 'https://example.com/jira'],
    ['https://jira.example.com/secure/x?user=jane@example.com', query, jira],
    ['https://jira.example.com/issues/?jql=assignee=jane@example.com', query, jira],
    ['https://jira.example.com/x?a=b&user=jane@example.com', query, `${jira}/x`],

    // A password in a host would be told as a host name that does not exist.
    ['https://jira.example.com;user=jane;password=hunter2', oddHost, undefined],
    ['https://${JIRA_HOST}/jira', oddHost, undefined],
    ['https://$JIRA_HOST', oddHost, undefined],

    ['https://jira.example.com/?', query, jira],
    ['https://jira.example.com/file:a?b', query, `${jira}/file:a`],
    ['https://jira.example.com/http:a?b', query, `${jira}/http:a`],
    ['https://jira.example.com?os_authType=basic', query, jira],
    ['https://example.com/jira?a=b#c', query, 'https://example.com/jira'],
    ['https://jira.example.com/#', fragment, jira],
    ['https://example.com/jira#top', fragment, 'https://example.com/jira'],

    ['https://jira.example.com/browse/OPS-123', pastedPath, jira],
    ['https://jira.example.com/browse', pastedPath, jira],
    ['https://example.com/jira/browse/', pastedPath, 'https://example.com/jira'],
    ['https://example.com/jira/secure/Dashboard.jspa', pastedPath, 'https://example.com/jira'],
    ['https://jira.example.com/rest/api/2/myself', pastedPath, jira],
    ['https://jira.example.com/REST/api/2', pastedPath, jira],
    ['https://example.com/jira/login.jsp', pastedPath, 'https://example.com/jira'],
    ['https://example.com/jira/login.jsp;jsessionid=1', pastedPath, 'https://example.com/jira'],
    ['https://jira.example.com/rest/a/browse/b', pastedPath, jira],
    ['https://jira.example.com/login.jsp?os_destination=%2F', query, jira],
    ['https://jira.example.com/projects/OPS', pastedPath, jira],
    ['https://example.com/jira/projects/OPS_2/issues/OPS_2-1', pastedPath, 'https://example.com/jira'],
    ['https://jira.example.com/projects/?selectedCategory=all', query, jira],
    ['https://example.com/jira/projects#all', fragment, 'https://example.com/jira'],
    ['https://jira.example.com/issues/OPS-1', pastedPath, jira],
    ['https://example.com/jira/issues/?filter=-1', query, 'https://example.com/jira'],
    ['https://jira.example.com/plugins/servlet/mobile', pastedPath, jira],
    ['https://jira.example.com/plugins', pastedPath, jira],
    ['https://jira.example.com/servicedesk/customer/portal/1', pastedPath, jira],
    ['https://jira.example.com/dashboard', pastedPath, jira],
    ['https://example.com/jira/dashboards/1', pastedPath, 'https://example.com/jira'],
    ['https://example.com/jira/Dashboard.jspa', pastedPath, 'https://example.com/jira'],
    ['https://example.com/jira/si/jira.issueviews:issue-html/OPS-1/OPS-1.html', pastedPath, 'https://example.com/jira'],
    ['https://example.com/jira/sr/jira.issueviews:searchrequest/1', pastedPath, 'https://example.com/jira'],
    [
      'https://example.atlassian.net/jira/software/c/projects/OPS/boards/1',
      pastedPath,
      'https://example.atlassian.net',
    ],
    ['https://example.atlassian.net/wiki', pastedPath, 'https://example.atlassian.net'],
    ['jira.example.com/browse/OPS-1', noScheme, jira],

    ['https://jira.example .com', oddCharacters, jira],
    ['https://jira.\texample.com', oddCharacters, jira],
    ['https://jira.example.com\n/jira', oddCharacters, `${jira}/jira`],
    ['https:\\\\jira.example.com\\jira', oddCharacters, `${jira}/jira`],
    ['https://jira.example.com\u0007', oddCharacters, jira],
    ['https://a\tb\u0001.example.com', oddCharacters, 'https://ab.example.com'],

    ['"https://jira.example.com"', wrapped, jira],
    ["'jira.example.com'", wrapped, jira],
    ['""https://jira.example.com""', wrapped, jira],
    ['`https://jira.example.com', wrapped, jira],
    ['https://jira.example.com"', wrapped, jira],
    ['https://jira.example.com/jira>', wrapped, `${jira}/jira`],
    ['"http://jira.example.com"', wrapped, 'http://jira.example.com'],
    ['<https://jira.example.com>', 'is a placeholder in angle brackets', jira],
    ['<HTTP://jira.example.com/jira>', 'is a placeholder in angle brackets', 'http://jira.example.com/jira'],
  ])('%j %s: %s', (text, problem, correction) => {
    expect(parseUrl(text)).toEqual(finding('url-invalid', { problem, correction }))
  })
})

describe('nothing is suggested where it cannot be told what was meant', () => {
  it.each([
    ['https://', noHost],
    ['https:///', noHost],
    ['https://?a', noHost],
    ['https://#a', noHost],
    ['file:///etc/passwd', otherScheme],
    ['FILE://localhost/jira', otherScheme],
    ['://', noScheme],
    ['???', noScheme],
    ['(none)', noScheme],
    ['-https://jira.example.com', noScheme],
    ['${{ vars.JIRA }}', 'is a GitHub expression that was not evaluated (${{ … }})'],
    ['https://${{ vars.JIRA }}', 'is a GitHub expression that was not evaluated (${{ … }})'],
    ['$JIRA_DOMAIN', 'is the name of a variable that was not replaced by its value'],
    ['***', 'is a row of asterisks or dots: the masked form of a secret was copied, not the secret'],
    ['<your Jira>', 'is a placeholder in angle brackets'],
    ['{{ jira_url }}', 'is the name of a variable that was not replaced by its value'],
    ['vars.JIRA_URL', 'is the name of a variable that was not replaced by its value'],
    ["https://jira.example.com/'#", fragment],
    ['https://jira.example.com:99999', unreadable],
    ['https://jira example.com:port', oddCharacters],
    ['https://-.%', unreadable],
    ['https://jira.example.com:8443/secure/x?user=jane@example.com', query],
    ['https://jira.example.com/?@', query],
    ['https://jira/?user=jane@example.com', query],
    // A page, or a login of which this is the first half.
    ['https://jira.example.com/people/@jane', atSign],
    ['https://jira.example.com/a//b@c', atSign],
    ['https://jira.example.com:8443/secure/x/jane@example.com', login],
    ['https://svc:ci@hunter2/x@jira.example.com', login],
    ['https://svc-ci:hunter2@', login],
  ])('%j %s', (text, problem) => {
    expect(parseUrl(text)).toMatchObject({ reason: 'url-invalid', facts: { problem, correction: undefined } })
  })
})

describe('a login is told in any spelling, and never suggested', () => {
  const spelled = [
    'https://svc-ci:hunter2@jira.example.com',
    'http://svc-ci:hunter2@jira.example.com',
    'HTTPS://svc-ci:hunter2@jira.example.com/',
    'https://svc-ci@jira.example.com',
    'https://:hunter2@jira.example.com',
    'https://@jira.example.com',
    'https://svc:ci@hunter2@jira.example.com',
    'https://svc-ci:hun@ter2@jira.example.com',
    'svc-ci:hunter2@jira.example.com',
    'svc-ci@jira.example.com',
    '//svc-ci:hunter2@jira.example.com',
    'https:svc-ci:hunter2@jira.example.com',
    String.raw`https://CORP\svc-ci:hunter2@jira.example.com`,
    String.raw`https:\\CORP\svc-ci:hunter2@jira.example.com`,
    'https://CORP/svc-ci:hunter2@jira.example.com',
    'https://corp.example.com/svc-ci:hunter2@jira.example.com',
    'https://CORP%5Csvc-ci:hunter2@jira.example.com',
    'https://CORP%5csvc-ci:hunter2%40jira.example.com',
    'https://CORP%2Fsvc-ci%3Ahunter2@jira.example.com',
    'https://svc-ci%3Ahunter2%40jira.example.com',
    'https://svc-ci%253Ahunter2%252540jira.example.com',
    'https%3A%2F%2Fsvc-ci%3Ahunter2%40jira.example.com',
    'https%3a%2f%2fsvc-ci%3ahunter2@jira.example.com',
    'https://svc-ci&#58;hunter2&#64;jira.example.com',
    'https://svc-ci&colon;hunter2&commat;jira.example.com',
    'https://svc-ci&#x3A;hunter2&amp;#x40;jira.example.com',
    String.raw`https://svc-ci:hunter2\u0040jira.example.com`,
    String.raw`https://svc-ci:1234\\x40jira.example.com`,
    'https://svc-ci：hunter2＠jira.example.com',
    'https://svc-ci:hunter2﹫jira.example.com',
    'https://svc-ci:12/hunter2@jira.example.com',
    'https://svc-ci:/hunter2@jira.example.com',
    'https://svc-ci:hun/ter2@jira.example.com',
    'https://svc-ci:hun%2Fter2@jira.example.com',
    'https://svc-ci:hun%3Fter2@jira.example.com',
    String.raw`https://svc-ci:1234\hunter2@jira.example.com`,
    'https://svc-ci:hun ter2@jira.example.com',
    'https://MjcxODI4/TgyODQ1@jira.example.com',
    'svc-ci:1234/hunter2@jira.example.com',
    '"https://svc-ci:1234/hunter2@jira.example.com"',
  ]
  const secrets = ['1234', 'hunter2', 'ter2', 'svc-ci', 'CORP', 'corp', 'MjcxODI4']

  it.each(spelled)('%s', (text) => {
    const scheme = text.startsWith('http:') ? 'http' : 'https'
    const found = parseUrl(text)
    const problem = text.includes('MjcxODI4') ? atSign : login
    expect(found).toEqual(finding('url-invalid', { problem, correction: `${scheme}://jira.example.com` }))
    for (const secret of secrets) expect(JSON.stringify(found)).not.toContain(secret)
  })

  it.each(spelled)('%s/jira/browse/OPS-1', (text) => {
    const found = parseUrl(text.replace(/\/?"?$/, '/jira/browse/OPS-1'))
    const scheme = text.startsWith('http:') ? 'http' : 'https'
    expect(found).toHaveProperty('facts.correction', `${scheme}://jira.example.com/jira`)
  })

  // Nobody can tell what of these is the password.
  it.each([
    'https://svc-ci:1234#hunter2@jira.example.com',
    'https://svc-ci:1234?hunter2@jira.example.com',
    'https://svc-ci:hun?ter2=1@jira.example.com',
    'https://svc-ci:12/hunter2@jira.example.com?x@y',
    'https://svc-ci:1234@5/hunter2@jira.example.com',
    'svc-ci:/hunter2#@jira.example.com',
    '<https://svc-ci:1234#hunter2@jira.example.com>',
    'https://svc-ci:@1234#hunter2@jira.example.com',
    'https://hun?ter2@jira.example.com',
    'https://svc-ci:hunter2/a.b?x=1@jira.example.com',
    'https://a.example.com?x=1:hunter2@jira.example.com',
  ])('nothing of %s', (text) => {
    const found = parseUrl(text)
    expect(found).toMatchObject({ reason: 'url-invalid', facts: { correction: undefined } })
    for (const secret of secrets) expect(JSON.stringify(found)).not.toContain(secret)
  })
})

describe('what follows a login, or is a page', () => {
  it.each([
    ['https://jira.example.com/jira', 'jira.example.com/jira'],
    ['https://jane:a.b/c@jira.example.com', 'jira.example.com'],
    ['https://jane.doe:hunter2@jira.example.com', 'jira.example.com'],
    ['https://svc-ci:hunter&sol;2@jira.example.com', 'jira.example.com'],
    ['https://jira.example.com&sol;jira', 'jira.example.com/jira'],
    ['https://jira.example.com&bsol;jira', String.raw`jira.example.com\jira`],
    ['https://jira.example.com&colon;8443/jira', 'jira.example.com:8443/jira'],
    ['https://jira.example.com/%41/https%3A', 'jira.example.com/%41/https:'],
    ['http%3A%2F%2Fjira.example.com%2Fj%69ra', 'jira.example.com/jira'],
    ['https%3A%2F%2Fjira.example.com%2Fj%69ra', 'jira.example.com/jira'],
    ...['user=jane', 'jql&user=jane', 'a=b&user=jane', 'a=b#user=jane'].map((query) => [
      `https://jira.example.com/issues/?${query}@example.com`,
      `jira.example.com/issues/?${query}@example.com`,
    ]),
    ['https://jira.example.com/#/people?user=jane@example.com', 'jira.example.com/#/people?user=jane@example.com'],
  ])('%s: %s', (text, rest) => {
    expect(readUrlParts(text)).toHaveProperty('rest', rest)
  })

  // Nobody can tell whether these are pages, or the first halves of logins.
  it.each([
    'https://jira.example.com:8443/jane@example.com',
    'https://jira.example.com:8443/jane:hunter2@example.com',
    'https://jane.doe:123/x.y?a=b@jira.example.com',
    'https://jira.example.com/issues/?user=jane:hunter2@jira.example.com',
    'https://jira.example.com/issues/?jql:x&user=jane@example.com',
    'https://jira.example.com/issues/?jql(user=jane@example.com',
  ])('cannot be told of %s', (text) => {
    expect(readUrlParts(text)).toHaveProperty('rest', undefined)
  })
})

describe('the password of a URL, for those who keep it secret', () => {
  it.each([
    ['https://svc-ci:hunter2@jira.example.com', ['hunter2']],
    ['https://svc-ci:hun%40ter2@jira.example.com', ['hun%40ter2', 'hun@ter2']],
    ['https://svc-ci%3Ahunter2%40jira.example.com', ['hunter2']],
    [String.raw`https://CORP\svc-ci:hunter2@jira.example.com`, ['hunter2']],
    ['svc-ci:hunter2@jira.example.com', ['hunter2']],
    ['https://svc:ci@hunter2@jira.example.com', ['ci@hunter2']],
    ['http%3A%2F%2Fsvc-ci%3Ahunter%212%40jira.example.com', ['hunter!2']],
    ['https%3A%2F%2Fsvc-ci%3Ahunter%212%40jira.example.com', ['hunter!2']],
    ['svc-ci:https%21@jira.example.com', ['https%21']],
    ['https://svc-ci:hunter2:3@jira.example.com', ['hunter2:3']],
    ['svc-ci:hun&bsol;ter2@jira.example.com', ['hun&bsol;ter2', 'hun\\ter2']],
    ['https://svc-ci@jira.example.com', []],
    ['https://jira.example.com:8443/jira', []],
    ['https://jira.example.com/browse/a@b:c@d', []],
    ['https://svc-ci:pa.ss/rest/word@jira.example.com', ['pa.ss/rest/word']],
    ['https://corp.example.com/rest/svc-ci:hunter2@jira.example.com', ['hunter2']],
    ['https://svc-ci&colon;hunter2@jira.example.com', ['hunter2']],
    [String.raw`https://svc-ci:hunter2\\\\u0040jira.example.com`, ['hunter2']],
    [String.raw`https://svc-ci:hunter2\\x40jira.example.com`, ['hunter2']],
    [String.raw`https://svc-ci:hunter2\x40jira.example.com`, ['hunter2']],
    ['https://svc-ci:hunter2&#64jira.example.com', ['hunter2']],
    ['https://svc-ci:hunter2&#x40jira.example.com', ['hunter2']],
    ['https://CORP&sol;svc-ci:hunter2@jira.example.com', ['hunter2']],
    ['https://CORP&bsol;svc-ci:hunter2@jira.example.com', ['hunter2']],
    ['', []],
  ])('%s', (text, passwords) => {
    expect(passwordsIn(text)).toEqual(passwords)
  })
})

describe('loopback is this machine', () => {
  it.each([
    'http://localhost',
    'http://LOCALHOST:8080',
    'http://127.0.0.1',
    'http://127.255.0.7:8080',
    'http://127.0.10.25',
    'http://127.1',
    'http://[::1]:8080',
    'http://[0:0:0:0:0:0:0:1]',
  ])('%s', (url) => {
    expect(isLoopback(new URL(url))).toBe(true)
  })

  it.each([
    'http://jira.example.com',
    'http://localhost.example.com',
    'http://notlocalhost',
    // Resolvers differ.
    'http://jira.localhost',
    'http://localhost.',
    'http://127.example.com',
    'http://127.0.0.1.example.com',
    'http://128.0.0.1',
    'http://10.127.0.0.example',
    'http://0.0.0.0',
    'http://[::2]',
    'http://[::ffff:10.0.0.1]',
  ])('not %s', (url) => {
    expect(isLoopback(new URL(url))).toBe(false)
  })
})
