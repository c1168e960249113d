/** How the tokens of other systems begin that mark them, in the letters in which they are issued. */
const MARKS: readonly (readonly [pattern: RegExp, system: string])[] = [
  // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
  [/^(?:gh[pousr]_|github_pat_)/, 'GitHub'],
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  [/^(?:gl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|imt|agent|soat|ffct|wt)-|GR1348941)/, 'GitLab'],
  // https://docs.slack.dev/authentication/tokens
  [/^(?:xox[a-z](?:\.xox[a-z])?-|xapp-)/, 'Slack'],
  // https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/
  [/^npm_/, 'npm'],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  [/^(?:AKIA|ASIA)[A-Z0-9]{12,}$/, 'AWS'],
  // https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html
  [/^BBDC-/, 'Bitbucket'],
  // https://developer.atlassian.com/cloud/bitbucket/rest/intro/#access-tokens
  [/^(?:ATBB[A-Za-z0-9]{20,}$|ATCTT3)/, 'Bitbucket Cloud'],
]

/**
 * @param own the system whose tokens are wanted; left out where those bear no mark, or none are
 * @returns the system that issued a token, as its beginning marks it; undefined where it bears no mark of another one
 */
export function findForeignSystem(token: string, own?: string): string | undefined {
  const system = MARKS.find(([pattern]) => pattern.test(token))?.[1]
  return system === own ? undefined : system
}
