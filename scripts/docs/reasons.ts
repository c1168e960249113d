import { catalogue } from '../../src/catalogue/catalogue.ts'
import type { Category, Entry, Result } from '../../src/catalogue/entry.ts'
import { type ReasonClass, reasonTable } from '../../src/catalogue/reasons.ts'
import { table } from '../../src/report/table.ts'
import { linkSymptoms, type Symptom } from './symptoms.ts'
import { templateAsMarkdown } from './template.ts'

/** What a category is about, in the order in which people read them. */
const CATEGORIES: Readonly<Record<Category, string>> = {
  ok: 'Jira named the user, and every gate that was asked for holds.',
  configuration: 'The step itself has to be mended. Nothing was sent to Jira.',
  unauthorized: 'The login failed: the answer was 401, or said so.',
  forbidden: 'The answer was 403: whoever asked may not do this.',
  connection: 'No complete answer came, so nothing is known about the token.',
  unavailable: 'Jira, or what is in front of it, cannot answer now. The token may well be good.',
  'not-jira': 'Something answered, but not a Jira that names a user.',
  gate: 'The token is good, and something that was asked for besides does not hold.',
  rotation: 'The token is good, and a new one could not be put in its place. What the secret holds works.',
  internal: 'The action itself broke.',
}

const words: Readonly<Record<string, Entry>> = catalogue

const entries = Object.entries<ReasonClass>(reasonTable).flatMap(([reason, reasonClass]) => {
  const entry = words[reason]
  return entry === undefined ? [] : [[reason, { ...entry, ...reasonClass }] as const]
})

/** The reasons of the catalogue, by category and result, each a link to its section of the page `reasonsPath`. */
export const listReasons = (reasonsPath: string): string =>
  table(
    ['category', 'result', 'reasons'],
    Object.keys(CATEGORIES).flatMap((category) => {
      const inCategory = entries.filter(([, entry]) => entry.category === category)
      return Array.from(
        Map.groupBy(inCategory, ([, { result }]) => result),
        ([result, group]) => [
          `\`${category}\``,
          `\`${result}\``,
          group.map(([reason]) => `[\`${reason}\`](${reasonsPath}#${reason})`).join(', '),
        ],
      )
    }),
  )

/**
 * The page `docs/reasons.md`. The anchor of a heading is the reason itself: summaries link to it.
 *
 * @param symptoms what people see, to which each reason leads
 */
export const describeReasons = (symptoms: readonly Symptom[]): string => `# Every reason

<!-- Written by npm run docs, from src/catalogue/. -->

The output \`reason\` says what exactly happened, \`category\` where, \`result\` what a pipeline may conclude:

${table(
  ['result', 'meaning'],
  Object.entries(RESULTS).map(([result, meaning]) => [`\`${result}\``, meaning]),
)}

${listReasons('')}

In the messages below, \`{name}\` stands for a fact of the run, such as \`{host}\`; a part in \`[square brackets]\` is left
out where a fact in it is not known. They are those of a check of Jira: one of [Confluence or Bitbucket](products.md) has that
name in its place, \`confluence-url\` or \`bitbucket-url\`, and \`not-confluence\` or \`not-bitbucket\`. To see one as it looks in a run: \`npm start -- REASON\` with the
[stand-in Jira](stand-in-jira.md).

${Object.entries(CATEGORIES)
  .map(([category, meaning]) => describeCategory(category, meaning, symptoms))
  .join('\n\n')}
`

const RESULTS: Readonly<Record<Result, string>> = {
  usable: 'Jira itself named the user, and every gate holds.',
  refused: 'Jira, or a gate that you asked for, says no. Asking again does not help.',
  unknown: 'Nothing is known about the token: Jira was not reached, or did not answer as Jira does.',
  misconfigured: 'An input or the environment has to be mended first.',
}

const describeCategory = (category: string, meaning: string, symptoms: readonly Symptom[]): string =>
  [
    `## ${category}`,
    meaning,
    ...entries
      .filter(([, entry]) => entry.category === category)
      .map(([reason, entry]) => [describeReason(reason, entry), linkSymptoms(reason, symptoms)].join('\n\n')),
  ].join('\n\n')

const describeReason = (reason: string, { result, when, title, message, cause, remedy }: Entry & ReasonClass): string =>
  [
    `### \`${reason}\``,
    `**${templateAsMarkdown(title)}** (\`${result}\`)`,
    `When: ${when}.`,
    `> ${templateAsMarkdown([message, cause].filter(Boolean).join(' '))}`,
    ...(remedy.length === 0
      ? []
      : [remedy.map((step, index) => `${index + 1}. ${templateAsMarkdown(step)}`).join('\n')]),
  ].join('\n\n')
