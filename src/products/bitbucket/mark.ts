import type { OtherProduct } from '../../verdict/product-traits.ts'
import type { Answer } from '../../wire/answer.ts'

/** By this the other products know Bitbucket; its words are not loaded for it. */
export const bitbucketMark: OtherProduct = {
  product: 'Bitbucket',
  urlInput: 'bitbucket-url',
  isMarked: isOfBitbucket,
  contextPaths: ['/bitbucket', '/stash'],
}

/** Whether an answer bears what only Bitbucket sends: request ids that begin with “@”, its user's id, its error envelope. */
export function isOfBitbucket({ headers, body }: Answer): boolean {
  return (
    headers.get('x-arequestid')?.startsWith('@') === true ||
    headers.has('x-auserid') ||
    /\bx-auserid\b/i.test(headers.get('vary') ?? '') ||
    /"exceptionName"\s*:\s*"com\.atlassian\.(?:bitbucket|stash)\./.test(body)
  )
}
