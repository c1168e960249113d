/** A bundle of its own, beside those of the programs: only who asks this product loads it; see `productOf`. */
export { VERSION } from '../base/version.ts'
export { confluence } from './confluence/confluence.ts'
