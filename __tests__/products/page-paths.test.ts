import { describe, expect, it } from 'vitest'
import { isFinding } from '../../src/catalogue/finding.ts'
import { parseBaseUrl } from '../../src/inputs/base-url.ts'
import { findPage as findPageOfBitbucket } from '../../src/products/bitbucket/page-path.ts'
import { findPage as findPageOfConfluence } from '../../src/products/confluence/page-path.ts'

/** What a pasted address was probably meant to be; itself, where it is taken. */
function correct(findPage: typeof findPageOfBitbucket, text: string): unknown {
  const url = parseBaseUrl(text, findPage)
  if (!isFinding(url)) return url.href.replace(/\/$/, '')
  return url.reason === 'url-invalid' ? url.facts.correction : url.reason
}

describe('an address of Confluence', () => {
  it.each([
    ['https://confluence.example.com', 'https://confluence.example.com'],
    ['https://example.com/confluence/', 'https://example.com/confluence'],
    ['https://example.atlassian.net/wiki', 'https://example.atlassian.net/wiki'],
    ['https://example.com/pages', 'https://example.com/pages'],
    ['https://example.com/confluence/display/OPS/Home', 'https://example.com/confluence'],
    ['https://example.com/spaces/OPS/pages/98305/Home', 'https://example.com'],
    ['https://example.com/wiki/pages/viewpage.action?pageId=98305', 'https://example.com/wiki'],
    ['https://example.com/login.action', 'https://example.com'],
    ['https://example.com/wiki/index.action#all-updates', 'https://example.com/wiki'],
    ['https://example.com/wiki/x/AYABAQ', 'https://example.com/wiki'],
    ['https://example.com/plugins/personalaccesstokens/usertokens.action', 'https://example.com'],
    ['https://example.com/rest/api/user/current', 'https://example.com'],
    ['https://example.atlassian.net/wiki/home', 'https://example.atlassian.net/wiki'],
    ['https://example.atlassian.net/wiki/spaces/OPS/overview', 'https://example.atlassian.net/wiki'],
  ])('%s: %s', (text, meant) => {
    expect(correct(findPageOfConfluence, text)).toBe(meant)
  })
})

describe('an address of Bitbucket', () => {
  it.each([
    ['https://bitbucket.example.com', 'https://bitbucket.example.com'],
    ['https://example.com/stash/', 'https://example.com/stash'],
    ['https://example.com/projects', 'https://example.com/projects'],
    ['https://example.com/bitbucket/projects/OPS/repos/web/browse', 'https://example.com/bitbucket'],
    ['https://example.com/projects/OPS', 'https://example.com'],
    ['https://example.com/bitbucket/projects?name=x', 'https://example.com/bitbucket'],
    ['https://example.com/scm/ops/web.git', 'https://example.com'],
    ['https://example.com/users/svc-ci/repos/notes', 'https://example.com'],
    ['https://example.com/stash/login?next=/projects', 'https://example.com/stash'],
    ['https://example.com/dashboard', 'https://example.com'],
    ['https://example.com/plugins/servlet/access-tokens/manage', 'https://example.com'],
    ['https://example.com/rest/api/latest/application-properties', 'https://example.com'],
  ])('%s: %s', (text, meant) => {
    expect(correct(findPageOfBitbucket, text)).toBe(meant)
  })
})
