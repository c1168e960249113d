import type { Gate } from '../verdict/gates.ts'
import type { Presentation } from './presentation.ts'
import { failure, skipped, testCase, testSuite } from './test-cases.ts'

/**
 * The verdict as JUnit XML, which Jenkins and GitLab show: one test, one more for each gate that was asked for, and one
 * for the expiry, which is skipped where it warns. Their names tell of which server and whose token, since both systems
 * put the tests of several checks into one list.
 */
export function formatJunit(presentation: Presentation): string {
  const { report, title, user, words } = presentation
  const at = report.baseUrl === null ? '' : ` at ${report.baseUrl}`
  const seconds = report.durationMs / 1000
  const verdict = failure(report.reason, { ...presentation, title, message: report.message })
  // The first gate that fails is the verdict.
  const decided = report.category === 'gate' ? report.gates.find(({ holds }) => holds === false) : undefined
  const contentOf = (gate: Gate): string => (gate === decided ? verdict : contentOfGate(gate))
  const gates = report.gates.filter(({ gate }) => gate !== 'expiry-fail-days')
  const cases = [
    testCase(
      `${words.product} token${user === '' ? '' : ` of ${user}`}${at}`,
      seconds,
      report.result === 'usable' ? '' : verdict,
    ),
    ...gates.map((gate) => testCase(`${gate.gate}${at}`, 0, contentOf(gate))),
    ...expiryContents(presentation, contentOf).map((content) => testCase(`expiry${at}`, 0, content)),
  ]
  return testSuite(cases, seconds)
}

function contentOfGate({ gate, holds }: Gate): string {
  if (holds === null) return skipped({ title: 'not judged', message: 'Something else went wrong before.' })
  return holds ? '' : failure(gate, { title: 'does not hold', message: 'Something before it does not either.' })
}

/** @returns what is said of the expiry; nothing where it was not to be checked */
function expiryContents({ report, warnings }: Presentation, contentOf: (gate: Gate) => string): readonly string[] {
  const gate = report.gates.find((candidate) => candidate.gate === 'expiry-fail-days')
  if (gate !== undefined && gate.holds !== true) return [contentOf(gate)]
  const [warning] = warnings
  if (warning !== undefined) return [skipped(warning)]
  switch (report.expiry.status) {
    case 'not-checked':
      return []
    case 'unknown':
    case 'ambiguous':
      return gate === undefined
        ? [skipped({ title: 'not known', message: 'It is not known when the token expires.' })]
        : ['']
    default:
      return ['']
  }
}
