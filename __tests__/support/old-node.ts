/** What Node 18.12 does not have, of all that a program of today may call. */
const NEWER = [
  ...['Array.fromAsync', 'Array.prototype.toReversed', 'Array.prototype.toSorted', 'Array.prototype.toSpliced'],
  ...['Array.prototype.with', 'Object.groupBy', 'Map.groupBy', 'Promise.withResolvers', 'Promise.try', 'RegExp.escape'],
  ...['String.prototype.isWellFormed', 'String.prototype.toWellFormed', 'URL.canParse', 'URL.parse', 'AbortSignal.any'],
  ...['Set.prototype.union', 'Set.prototype.intersection', 'Set.prototype.difference', 'Set.prototype.isSubsetOf'],
  ...['Set.prototype.isSupersetOf', 'Set.prototype.isDisjointFrom', 'Set.prototype.symmetricDifference'],
  ...['map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find'].map(
    (name) => `Iterator.prototype.${name}`,
  ),
  ...['Iterator.from', 'Uint8Array.fromBase64', 'Uint8Array.prototype.toBase64', 'process.execve', 'Error.isError'],
]

/**
 * Options for Node with which it says that it is of another version, and has nothing newer than Node 18 to call. What it
 * parses cannot be changed; for that there is a test of the bundle's syntax.
 */
export const oldNode = (version: string): string[] => {
  const code = [
    `Object.defineProperty(process.versions, 'node', { value: '${version}' })`,
    // Node's own modules may call what is newer, so they are loaded first.
    ...['crypto', 'fs', 'http', 'https', 'os', 'util'].map((name) => `process.getBuiltinModule('${name}')`),
    'process.stdout',
    ...NEWER.map((name) => `delete ${name}`),
    `const tls = process.getBuiltinModule('tls')`,
    `for (const name of ['getCACertificates', 'setDefaultCACertificates']) delete tls[name]`,
  ].join('\n')
  return [`--import=data:text/javascript,${encodeURIComponent(code)}`]
}
