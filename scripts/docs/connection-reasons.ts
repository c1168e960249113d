import { catalogue } from '../../src/catalogue/catalogue.ts'
import type { Entry } from '../../src/catalogue/entry.ts'
import { fill } from '../../src/catalogue/fill.ts'
import type { noConnection } from '../../src/catalogue/no-connection.ts'
import { type Confirmation, confirmations } from './confirmations.ts'
import { codeOf } from './template.ts'

type ConnectionReason = keyof typeof noConnection

/** Every reason of the category `connection`: what it means, how to confirm it from the runner, how to mend it. */
export const describeConnectionReasons = (): string =>
  connectionReasons.map(describeReasonWithConfirmation).join('\n\n')

const connectionReasons = Object.keys(confirmations).filter((name): name is ConnectionReason => name in confirmations)

const describeReasonWithConfirmation = (reason: ConnectionReason): string => {
  const { message, cause, remedy }: Entry = catalogue[reason]
  const { commands, signs, reading, facts }: Confirmation = confirmations[reason]
  const inExample = (template: string): string => fill(template, { ...EXAMPLE, ...facts }, codeOf)
  return [
    `### \`${reason}\``,
    inExample([message, cause].filter(Boolean).join(' ')),
    `**Confirm.** Look for ${ALTERNATIVES.format(signs.map((sign) => `\`${sign}\``))}.`,
    `\`\`\`sh\n${commands.join('\n')}\n\`\`\``,
    reading,
    '**Mend.**',
    remedy
      .map(inExample)
      .filter(Boolean)
      .map((step, index) => `${index + 1}. ${step}`)
      .join('\n'),
  ].join('\n\n')
}

const ALTERNATIVES = new Intl.ListFormat('en', { type: 'disjunction' })

const EXAMPLE = { jira: 'https://jira.example.com', host: 'jira.example.com' }
