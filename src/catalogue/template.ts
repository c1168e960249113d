import type { AllFacts, FactName } from './facts.ts'

/**
 * Exactly the facts that templates name: those outside square brackets have to be known, those that stand only in
 * optional parts may be, and no others are taken.
 * @template Template the templates, as literal types
 * @template Given names of the facts that come from elsewhere
 */
export type FactsIn<Template extends string, Given extends FactName = never> = FactsNamed<
  Exclude<NamesIn<WithoutOptionalParts<Template>>, Given>,
  Exclude<NamesIn<Template>, Given>
>

/** Whether templates name a fact outside square brackets. */
export type Needs<Template extends string, Name extends FactName> =
  Name extends NamesIn<WithoutOptionalParts<Template>> ? true : false

type FactsNamed<Needed, Named> = {
  readonly [Name in Needed & FactName]: AllFacts[Name]
} & {
  readonly [Name in Exclude<Named, Needed> & FactName]?: AllFacts[Name] | undefined
} & {
  // Without these a fact too many would be let through wherever it is not written down on the spot.
  readonly [Name in Exclude<FactName, Named>]?: never
}

/** The names in templates: `{name}`. */
export type NamesIn<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never

type WithoutOptionalParts<Template extends string> = Template extends `${infer Before}[${string}]${infer After}`
  ? `${Before}${WithoutOptionalParts<After>}`
  : Template
