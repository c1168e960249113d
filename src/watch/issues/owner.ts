/** Whose token it is, as far as GitHub can tell them. */
export type Owner =
  | { readonly kind: 'user'; readonly login: string }
  | { readonly kind: 'team'; readonly name: string }
  /** Plain words, and whatever else cannot be told by name. */
  | { readonly kind: 'words' }

/** Letters, digits and hyphens; an underscore before the short name of an enterprise. */
const USER = /^@([a-z\d][a-z\d_-]{0,38})$/i
const TEAM = /^@(([a-z\d][a-z\d-]{0,38})\/[a-z\d][a-z\d_-]{0,99})$/i

/**
 * @param repository `OWNER/NAME`: a team of another organization than its own cannot be told there
 */
export function readOwner(owner: string, repository: string): Owner {
  const login = USER.exec(owner)?.[1]
  if (login !== undefined) return { kind: 'user', login }
  const [, name, organization] = TEAM.exec(owner) ?? []
  const isOwn = organization?.toLowerCase() === repository.split('/')[0]?.toLowerCase()
  return name !== undefined && isOwn ? { kind: 'team', name } : { kind: 'words' }
}
