/** Options for Node that run this code in the process before the action: an ES module, as text. */
export const preload = (code: string): string[] => [
  `--import=data:text/javascript,${encodeURIComponent(`${code}\nimport { syncBuiltinESMExports } from 'node:module'\nsyncBuiltinESMExports()`)}`,
]
