import type { Product } from '../../verdict/product.ts'
import { marksFor } from '../marks.ts'
import { askAccess, askFurtherAccess } from './access.ts'
import { hasTraceOfJira, isOfCloud } from './fingerprint.ts'
import { followUpTo } from './follow-up.ts'
import { identify } from './identity.ts'
import { tokenMaking } from './new-token.ts'
import { findPage } from './page-path.ts'
import { ADMINISTRATOR_PERMISSIONS } from './permissions.ts'
import { listTokens, TOKENS_PATH, tokenPageOf } from './tokens.ts'
import { words } from './words.ts'

/** Jira Server, Data Center and Cloud. */
export const jira: Product = {
  name: 'jira',
  words,
  findPage,
  permissionsOfProjects: ['BROWSE_PROJECTS'],
  judgePlaces: () => undefined,
  tokenSystem: undefined,
  hasTrace: hasTraceOfJira,
  isOfCloud,
  asksForCaptcha: () => false,
  cloud: { host: /(?:^|\.)(?:atlassian\.net|jira\.com)$/i, path: '' },
  pages: /\/(?:secure|browse|projects|issues|plugins|servicedesk|dashboard)(?:\/.*)?$/i,
  ...marksFor('jira'),
  tokenPageOf,
  administratorPermissions: ADMINISTRATOR_PERMISSIONS,
  identify,
  askAccess,
  askFurtherAccess,
  tokensPathOf: () => TOKENS_PATH,
  listTokens,
  followUpTo,
  tokenMaking,
}
