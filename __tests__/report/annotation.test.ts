import { expect, it } from 'vitest'
import { formatAnnotation } from '../../src/report/annotation.ts'

const page = 'https://jira.example.com/secure/ViewProfile.jspa?selectedTab=tokens'

it('is a sentence, three steps at most, and where the rest stands', () => {
  expect(formatAnnotation('What happened.', ['One.', 'Two.', 'Three.', 'Four.'], null, 'the job summary')).toBe(
    'What happened.\n1. One.\n2. Two.\n3. Three.\nMore: the job summary',
  )
})

it('is the sentence alone where there is nothing to do and nothing more to read', () => {
  expect(formatAnnotation('What happened.', [], null, '')).toBe('What happened.')
})

it('names the page with the tokens without its query, which is longer than the box is wide', () => {
  expect(formatAnnotation('What happened.', [`Look at ${page}, and at ${page}.`], page, '')).toBe(
    'What happened.\n1. Look at https://jira.example.com/secure/ViewProfile.jspa, and at https://jira.example.com/secure/ViewProfile.jspa.',
  )
})
