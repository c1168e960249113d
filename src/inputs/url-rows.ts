import type { Row } from './row.ts'
import { OF_ONE_TOKEN } from './takers.ts'

/** Of the one table the addresses, one of each product: `productOf` knows the rest of it. */
export const urlRows = {
  'jira-url': {
    ...OF_ONE_TOKEN,
    kind: 'url',
    product: 'jira',
    variable: 'JIRA_DOMAIN',
    tokenVariable: 'JIRA_PAT',
    help: 'base URL of Jira with its context path; else {variable}',
  },
  'confluence-url': {
    ...OF_ONE_TOKEN,
    kind: 'url',
    product: 'confluence',
    variable: 'CONFLUENCE_DOMAIN',
    tokenVariable: 'CONFLUENCE_PAT',
    help: 'base URL of Confluence instead; else {variable}',
  },
  'bitbucket-url': {
    programs: { check: {}, rotate: { help: 'is refused: its tokens make no tokens' } },
    kind: 'url',
    product: 'bitbucket',
    variable: 'BITBUCKET_DOMAIN',
    tokenVariable: 'BITBUCKET_PAT',
    help: 'base URL of Bitbucket instead; else {variable}',
  },
} satisfies Record<string, Row>
