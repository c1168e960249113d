import type { Gate } from '../verdict/gates.ts'
import type { Presentation } from './presentation.ts'

/** Below this every test of ours stands, whichever server it is about. */
const CLASS_NAME = 'jira-pat-check'

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
  const count = (mark: string): number => cases.filter((text) => text.includes(mark)).length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites><testsuite name="${CLASS_NAME}" tests="${cases.length}" failures="${count('<failure')}" errors="0" skipped="${count('<skipped')}" time="${seconds}">`,
    ...cases,
    '</testsuite></testsuites>',
    '',
  ].join('\n')
}

interface Words {
  readonly title: string
  readonly message: string
  readonly remedySteps?: readonly string[]
}

function contentOfGate({ gate, holds }: Gate): string {
  if (holds === null) return skipped('not judged', 'Something else went wrong before.')
  return holds ? '' : failure(gate, { title: 'does not hold', message: 'Something before it does not either.' })
}

/** @returns what is said of the expiry; nothing where it was not to be checked */
function expiryContents({ report, warnings }: Presentation, contentOf: (gate: Gate) => string): readonly string[] {
  const gate = report.gates.find((candidate) => candidate.gate === 'expiry-fail-days')
  if (gate !== undefined && gate.holds !== true) return [contentOf(gate)]
  const [warning] = warnings
  if (warning !== undefined) return [skipped(warning.title, textOf(warning))]
  switch (report.expiry.status) {
    case 'not-checked':
      return []
    case 'unknown':
    case 'ambiguous':
      return gate === undefined ? [skipped('not known', 'It is not known when the token expires.')] : ['']
    default:
      return ['']
  }
}

/** Jenkins shows the message above the text, GitLab the text alone. */
function failure(type: string, words: Words): string {
  return `<failure type="${xmlText(type)}" message="${xmlText(words.title)}">${xmlText(textOf(words))}</failure>`
}

function skipped(title: string, text: string): string {
  return `<skipped message="${xmlText(title)}">${xmlText(text)}</skipped>`
}

function textOf({ message, remedySteps = [] }: Omit<Words, 'title'>): string {
  return [message, ...remedySteps.map((step, index) => `${index + 1}. ${step}`)].join('\n')
}

function testCase(name: string, seconds: number, content: string): string {
  return `<testcase classname="${CLASS_NAME}" name="${xmlText(name)}" time="${seconds}">${content}</testcase>`
}

/** @param text plain and without control characters */
function xmlText(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
