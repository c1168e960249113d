import { describe, expect, it } from 'vitest'
import { isFinding } from '../../src/catalogue/finding.ts'
import { parseBaseUrl } from '../../src/inputs/base-url.ts'
import { findPage as findPageOfBitbucket } from '../../src/products/bitbucket/page-path.ts'
import { findPage as findPageOfConfluence } from '../../src/products/confluence/page-path.ts'
import { findPage as findPageOfJira } from '../../src/products/jira/page-path.ts'

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
    ['https://example.com/resting', 'https://example.com/resting'],
    ['https://example.com/confluence/admin?x', 'https://example.com/confluence'],
    ['https://example.com/x/', 'https://example.com/x'],
    ['https://example.com/wiki/login.action;jsessionid=1', 'https://example.com/wiki'],
    ['https://example.com/wiki/home', 'https://example.com/wiki/home'],
    ['https://example.atlassian.net/intranet/wiki/home', 'https://example.atlassian.net/intranet/wiki/home'],
    ['https://example.atlassian.net/wiki/home', 'https://example.atlassian.net/wiki'],
    ['https://example.atlassian.net/wiki//home', 'https://example.atlassian.net/wiki'],
    ['https://example.com/index.actionable', 'https://example.com/index.actionable'],
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
    ['https://example.com/projects//OPS', 'https://example.com'],
    ['https://example.com/bitbucket/projects?name=x', 'https://example.com/bitbucket'],
    ['https://example.com/resting', 'https://example.com/resting'],
    ['https://example.com/rest', 'https://example.com'],
    ['https://example.com/my/users/', 'https://example.com/my/users'],
    ['https://example.com/users-tool?x=1', 'https://example.com/users-tool'],
    ['https://example.com/admin/x/users?start=25', 'https://example.com'],
    ['https://example.com/my/users?start=25', 'https://example.com/my'],
    ['https://example.com/profiles', 'https://example.com/profiles'],
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

describe('an address of Jira', () => {
  it.each([
    ['https://example.com/restaurant', 'https://example.com/restaurant'],
    ['https://example.com/secure', 'https://example.com'],
    ['https://example.com/jira/secure/Dashboard.jspa', 'https://example.com/jira'],
    ['https://example.com/jira/browse/OPS-1', 'https://example.com/jira'],
    ['https://example.com/jira/issues', 'https://example.com/jira/issues'],
    ['https://example.com/jira/issues/?jql=x', 'https://example.com/jira'],
    ['https://example.com/jira/issues/OPS-1', 'https://example.com/jira'],
    ['https://example.com/jira/servicedesk/customer/portal/1', 'https://example.com/jira'],
    ['https://example.com/dashboard', 'https://example.com'],
    ['https://example.com/dashboards/10100', 'https://example.com'],
    ['https://example.com/dashboards.html', 'https://example.com'],
    ['https://example.com/dashboarding', 'https://example.com/dashboarding'],
    ['https://example.com/jira/si/jira.issueviews:issue-xml/OPS-1', 'https://example.com/jira'],
    ['https://example.com/jira/login.jsp', 'https://example.com/jira'],
    ['https://example.com/jira/login.jsp;jsessionid=1', 'https://example.com/jira'],
    ['https://example.com/projects', 'https://example.com/projects'],
    ['https://example.com/projects/OPS', 'https://example.com'],
    ['https://example.com/projects/OPS_2/summary', 'https://example.com'],
    ['https://example.com/issues-tool?x=1', 'https://example.com/issues-tool'],
    ['https://example.com/projects/OPSx', 'https://example.com/projects/OPSx'],
    ['https://example.com/projects/ops', 'https://example.com/projects/ops'],
    ['https://example.com/projects?selectedCategory=all', 'https://example.com'],
    ['https://example.com/browse/x/projects/OPS', 'https://example.com'],
    ['https://example.atlassian.net', 'https://example.atlassian.net'],
    ['https://example.atlassian.net/jira/your-work', 'https://example.atlassian.net'],
    ['https://example.atlassian.net//jira/your-work', 'https://example.atlassian.net'],
  ])('%s: %s', (text, meant) => {
    expect(correct(findPageOfJira, text)).toBe(meant)
  })
})
