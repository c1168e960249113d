import type { OtherProduct } from '../../verdict/product-traits.ts'
import { words } from './words.ts'

/** By this the other products know Jira: its request ids begin with a number, and no other has its error envelope. */
export const jiraMark: OtherProduct = {
  product: words.product,
  urlInput: words.urlInput,
  isMarked: ({ headers, body }) =>
    /^\d+x\d+x\d+/.test(headers.get('x-arequestid') ?? '') || /^\s*\{\s*"errorMessages"\s*:/.test(body),
  contextPaths: ['/jira'],
}
