import type { Result, Stage, ToldCategory } from '../../src/catalogue/entry.ts'
import { type ReasonClass, reasonTable } from '../../src/catalogue/reasons.ts'
import type { Report } from '../../src/report/report.ts'
import type { ExpiryStatus } from '../../src/verdict/expiry.ts'
import type { GateName } from '../../src/verdict/gates.ts'

/** As much of a JSON Schema as a report needs. */
export interface Schema {
  readonly $schema?: string
  readonly $id?: string
  readonly title?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly const?: string | number
  readonly enum?: readonly (string | null)[]
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly oneOf?: readonly Schema[]
}

export type Properties<T> = { readonly [Name in keyof T]: Schema & { readonly description: string } }

/** All names of a union, which the compiler holds to be all and no others. */
export const namesOf = <Name extends string>(names: Readonly<Record<Name, true>>): readonly string[] =>
  Object.keys(names)

const PRODUCTS = namesOf<Report['product']>({ jira: true, confluence: true, bitbucket: true })
const RESULTS = namesOf<Result>({ usable: true, refused: true, unknown: true, misconfigured: true })
const CATEGORIES = namesOf<ToldCategory>({
  ok: true,
  configuration: true,
  unauthorized: true,
  forbidden: true,
  connection: true,
  unavailable: true,
  'not-jira': true,
  'not-confluence': true,
  'not-bitbucket': true,
  gate: true,
  rotation: true,
  internal: true,
})
const STAGES = namesOf<Stage>({ inputs: true, authentication: true, permissions: true, expiry: true, rotation: true })
const STATUSES = namesOf<ExpiryStatus>({
  ok: true,
  expiring: true,
  expired: true,
  never: true,
  ambiguous: true,
  unknown: true,
  'not-checked': true,
})
const GATES = namesOf<GateName>({
  'user-active': true,
  'expected-user': true,
  projects: true,
  spaces: true,
  repositories: true,
  permissions: true,
  'expiry-fail-days': true,
})

export const text = (description: string) => ({ type: 'string', description }) as const
export const oneOf = (description: string, names: readonly string[]) =>
  ({ type: 'string', enum: names, description }) as const
const count = (description: string) => ({ type: 'integer', minimum: 0, description }) as const

const identity: Properties<NonNullable<Report['identity']>> = {
  name: text('login name; empty on Cloud'),
  key: text('the user’s key in Jira or Confluence, or number in Bitbucket; empty on Cloud'),
  accountId: text('Cloud’s id of the account; empty elsewhere'),
  displayName: text('the name that people see'),
  emailAddress: text('e-mail address; empty where the server does not show it'),
  active: { type: ['boolean', 'null'], description: 'whether the user is active; null where the server does not say' },
  timeZone: text('for example `Europe/Berlin`'),
  locale: text('for example `en_US`'),
}

const expiry: Properties<Report['expiry']> = {
  status: oneOf('what is known: see [What the expiry says](#what-the-expiry-says)', STATUSES),
  tokenName: text('name of the token that the expiry belongs to; empty where there is none'),
  expiresAt: { type: ['string', 'null'], format: 'date-time', description: 'ISO 8601, UTC; null where there is none' },
  daysLeft: { type: ['integer', 'null'], description: 'whole days until then, rounded down; negative once it is past' },
}

const gate: Properties<Report['gates'][number]> = {
  gate: oneOf('which gate', GATES),
  holds: { type: ['boolean', 'null'], description: 'null where it was not judged' },
}

