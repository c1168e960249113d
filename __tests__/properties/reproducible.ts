import fc from 'fast-check'

const { PROPERTY_SEED = '20261122', PROPERTY_RUNS = '300' } = process.env

fc.configureGlobal({ seed: Number(PROPERTY_SEED), numRuns: Number(PROPERTY_RUNS) })

/** Says with which seed the properties of a file are tried; PROPERTY_SEED and PROPERTY_RUNS choose others. */
export const withSeed = (what: string): string => `${what} (seed ${PROPERTY_SEED}, ${PROPERTY_RUNS} runs)`
