import type { ProductName } from '../catalogue/product-words.ts'

/** The programs that read inputs. */
export const PROGRAMS = ['check', 'watch', 'rotate'] as const
export type Program = (typeof PROGRAMS)[number]

interface Common<Kind extends string, Default> {
  /** What is read out of the text, and so which function of `fields.ts` reads it. */
  readonly kind: Kind
  /** What counts where it is blank. */
  readonly default?: Default
  /** The environment variable that stands in for it, on GitHub too. */
  readonly variable?: string
  /** The flag, where it has another name than the input. */
  readonly flag?: string
  /** What `--help` says: a phrase, with `{default}` and `{variable}` for what the row says of these. */
  readonly help: string
  /** The programs that take it, each with what differs there; where this is left out, all take it alike. */
  readonly programs?: Readonly<Partial<Record<Program, Difference<Default>>>>
}

interface Difference<Default> {
  readonly default?: NonNullable<Default>
  /** What `action.yml` gives by default where only a workflow can tell: an expression. */
  readonly expression?: string
  readonly help?: string
}

/**
 * A text, trimmed. What is a secret is never a flag's value, and neither are headers, which may hold one; a PEM is its
 * text, or the path of a file; an output file is the path of one to write, on a command line also “-”; paths stand one
 * a line, and their flag takes several.
 */
export type TextRow = Common<'text' | 'secret' | 'headers' | 'pem' | 'output-file' | 'paths', string>

/** The address of a server, and with it the product that is asked. */
export interface UrlRow extends Common<'url', string> {
  readonly product: ProductName
  readonly variable: string
  /** The environment variable that stands in for the token of that product. */
  readonly tokenVariable: string
}

/** One word, or a few, of which not all are possible. */
export interface WordRow extends Common<'word', string> {
  /** What it has to look like. */
  readonly pattern: RegExp
  /** The same in words. */
  readonly accepts: string
  /** Words that people may have meant. */
  readonly words?: readonly string[]
}

/** One of GitHub's booleans. As a flag it may stand alone, and means true. */
export interface BooleanRow extends Common<'boolean', boolean> {
  readonly default: boolean
}

/** A whole number within bounds, or undefined where it is blank and has no default. */
export interface WholeNumberRow extends Common<'whole-number', number | undefined> {
  readonly default: number | undefined
  readonly min: number
  readonly max: number
  /** What the number counts, for the message; may be empty. */
  readonly unit: string
}

/** Items separated by commas, white space or new lines, each once. */
export interface ListRow extends Common<'list', readonly string[]> {
  /** What each item has to look like. */
  readonly pattern: RegExp
  /** The same in words. */
  readonly accepts: string
  /** What an item was probably meant to be that does not look like that; undefined where nobody can tell. */
  readonly meantBy?: (item: string) => string | undefined
  readonly maxItems: number
  /** The products that take it, each with what differs there; where this is left out, all take it alike. */
  readonly products?: Readonly<Partial<Record<ProductName, Partial<Pick<ListRow, 'pattern' | 'accepts' | 'meantBy'>>>>>
}

/** One input. The row of `meanings.ts` with its name is its other half: what no run needs. */
export type Row = TextRow | UrlRow | WordRow | BooleanRow | WholeNumberRow | ListRow
