import { isObject, type JsonObject, textOf } from '../../base/json.ts'
import { decodePercent } from '../../base/percent.ts'
import { type Finding, finding, isFinding } from '../../catalogue/finding.ts'
import type { Identity } from '../../verdict/identity.ts'
import { contradictionTo } from '../../verdict/named-user.ts'
import type { Product, SentToken } from '../../verdict/product.ts'
import { type JsonAnswer, noIdentity, type Question, wrongShape } from '../../verdict/question.ts'
import { foldName } from '../../verdict/user.ts'

/** Open to everybody: it proves that this is Bitbucket, and its headers name the user whom it has recognised. */
export const PROPERTIES_PATH = '/rest/api/latest/application-properties'

/** The resource that lists users. `filter` finds parts of names; no server has more users of one part than this. */
export const USERS_PATH = '/rest/api/latest/users'
const MAX_USERS = 1000

/** For users alone who are logged in. */
export const RECENT_PATH = '/rest/api/latest/profile/recent/repos'

/**
 * Asks whose token was sent. Bitbucket has no resource that says so: the headers of any answer name the user, and the
 * list of users has to know that name, by the same number.
 */
export const identify: Product['identify'] = async (ask, sent) => {
  const named = await ask(askName())
  if (isFinding(named)) return named
  return ask(named.name === '' ? askWhetherAnybody() : askUser(named, sent))
}

/** Whom the headers name; both are empty where they name nobody. */
interface Named {
  readonly name: string
  readonly id: string
}

function askName(): Question<Named> {
  return {
    path: PROPERTIES_PATH,
    what: 'the identity',
    stage: 'authentication',
    read(diagnosis) {
      if (isFinding(diagnosis)) return diagnosis
      const { json, headers, product } = diagnosis
      const isOwn = isObject(json) && textOf(json, 'displayName') !== '' && textOf(json, 'version') !== ''
      if (!isOwn) return noIdentity(diagnosis, `nothing in it shows that it is from ${product}`)
      const [name = '', ...otherNames] = namesIn(headers.get('x-ausername'))
      const [id = '', ...otherIds] = namesIn(headers.get('x-auserid'))
      if (otherNames.length > 0 || otherIds.length > 0) return noIdentity(diagnosis, 'its headers name several users')
      return { name: decodePercent(name) ?? name, id }
    },
  }
}

/** The values of a header, each once: where it was sent several times, they have been joined by commas. */
function namesIn(header: string | undefined): readonly string[] {
  return [...new Set((header ?? '').split(',').map((part) => part.trim()))].filter(Boolean)
}

/** Without a name, a refusal shows that the token is not accepted; anything else proves nobody. */
function askWhetherAnybody(): Question<Identity> {
  return {
    path: `${RECENT_PATH}?limit=1`,
    what: 'the identity',
    stage: 'authentication',
    read(diagnosis) {
      if (isFinding(diagnosis)) return diagnosis
      const { path, operator, statusCode } = diagnosis
      const contradiction =
        'the token is accepted, and no header names a user: something on the way takes X-AUSERNAME off, or it is the token of a project or a repository, which belongs to no user'
      return finding('no-identity', { contradiction, path, operator, strippedHeader: 'X-AUSERNAME' }, statusCode)
    },
  }
}

function askUser(named: Named, sent: SentToken): Question<Identity> {
  return {
    path: `${USERS_PATH}?${new URLSearchParams({ filter: named.name, limit: String(MAX_USERS) })}`,
    what: 'the identity',
    stage: 'authentication',
    read(diagnosis) {
      if (isFinding(diagnosis)) return REFUSALS.has(diagnosis.reason) ? unconfirmed(named, diagnosis) : diagnosis
      const { json, headers, product } = diagnosis
      const users = isObject(json) ? json['values'] : undefined
      if (!isObject(json) || !Array.isArray(users)) return wrongShape(diagnosis)
      const alike = users.filter(isObject).filter((one) => foldName(textOf(one, 'name')) === foldName(named.name))
      const user = alike.find((one) => textOf(one, 'name') === named.name) ?? alike[0]
      if (user === undefined) return unconfirmed(named, diagnosis)
      const identity = parseUser(user)
      const ids = [named.id, ...namesIn(headers.get('x-auserid'))].filter(Boolean)
      if (ids.some((id) => id !== identity.key)) return noIdentity(diagnosis, 'its header X-AUSERID names another user')
      const contradiction = contradictionTo(identity, json, diagnosis, { isToken: sent.isToken, isOwn: true, product })
      return contradiction === undefined ? identity : noIdentity(diagnosis, contradiction)
    },
  }
}

/** With these Bitbucket, or whatever is in front of it, keeps the list from this user; they say nothing of the token. */
const REFUSALS: ReadonlySet<Finding['reason']> = new Set([
  'token-rejected',
  'basic-rejected',
  'access-denied',
  'not-found',
])

function unconfirmed({ name }: Named, answer: JsonAnswer | Finding): Finding {
  const isRefused = isFinding(answer)
  const contradiction = isRefused
    ? 'the list of users, which has to confirm the name in X-AUSERNAME, is refused'
    : 'the list of users has no entry of the name in X-AUSERNAME'
  const { path, operator } = isRefused ? { path: USERS_PATH, operator: undefined } : answer
  return finding('no-identity', { contradiction, path, operator, unconfirmedName: name }, answer.statusCode ?? 200)
}

function parseUser(user: JsonObject): Identity {
  const { id, active } = user
  return {
    name: textOf(user, 'name'),
    key: typeof id === 'number' ? String(id) : '',
    accountId: '',
    displayName: textOf(user, 'displayName'),
    emailAddress: textOf(user, 'emailAddress'),
    active: typeof active === 'boolean' ? active : null,
    timeZone: '',
    locale: '',
    slug: textOf(user, 'slug'),
  }
}