export const report: Properties<Report> = {
  schemaVersion: { const: 2, description: 'version of this description' },
  product: oneOf('which product was asked', PRODUCTS),
  result: oneOf('what a pipeline may conclude', RESULTS),
  category: oneOf('where it went wrong, coarse, as in [reasons.md](reasons.md)', CATEGORIES),
  reason: { type: 'string', description: 'what exactly happened, as in [reasons.md](reasons.md)' },
  stage: oneOf('the question that was being asked', STAGES),
  message: text('what happened, and what follows from it, in plain text'),
  remedy: text('what to do about it, in plain text; empty where there is nothing to do'),
  baseUrl: { type: ['string', 'null'], description: 'base URL that was asked; null where it cannot be read' },
  statusCode: {
    type: ['integer', 'null'],
    minimum: 100,
    maximum: 999,
    description: 'HTTP status of the answer that decided; null where there was none',
  },
  identity: { ...object(identity, true), description: 'the user whom the server named; null where that is not proven' },
  expiry: { ...object(expiry), description: 'what is known about the expiry of the token' },
  gates: {
    type: 'array',
    items: object(gate),
    description: 'every gate that was asked for; `user-active` always is, once the server was asked',
  },
  missingPermissions: {
    type: 'array',
    items: { type: 'string' },
    description:
      '`PROJECT:PERMISSION`, `KEY/NAME:PERMISSION` in a repository, or `PERMISSION` for a global one; an invisible place counts with all of them',
  },
  advice: {
    type: 'array',
    items: { type: 'string' },
    description: 'sentences worth reading that change no verdict',
  },
  requests: count('HTTP requests that were made, follow-ups included'),
  durationMs: count('how long the check took, in milliseconds'),
}

export function object(properties: Readonly<Record<string, Schema>>, isNullable = false): Schema {
  return { type: isNullable ? ['object', 'null'] : 'object', properties, required: Object.keys(properties) }
}

/** The one category, by the product that should have answered. */
const NAMED_AFTER_PRODUCT = CATEGORIES.filter((category) => category.startsWith('not-'))

/** Which reasons there are, each with its one category and its one result. */
export const verdicts = (): readonly Schema[] => {
  const entries = Object.entries<ReasonClass>(reasonTable)
  const groups = Map.groupBy(entries, ([, { category, result }]) => `${category} ${result}`)
  return Array.from(groups.values(), (group) => {
    const [category = '', result = ''] = [...new Set(group.flatMap(([, entry]) => [entry.category, entry.result]))]
    const reasons = group.map(([reason]) => reason)
    const told = category === 'not-jira' ? { enum: NAMED_AFTER_PRODUCT } : { const: category }
    return { properties: { category: told, result: { const: result }, reason: { enum: reasons } } }
  })
}

const reportSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://raw.githubusercontent.com/jira-pat-check/jira-pat-check/main/docs/report.schema.json',
  title: 'The output report of jira-pat-check',
  ...object(report),
  oneOf: verdicts(),
}

/** The JSON Schema of the output `report`, as the text of a file. */
export const describeReportSchema = (): string => formatSchema(reportSchema)

/** A schema as the text of a file. */
export const formatSchema = (schema: Schema): string =>
  `${JSON.stringify(schema, (name, value) => (name === 'description' ? plain(value) : value), 2)}\n`

/** Markdown without links and code spans. */
const plain = (markdown: string): string => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '')

/** The same as rows of a table: field, type, meaning. */
export const listReportFields = (): readonly (readonly string[])[] => listFields(report, '')

function listFields(properties: Readonly<Record<string, Schema>>, path: string): readonly (readonly string[])[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const field = path + name
    const inner = schema.properties
      ? listFields(schema.properties, `${field}.`)
      : listFields(schema.items?.properties ?? {}, `${field}[].`)
    return [[`\`${field}\``, typeOf(schema), meaningOf(schema)], ...inner]
  })
}

function typeOf({ type = '', const: constant }: Schema): string {
  return constant === undefined ? [type].flat().join(' or ').replaceAll('integer', 'number') : `\`${constant}\``
}

function meaningOf({ description = '', enum: names }: Schema): string {
  return names === undefined
    ? description
    : `${ALTERNATIVES.format(names.map((name) => `\`${name}\``))}: ${description}`
}

const ALTERNATIVES = new Intl.ListFormat('en', { type: 'disjunction' })
