/** What only the check of one token takes. */
export const CHECK = { programs: { check: {} } } as const

/** What a program takes that is handed one token: `watch` has it in its list. */
export const OF_ONE_TOKEN = { programs: { check: {}, rotate: {} } } as const
