/** The programs of which each is a bundle in `dist/`, by the names of their entries in `src/`. */
export const programs = ['index', 'watch', 'rotate'] as const
