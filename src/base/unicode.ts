import { once } from './once.ts'

/**
 * Whether a text is of printable ASCII alone, as nearly every text is. Then nothing of Unicode has to be looked for in it,
 * and no table of Unicode's has to be loaded.
 */
export function isPrintableAscii(text: string): boolean {
  return /^[ -~]*$/.test(text)
}

/** A control character (C0 or C1), as `\p{Cc}` is, without the time that {@link lazyPattern} tells of. */
export const CONTROL_CHARACTER = /[^ -~\u00A0-\uFFFF]/

/**
 * A pattern with properties of Unicode in it (`\p{…}`), which is made at its first use. As a literal it would cost every
 * run: V8 builds the sets of characters of all literals when it reads a file, of those too that nothing comes to use.
 * @param source as `RegExp` takes it
 */
export function lazyPattern(source: string, flags: string): () => RegExp {
  return once(() => new RegExp(source, flags))
}
