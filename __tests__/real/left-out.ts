import { leftOut, real } from './needs.ts'

/** Has `npm test` say at its end that it leaves the tests of this directory out, and what they would need. */
export default function setup(): () => void {
  return () => {
    const missing = new Set(leftOut(real).map(({ why }) => why))
    const need = missing.size > 0 ? `, for which this is not installed: ${[...missing].join(', ')}` : ''
    console.log(
      `Left out: the tests against real servers and proxies. They are run by npm run test:real${need}; heavier ones by npm run test:fronts.`,
    )
  }
}
