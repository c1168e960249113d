import type { Product } from '../../verdict/product.ts'
import { askAccess, askGlobalAccess } from './access.ts'
import { hasTraceOfJira } from './fingerprint.ts'
import { followUpTo } from './follow-up.ts'
import { askIdentity } from './identity.ts'
import { tokenMaking } from './new-token.ts'
import { ADMINISTRATOR_PERMISSIONS } from './permissions.ts'
import { askTokens, tokenPageOf } from './tokens.ts'

/** Jira Server, Data Center and Cloud. */
export const jira: Product = {
  name: 'jira',
  hasTrace: hasTraceOfJira,
  tokenPageOf,
  administratorPermissions: ADMINISTRATOR_PERMISSIONS,
  askIdentity,
  askAccess,
  askGlobalAccess,
  askTokens,
  followUpTo,
  tokenMaking,
}
