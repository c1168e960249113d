import type { Presentation } from './presentation.ts'

/**
 * The verdict as JUnit XML, which Jenkins and GitLab show: one test, and one more for each gate that was asked for.
 */
export function formatJunit({ report, title }: Presentation): string {
  const failure = `<failure type="${report.reason}" message="${xmlText(title)}">${xmlText(`${report.message}\n${report.remedy}`)}</failure>`
  const gates = report.gates.map(({ gate, holds }) =>
    testCase(gate, 0, holds === null ? '<skipped/>' : holds ? '' : '<failure message="does not hold"/>'),
  )
  const seconds = report.durationMs / 1000
  const cases = [testCase('Jira token', seconds, report.result === 'usable' ? '' : failure), ...gates]
  const count = (mark: string): number => cases.filter((text) => text.includes(mark)).length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites><testsuite name="jira-pat-check" tests="${cases.length}" failures="${count('<failure')}" errors="0" skipped="${count('<skipped')}" time="${seconds}">`,
    ...cases,
    '</testsuite></testsuites>',
    '',
  ].join('\n')
}

function testCase(name: string, seconds: number, content: string): string {
  return `<testcase classname="jira-pat-check" name="${name}" time="${seconds}">${content}</testcase>`
}

/** @param text plain and without control characters */
function xmlText(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
