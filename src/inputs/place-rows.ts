import { permissionsOfBitbucket, projectsOfBitbucket, repositories, spaces } from './place-keys.ts'
import type { Row } from './row.ts'
import { CHECK } from './takers.ts'

/** Of the one table what a token has to reach and to be allowed. */
export const placeRows = {
  projects: {
    ...CHECK,
    kind: 'list',
    pattern: /^[a-z]\w*$/i,
    accepts: 'project keys: letters, digits and “_”, starting with a letter',
    // The key of an issue.
    meantBy: (item) => /^([a-z]\w*)-\d+$/i.exec(item)?.[1],
    maxItems: 500,
    products: { jira: {}, bitbucket: projectsOfBitbucket },
    help: 'list of project keys that the token must reach',
  },
  spaces: {
    ...CHECK,
    kind: 'list',
    ...spaces,
    maxItems: 500,
    products: { confluence: {} },
    help: 'list of keys of Confluence’s spaces, likewise',
  },
  repositories: {
    ...CHECK,
    kind: 'list',
    ...repositories,
    maxItems: 500,
    products: { bitbucket: {} },
    help: 'list of Bitbucket’s repositories, KEY/NAME, likewise',
  },
  permissions: {
    ...CHECK,
    kind: 'list',
    pattern: /^[\w.:-]+$/,
    accepts: 'permission keys: letters, digits and the signs “_”, “.”, “:” and “-”',
    maxItems: 100,
    products: { jira: {}, bitbucket: permissionsOfBitbucket },
    help: 'list of permission keys that the user must hold',
  },
} satisfies Record<string, Row>
