import { describeMissing, missingPrograms } from './programs.ts'

/** Has `npm test` say at its end that it leaves the tests of this directory out, and what they would need. */
export default function setup(): () => void {
  return () => {
    const missing = missingPrograms()
    const need = missing.length > 0 ? `, which needs what is missing here: ${describeMissing(missing)}` : ''
    console.log(`Left out: the tests against real squid, nginx and openssl. They are run by npm run test:real${need}.`)
  }
}
