import { expect, it } from 'vitest'
import { describeStep } from '../../src/report/step.ts'

it.each<[what: string, action: string | undefined, words: string]>([
  ['an id', 'deploy', 'step deploy'],
  ['an id with a number', 'check_2', 'step check_2'],
  ['a step of a composite action that has an id', 'release.deploy', 'step release.deploy'],
  ['one without an id in a composite action that has one', 'release.__jira-pat-check_jira-pat-check', 'step release'],
  ['the first without an id', '__jira-pat-check_jira-pat-check', ''],
  ['the second', '__jira-pat-check_jira-pat-check_2', 'check 2 of this job'],
  ['the twelfth of this very repository', '__self_12', 'check 12 of this job'],
  ['one whose name has a number in it', '__actions_2_checkout', ''],
  ['no name', '', ''],
  ['none at all', undefined, ''],
  ['what no runner says', '<b>x</b>', ''],
  ['what is too long for a heading', 'a'.repeat(201), ''],
])('%s: %s', (_, action, words) => {
  expect(describeStep(action)).toBe(words)
})
