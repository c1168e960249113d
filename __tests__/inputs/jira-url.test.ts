import { describe, expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import { isLoopback, parseJiraUrl } from '../../src/inputs/jira-url.ts'

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
    ['https://jira.example.com/a//b@c', 'https://jira.example.com/a//b@c'],
  ])('%s', (text, href) => {
    expect(parseJiraUrl(text)).toEqual(new URL(href))
  })
})

it('is missing where there is none', () => {
  expect(parseJiraUrl('')).toEqual(finding('url-missing', {}))
})

const noScheme = 'has no scheme (https://)'
const noHost = 'names no host'
const wrapped = 'is wrapped in quotation marks or brackets'
const otherScheme = 'has a scheme other than https or http'
const credentials = 'holds credentials, which do not belong there'
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
    ['httpsjira.example.com', noScheme, 'https://httpsjira.example.com'],

    ['ftp://jira.example.com/', otherScheme, jira],
    ['ssh+git://jira.example.com', otherScheme, jira],
    ['htps://jira.example.com', otherScheme, jira],
    ['ftp://localhost/jira', otherScheme, 'http://localhost/jira'],

    ['https://svc-ci:hunter2@jira.example.com/jira', credentials, `${jira}/jira`],
    ['https://svc-ci@jira.example.com', credentials, jira],
    ['https://:hunter2@jira.example.com', credentials, jira],
    ['https://@jira.example.com', credentials, jira],
    ['http://svc-ci:hunter2@jira.example.com', credentials, 'http://jira.example.com'],
    ['https://svc:ci@hunter2@jira.example.com', credentials, jira],
    ['svc-ci:hunter2@jira.example.com', noScheme, jira],

    ['https://jira.example.com/?', query, jira],
    ['https://jira.example.com/a@b?c', query, `${jira}/a@b`],
    ['https://jira.example.com/file:a?b', query, `${jira}/file:a`],
    ['https://jira.example.com/http:a?b', query, `${jira}/http:a`],
    ['https://jira.example.com?os_authType=basic', query, jira],
    ['https://example.com/jira?a=b#c', query, 'https://example.com/jira'],
    ['https://jira.example.com/#', fragment, jira],
    ['https://example.com/jira#top', fragment, 'https://example.com/jira'],

    ['https://jira.example.com/browse/OPS-123', pastedPath, jira],
    ['https://jira.example.com/secure/x?user=jane@example.com', query, jira],
    ['https://jira.example.com/browse', pastedPath, jira],
    ['https://example.com/jira/browse/', pastedPath, 'https://example.com/jira'],
    ['https://example.com/jira/secure/Dashboard.jspa', pastedPath, 'https://example.com/jira'],
    ['https://jira.example.com/rest/api/2/myself', pastedPath, jira],
    ['https://jira.example.com/REST/api/2', pastedPath, jira],
    ['https://example.com/jira/login.jsp', pastedPath, 'https://example.com/jira'],
    ['https://example.com/jira/login.jsp;jsessionid=1', pastedPath, 'https://example.com/jira'],
    ['https://jira.example.com/rest/a/browse/b', pastedPath, jira],
    ['https://jira.example.com/login.jsp?os_destination=%2F', query, jira],
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
    expect(parseJiraUrl(text)).toEqual(finding('url-invalid', { problem, correction }))
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
    ['${{ vars.JIRA }}', 'is a GitHub expression that was not evaluated (${{ … }})'],
    ['https://${{ vars.JIRA }}', 'is a GitHub expression that was not evaluated (${{ … }})'],
    ['$JIRA_DOMAIN', 'is the name of a variable that was not replaced by its value'],
    ['***', 'is a row of asterisks: the masked form of a secret was copied, not the secret'],
    ['<your Jira>', 'is a placeholder in angle brackets'],
    ["https://jira.example.com/'#", fragment],
    ['https://jira.example.com:99999', unreadable],
    ['https://jira example.com:port', oddCharacters],
    ['https://-.%', unreadable],
    ['https://jira.example.com:8443/secure/x?user=jane@example.com', query],
  ])('%j %s', (text, problem) => {
    expect(parseJiraUrl(text)).toMatchObject({ reason: 'url-invalid', facts: { problem, correction: undefined } })
  })
})

describe('a password is never suggested, however it spoils the URL', () => {
  it.each([
    'https://svc-ci:hunter2@jira.example.com',
    'https://svc-ci:1234#hunter2@jira.example.com',
    'https://svc-ci:1234?hunter2@jira.example.com',
    'https://svc-ci:12/hunter2@jira.example.com',
    'https://svc-ci:12/hunter2@jira.example.com?x',
    'https://svc-ci:/hunter2@jira.example.com',
    'https://svc-ci:hun/ter2@jira.example.com',
    'https://svc-ci:1234@5/hunter2@jira.example.com',
    'https://svc-ci:1234\\hunter2@jira.example.com',
    'svc-ci:1234/hunter2@jira.example.com',
    'svc-ci:/hunter2#@jira.example.com',
    '"https://svc-ci:1234/hunter2@jira.example.com"',
    '<https://svc-ci:1234#hunter2@jira.example.com>',
    'https://svc-ci:@1234#hunter2@jira.example.com',
  ])('%s', (text) => {
    const told = JSON.stringify(parseJiraUrl(text))
    expect(told).toContain('url-invalid')
    for (const secret of ['1234', 'hunter2', 'ter2', 'svc-ci']) expect(told).not.toContain(secret)
  })
})

describe('loopback is this machine', () => {
  it.each([
    'http://localhost',
    'http://LOCALHOST:8080',
    'http://localhost.',
    'http://jira.localhost',
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
