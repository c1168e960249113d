import { expect, it } from 'vitest'
import type { Presentation } from '../../src/report/presentation.ts'
import { createPaint, GREEN, listTerminalLines, RED, YELLOW } from '../../src/report/terminal.ts'
import { presented, rejected } from './presented.ts'

const documentationUrl = 'https://docs.example.com/reasons'
const warnings = [{ title: 'A warning', message: 'Something is odd.', remedySteps: ['Do this.', 'Do that.'] }]

const linesOf = (presentation: Presentation, columns?: number, isColoured = false, advice: readonly string[] = []) =>
  listTerminalLines({ presentation, advice, documentationUrl }, columns, isColoured)

it('success says all there is, and warnings and advice after that', () => {
  const presentation = presented({ warnings, report: { message: 'It is accepted.' } })
  expect(linesOf(presentation, undefined, false, ['It never expires.'])).toEqual([
    'OK, with a warning: Jira accepts the token',
    'It is accepted.',
    'The token “ci” expires on 2027-02-10 (80 days left).',
    'Warning: A warning',
    'Something is odd.',
    '  1. Do this.',
    '  2. Do that.',
    'Worth knowing: It never expires.',
  ])
})

it('failure says what to do, and where there is more', () => {
  expect(linesOf(rejected({ message: 'It was rejected.' }))).toEqual([
    'REFUSED: Jira rejected the token (401)',
    'It was rejected.',
    '  1. Create a new token.',
    '  2. Update the secret.',
    `More: ${documentationUrl}`,
  ])
})

it('a narrow terminal gets several lines of a text, and the address whole', () => {
  const [heading, message, step, , more] = linesOf(rejected({ message: 'It was rejected again.' }), 18)
  expect(heading).toBe('REFUSED: Jira\nrejected the token\n(401)')
  expect(message).toBe('It was rejected\nagain.')
  expect(step).toBe('  1. Create a new\n     token.')
  expect(more).toBe(`More: ${documentationUrl}`)
})

it.each([
  ['OK', presented(), GREEN],
  ['OK, with a warning', presented({ warnings }), YELLOW],
  ['REFUSED', rejected(), RED],
])('%s is bold and in its colour', (word, presentation, colour) => {
  const [heading = '', ...others] = linesOf(presentation, undefined, true)
  expect(heading).toBe(createPaint(true)(`${word}: ${presentation.title}`, colour))
  expect(heading.startsWith(`\u001B[1;${colour}m`)).toBe(true)
  const painted = others.filter((line) => line.includes('\u001B'))
  expect(painted).toEqual(presentation.warnings.map(({ title }) => createPaint(true)(`Warning: ${title}`, YELLOW)))
})
