import { nearest } from '../base/nearest.ts'
import type { ListRow } from './row.ts'

/** How the keys of one kind look. */
type Keys = Pick<ListRow, 'pattern' | 'accepts' | 'meantBy'>

/** Keys of projects of Bitbucket; that of a user begins with “~”. */
export const projectsOfBitbucket: Keys = {
  pattern: /^(?:[a-z][\w.-]*|~[\w.@+-]+)$/i,
  accepts: 'project keys, which begin with a letter, or with “~” for the projects of users',
  // A repository.
  meantBy: (item) => /^([^/]+)\/[^/]+$/.exec(item)?.[1],
}

/** Keys of spaces of Confluence; that of a user begins with “~”. */
export const spaces: Keys = {
  pattern: /^(?:[a-z0-9]+|~[\w.@+-]+)$/i,
  accepts: 'space keys: letters and digits, or “~” and a user name for the space of a user',
  // The address of a page.
  meantBy: (item) => /\/(?:display|spaces)\/(~?[\w.@+-]+)/i.exec(item)?.[1],
}

/** A name is none that a path would take for a step up. */
const REPOSITORY = /^(?:[a-z][\w.-]*|~[\w.@+-]+)\/\w[\w.-]*$/i

/** The path of a repository in its own page, or in the address by which Git fetches it. */
const PATH_OF_REPOSITORY = /\/(projects|users|scm)\/([^/?#]+)\/(?:repos\/)?([^/?#]+?)(?:\.git)?(?:[/?#]|$)/i

/** Repositories of Bitbucket. */
export const repositories: Keys = {
  pattern: REPOSITORY,
  accepts:
    'repositories as KEY/NAME: the key of the project, and the name of the repository as it stands in its address',
  meantBy(item) {
    const [, place = '', key = '', name = ''] = PATH_OF_REPOSITORY.exec(item) ?? []
    const meant = `${place.toLowerCase() === 'users' ? '~' : ''}${key}/${name}`
    return REPOSITORY.test(meant) ? meant : undefined
  },
}

/** The permissions that a token of Bitbucket or its user can hold: https://developer.atlassian.com/server/bitbucket/rest/ */
const PERMISSIONS_OF_BITBUCKET = ['PROJECT', 'REPO'].flatMap((place) =>
  ['READ', 'WRITE', 'ADMIN'].map((level) => `${place}_${level}`),
)

export const permissionsOfBitbucket: Keys = {
  pattern: /^(?:PROJECT|REPO)_(?:READ|WRITE|ADMIN)$/,
  accepts: PERMISSIONS_OF_BITBUCKET.join(', '),
  meantBy: (item) => nearest(item, PERMISSIONS_OF_BITBUCKET),
}
