/** Below this every test of ours stands, whichever server it is about. */
const CLASS_NAME = 'jira-pat-check'

/**
 * JUnit XML of one suite.
 * @param cases made by {@link testCase}
 * @param seconds that all of them took
 */
export function testSuite(cases: readonly string[], seconds: number): string {
  const count = (mark: string): number => cases.filter((text) => text.includes(mark)).length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites><testsuite name="${CLASS_NAME}" tests="${cases.length}" failures="${count('<failure')}" errors="0" skipped="${count('<skipped')}" time="${seconds}">`,
    ...cases,
    '</testsuite></testsuites>',
    '',
  ].join('\n')
}

/** @param content made by {@link failure} or {@link skipped}; empty where it passes */
export function testCase(name: string, seconds: number, content: string): string {
  return `<testcase classname="${CLASS_NAME}" name="${xmlText(name)}" time="${seconds}">${content}</testcase>`
}

/** What a failure says. */
export interface TestWords {
  readonly title: string
  readonly message: string
  readonly remedySteps?: readonly string[]
}

/** Jenkins shows the message above the text, GitLab the text alone. */
export function failure(type: string, words: TestWords): string {
  return `<failure type="${xmlText(type)}" message="${xmlText(words.title)}">${xmlText(textOf(words))}</failure>`
}

/** What neither passes nor fails. */
export function skipped(words: TestWords): string {
  return `<skipped message="${xmlText(words.title)}">${xmlText(textOf(words))}</skipped>`
}

function textOf({ message, remedySteps = [] }: TestWords): string {
  return [message, ...remedySteps.map((step, index) => `${index + 1}. ${step}`)].join('\n')
}

/** @param text plain and without control characters */
function xmlText(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
