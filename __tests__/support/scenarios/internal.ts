import { type Scenario, scenario, withJira } from './scenario.ts'

/** Breaks the clock for a moment, which nothing expects: as near to a bug of the action as one comes from outside. */
const brokenOnce = `
  const now = Date.now
  let calls = 0
  Date.now = () => {
    if (++calls === 2) throw new TypeError('the clock stands still')
    return now()
  }`

export const internal: Scenario[] = [
  scenario('internal-error', {
    title: 'A fault of the action itself',
    setUp: withJira({}, {}, { nodeArgs: [`--import=data:text/javascript,${encodeURIComponent(brokenOnce)}`] }),
  }),
]
