import type { Product } from '../../verdict/product.ts'
import { marksFor } from '../marks.ts'
import { askState } from '../server-state.ts'
import { askAccess, askFurtherAccess } from './access.ts'
import { asksForCaptcha, hasTraceOfBitbucket } from './fingerprint.ts'
import { identify } from './identity.ts'
import { findPage } from './page-path.ts'
import { judgePlaces } from './places.ts'
import { listTokens, tokensPathOf } from './tokens.ts'
import { words } from './words.ts'

/** Bitbucket Data Center and Server; its Cloud is another product. */
export const bitbucket: Product = {
  name: 'bitbucket',
  words,
  findPage,
  permissionsOfProjects: [],
  judgePlaces,
  tokenSystem: 'Bitbucket',
  hasTrace: hasTraceOfBitbucket,
  isOfCloud: () => false,
  asksForCaptcha,
  cloud: undefined,
  pages: /\/(?:projects|repos|dashboard|login|plugins|getting-started)(?:\/.*)?$/i,
  ...marksFor('bitbucket'),
  tokenPageOf: (baseUrl) => `${baseUrl}/plugins/servlet/access-tokens/manage`,
  administratorPermissions: [],
  identify,
  askAccess,
  askFurtherAccess,
  tokensPathOf,
  listTokens,
  followUpTo: askState,
  // A token may list the account's tokens, and make none: that takes the password.
  tokenMaking: undefined,
}
