/** The programs of which each is a bundle in `dist/`, by the names of their entries in `src/`. */
export const programs = ['index', 'watch', 'rotate'] as const

/** What a program loads only where it is wanted: a bundle each, too, by the names of their entries in `src/products/`. */
export const parts = ['confluence', 'bitbucket'] as const

/** Each bundle with its entry below `src/`, without its ending. */
export const bundles: readonly (readonly [name: BundleName, entry: string])[] = [
  ...programs.map((program) => [program, program] as const),
  ...parts.map((part) => [part, `products/${part}`] as const),
]

export type BundleName = (typeof programs | typeof parts)[number]
