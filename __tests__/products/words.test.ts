import { describe, expect, it } from 'vitest'
import { afterword, contradictionRemedy, contradictionTitle } from '../../src/catalogue/additions.ts'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import type { Entry } from '../../src/catalogue/entry.ts'
import { fill } from '../../src/catalogue/fill.ts'
import { adviceTemplates, notes } from '../../src/catalogue/notes.ts'
import type { ProductWords } from '../../src/catalogue/product-words.ts'
import { urlRows } from '../../src/inputs/url-rows.ts'
import { allProducts } from '../../src/products/all-products.ts'
import { bitbucket } from '../../src/products/bitbucket/bitbucket.ts'
import { confluence } from '../../src/products/confluence/confluence.ts'
import { jira } from '../../src/products/jira/jira.ts'
import { typicalFacts } from '../catalogue/typical-facts.ts'

const products = [jira, confluence, bitbucket]

/** Of Jira alone, since no other product gives such an answer. */
const OF_JIRA = ['pat-unsupported', 'permission-unknown']

const templatesOf = ({ title, message, cause = '', remedy }: Entry): string[] => [title, message, cause, ...remedy]

const templates = [
  ...Object.entries<Entry>(catalogue).flatMap(([reason, entry]) =>
    OF_JIRA.includes(reason) ? [] : templatesOf(entry),
  ),
  ...Object.values(notes).flatMap(({ title, message, remedy }) => [title, message, ...remedy]),
  ...Object.values(adviceTemplates),
  ...[afterword, contradictionTitle, ...contradictionRemedy],
]

/** Every fact is known, and none of them names a product. */
const facts = Object.fromEntries(Object.keys(typicalFacts).map((name) => [name, 'X']))

/** The name of the project itself. */
const OF_ALL = /jira-pat-check/g

describe.each(products)('the words of $name', ({ words }) => {
  const others = products.filter((other) => other.words !== words).map((other) => other.words.product)

  // It has none, so that none of its answers needs these words.
  const ofProjects = /\{(?:projectKeyPlace|projectRole|permissionPlace)\}/
  const own = templates.filter((template) => words.projectRole !== '' || !ofProjects.test(template))

  it.each(own)('%s', (template) => {
    const text = fill(template, { ...facts, ...words }, (input) => (input === 'url' ? words.urlInput : input))
    for (const other of others) expect(text.replace(OF_ALL, '')).not.toMatch(new RegExp(other, 'i'))
    expect(text).not.toContain('(unknown)')
  })

  it('are of itself', () => {
    for (const text of Object.values(words)) {
      for (const other of others) expect((text ?? '').replace(OF_ALL, '')).not.toMatch(new RegExp(other, 'i'))
    }
  })
})

/** What is undefined is not to be said of that product; what is empty has no place in its answers. */
const table: [word: keyof ProductWords, jira: unknown, confluence: unknown, bitbucket: unknown][] = [
  ['product', 'Jira', 'Confluence', 'Bitbucket'],
  ['urlInput', 'jira-url', 'confluence-url', 'bitbucket-url'],
  ['urlVariable', 'JIRA_DOMAIN', 'CONFLUENCE_DOMAIN', 'BITBUCKET_DOMAIN'],
  ['patVariable', 'JIRA_PAT', 'CONFLUENCE_PAT', 'BITBUCKET_PAT'],
  ['exampleUrl', 'https://jira.example.com', 'https://confluence.example.com', 'https://bitbucket.example.com'],
  [
    'examplePage',
    'https://jira.example.com/jira/secure/Dashboard.jspa',
    'https://confluence.example.com/confluence/display/OPS/Home',
    'https://bitbucket.example.com/bitbucket/projects/OPS',
  ],
  [
    'exampleBaseUrl',
    'https://jira.example.com/jira',
    'https://confluence.example.com/confluence',
    'https://bitbucket.example.com/bitbucket',
  ],
  ['cloudPath', undefined, '/wiki', undefined],
  ['cloudAnswer', undefined, 'it gives an account without access the same answer as a wrong token', undefined],
  ['openPath', '/status', '/status', '/rest/api/latest/application-properties'],
  ['aToken', 'a personal access token', 'a personal access token', 'an HTTP access token'],
  ['tokenNoun', 'personal access token', 'personal access token', 'token of that kind'],
  ['tokenKinds', 'personal access tokens', 'personal access tokens', 'HTTP access tokens'],
  ['tokenPageTitle', 'Personal Access Tokens', 'Personal Access Tokens', 'HTTP access tokens'],
  [
    'tokenMenu',
    'Profile > Personal Access Tokens > Create token',
    'Settings > Personal Access Tokens > Create token',
    'Manage account > HTTP access tokens > Create token',
  ],
  ['rotateAction', 'jira-pat-check/rotate', 'jira-pat-check/rotate', undefined],
  ['tokensSince', 'Jira 8.14 or later, atlassian.pats.enabled', 'Confluence 7.9 or later', 'Bitbucket 5.5 or later'],
  ['bearerOnly', 'only as Bearer', 'only as Bearer', undefined],
  ['maintenanceWork', 'a re-index or an upgrade', 'an upgrade', 'a migration or an upgrade'],
  ['access', 'application access', 'the global permission “can use”', 'the global permission Bitbucket User'],
  [
    'accessPlace',
    'User management > Applications',
    'General configuration > Global permissions',
    'Administration > Global permissions',
  ],
  ['readScope', 'read:jira-user', 'read:confluence-user', undefined],
  [
    'scopedUrl',
    'https://api.atlassian.com/ex/jira/CLOUD-ID',
    'https://api.atlassian.com/ex/confluence/CLOUD-ID/wiki',
    undefined,
  ],
  [
    'projectKeyPlace',
    'as in the keys of its issues: OPS in OPS-123, upper case',
    '',
    'as in its address: OPS in /projects/OPS, and ~svc-ci for the projects of a user',
  ],
  ['projectRole', 'a role or group with Browse Projects', '', 'Project read'],
  [
    'permissionPlace',
    "in the project's permission scheme (a global one under Global permissions)",
    '',
    'in the permissions of the project or the repository',
  ],
  [
    'scopeCaveat',
    undefined,
    undefined,
    'a token may have fewer permissions than its user, and what Bitbucket answered need not show that',
  ],
  ['placeWords', 'projects', 'spaces', 'projects and repositories'],
  ['placeTitle', 'Project', 'Space', 'Project or repository'],
]

it.each(Object.entries(urlRows))('name what the row of %s names', (urlInput, { product, variable, tokenVariable }) => {
  expect(allProducts[product].words).toMatchObject({ urlInput, urlVariable: variable, patVariable: tokenVariable })
})

describe('side by side', () => {
  it.each(table)('%s: %s, %s, %s', (word, ...said) => {
    expect(products.map(({ words }) => words[word])).toEqual(said)
  })

  it.each(products)('$name has no other words', ({ words }) => {
    expect(Object.keys(words).sort()).toEqual(table.map(([word]) => word).sort())
  })
})
