/** A function of a bundle that is in no other, at the beginning of a line; in parentheses or not. */
const FUNCTION = /^(?:const \w+ = \()?((?:async )?function\*? (\w+)\()/gm

/** @returns the functions of a bundle that are in no other, each with where it begins */
export function outermostFunctions(bundle: string): ReadonlyMap<number, string> {
  return new Map(
    Array.from(bundle.matchAll(FUNCTION), ({ 0: line, 1: head = '', 2: name = '', index }) => [
      index + line.length - head.length,
      name,
    ]),
  )
}

/**
 * Has V8 compile functions when it reads the file: it does so with those in parentheses, which are mostly called at once.
 * Any other it looks through first, and compiles it when it is called, so that whatever is called is read twice.
 * Source: https://v8.dev/blog/preparser#pife
 * @param bundle formatted, so that a function that begins at the beginning of a line ends with a brace there
 * @param names of functions that every run calls: what is compiled and never called costs more than it saves. None may be
 *   called while the file is read, before the line at which it stands: it is no declaration any more, and so is not there yet
 */
export function compileEagerly(bundle: string, names: ReadonlySet<string>): string {
  return bundle.replace(/^(?:async )?function\*? (\w+)\((?:.*\}$|[\s\S]*?^\}$)/gm, (whole: string, name: string) =>
    names.has(name) ? `const ${name} = (${whole})` : whole,
  )
}
