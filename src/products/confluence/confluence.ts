import type { Product } from '../../verdict/product.ts'
// Both have the tokens of one plugin of Atlassian's, with one list at one path, at which they are made, too.
import { tokenMaking } from '../jira/new-token.ts'
import { listTokens, TOKENS_PATH } from '../jira/tokens.ts'
import { marksFor } from '../marks.ts'
import { askState } from '../server-state.ts'
import { hasTraceOfConfluence, isOfCloud } from './fingerprint.ts'
import { identify } from './identity.ts'
import { findPage } from './page-path.ts'
import { askAccess } from './spaces.ts'
import { words } from './words.ts'

/** Confluence Data Center, Server and Cloud. */
export const confluence: Product = {
  name: 'confluence',
  words,
  findPage,
  permissionsOfProjects: [],
  judgePlaces: () => undefined,
  tokenSystem: undefined,
  hasTrace: hasTraceOfConfluence,
  isOfCloud,
  asksForCaptcha: () => false,
  cloud: { host: /(?:^|\.)atlassian\.net$/i, path: '/wiki' },
  pages: /\/(?:display|pages|spaces|plugins|[^/]+\.action)(?:\/.*)?$/i,
  ...marksFor('confluence'),
  tokenPageOf: (baseUrl) => `${baseUrl}/plugins/personalaccesstokens/usertokens.action`,
  administratorPermissions: [],
  identify,
  askAccess,
  askFurtherAccess: () => [],
  tokensPathOf: () => TOKENS_PATH,
  listTokens,
  followUpTo: askState,
  tokenMaking,
}
