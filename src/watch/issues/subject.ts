import { stateOf, type TokenState } from '../state.ts'
import type { WatchedToken, WatchReport } from '../watched-token.ts'
import { hashOf, identityOfServer, identityOfToken, LIST_IDENTITY } from './identity.ts'

/** What is known of the list. */
export interface ListFacts {
  /** Its `name`, plain; undefined where it has none, or could not be read. */
  readonly name: string | undefined
  /** Its path as the input has it; undefined for a list that was given as text. */
  readonly path: string | undefined
  /** Why it is unsound, plain; undefined where it is sound. */
  readonly unsound: string | undefined
  /** Whether there is one: without it nothing is known of what a merge of reports does not hold. */
  readonly isRead: boolean
}

/** How a subject stands: `well`, out of the list, not to be seen this time, or failing in some state. */
export type Seen = 'well' | 'gone' | 'unseen' | { readonly state: SubjectState }

export type SubjectState = Exclude<TokenState, 'well'> | 'down' | 'unsound' | 'no-secrets' | 'incomplete'

/** What one issue is about. */
export interface Subject {
  readonly kind: 'token' | 'server' | 'list'
  /** Name of the secret, URL of the server, name or path of the list; empty where it left the list. */
  readonly name: string
  readonly list: string
  readonly identity: string
  /** By this hash it is found, too: the path of a list that was given a name since, or the name where the path counts. */
  readonly otherList: string
  readonly seen: Seen
  /** Which tokens stand in it; of a token that is well or unseen, that one. */
  readonly tokens: readonly WatchedToken[]
  /** Why the list is unsound. */
  readonly unsound?: string
}

/** Where a token stands, if it needs care. */
type Place = 'list' | 'server' | 'own'

/**
 * Everything that has an issue, or would have one if it needed care: the list, its servers, its tokens.
 * @returns none where the list has no name to be known by
 */
export function subjectsOf(report: WatchReport, list: ListFacts): readonly Subject[] {
  const listName = list.name ?? list.path
  if (listName === undefined) return []
  const { tokens } = report
  const isWithoutSecrets = tokens.every(({ reason }) => reason === 'token-missing')
  const placed = tokens.map((token) => ({ token, place: isWithoutSecrets ? ('list' as const) : placeOf(token) }))
  const inList = placed.filter(({ place }) => place === 'list').map(({ token }) => token)
  const well = list.isRead ? 'well' : 'unseen'
  const listSubject: Subject = {
    kind: 'list',
    name: list.path ?? listName,
    // By its path, so that a file whose name cannot be read finds its issue again.
    list: hashOf(list.path ?? listName),
    otherList: hashOf(listName),
    identity: hashOf(LIST_IDENTITY),
    seen: well,
    tokens: inList,
  }
  if (list.unsound !== undefined) {
    return [{ ...listSubject, seen: { state: 'unsound' }, tokens: [], unsound: list.unsound }]
  }
  const hashes = { list: hashOf(listName), otherList: listSubject.list }
  const incomplete = { state: isWithoutSecrets ? 'no-secrets' : 'incomplete' } as const
  return [
    inList.length > 0 ? { ...listSubject, seen: incomplete } : listSubject,
    ...serversOf(placed, hashes, well),
    ...placed.map(({ token, place }): Subject => {
      const state = stateOf(token)
      const seen = state === 'well' ? well : place === 'own' ? { state } : 'unseen'
      const identity = hashOf(identityOfToken(token.secret))
      return { kind: 'token', name: token.secret, ...hashes, identity, seen, tokens: [token] }
    }),
  ]
}

interface Placed {
  readonly token: WatchedToken
  readonly place: Place
}

function placeOf(token: WatchedToken): Place {
  if (token.unaskedBecause === 'no-report' || token.unaskedBecause === 'time') return 'list'
  const isOfServer =
    token.result === 'unknown' && token.reason !== 'expiry-unknown' && token.reason !== 'internal-error'
  return isOfServer && serverOf(token) !== undefined ? 'server' : 'own'
}

function serversOf(
  placed: readonly Placed[],
  hashes: Pick<Subject, 'list' | 'otherList'>,
  well: 'well' | 'unseen',
): readonly Subject[] {
  const byServer = Map.groupBy(placed, ({ token }) => serverOf(token))
  return Array.from(byServer).flatMap(([name, those]): Subject[] => {
    if (name === undefined) return []
    const down = those.filter(({ place }) => place === 'server').map(({ token }) => token)
    const seen = down.length > 0 ? ({ state: 'down' } as const) : those.some(hasReachedServer) ? well : 'unseen'
    return [{ kind: 'server', name, ...hashes, identity: hashOf(name), seen, tokens: down }]
  })
}

function serverOf({ baseUrl }: WatchedToken): string | undefined {
  return baseUrl === null ? undefined : identityOfServer(baseUrl)
}

/** Whether what is said of a token came from its server: then that one is up. */
function hasReachedServer({ token: { asked, result, reason, stage } }: Placed): boolean {
  return asked && stage !== 'inputs' && (result !== 'unknown' || reason === 'expiry-unknown')
}
