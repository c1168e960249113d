import type { Environment } from '../base/environment.ts'
import type { ProductName } from '../catalogue/product-words.ts'
import type { UrlRow } from './row.ts'
import { type NameOf, table } from './table.ts'
import { urlRows } from './url-rows.ts'

/** Which of the URLs counts, and with it which product is asked. */
export interface AskedUrl {
  readonly input: NameOf<'url'>
  readonly product: ProductName
  /** The environment variable that stands in for the token. */
  readonly tokenVariable: string
  /** Another one that is given too: only one may be. */
  readonly rival: NameOf<'url'> | undefined
}

/** The inputs that are URLs, in the order in which their environment counts. */
export const URL_INPUTS: readonly NameOf<'url'>[] = Object.keys(urlRows).filter(
  (name): name is NameOf<'url'> => name in urlRows,
)

/** The URL that is given, else the first one that the environment has; Jira's, where there is none at all. */
export function findAskedUrl(readInput: (name: string) => string, environment: Environment): AskedUrl {
  const [given, rival] = URL_INPUTS.filter((name) => readInput(name).trim() !== '')
  const input = given ?? URL_INPUTS.find((name) => environment[table[name].variable]?.trim()) ?? 'jira-url'
  const { product, tokenVariable }: UrlRow = table[input]
  return { input, product, tokenVariable, rival }
}
