import type { ProductName } from '../../src/catalogue/product-words.ts'
import type { Category } from './contract.ts'
import { bitbucket } from './scenarios/bitbucket.ts'
import { configuration } from './scenarios/configuration.ts'
import { confluence } from './scenarios/confluence.ts'
import { connection } from './scenarios/connection.ts'
import { expiry } from './scenarios/expiry.ts'
import { forbidden } from './scenarios/forbidden.ts'
import { fronts } from './scenarios/fronts.ts'
import { gate } from './scenarios/gate.ts'
import { internal } from './scenarios/internal.ts'
import { notJira } from './scenarios/not-jira.ts'
import { ok } from './scenarios/ok.ts'
import { proof } from './scenarios/proof.ts'
import { proxy } from './scenarios/proxy.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { tls } from './scenarios/tls.ts'
import { unauthorized } from './scenarios/unauthorized.ts'
import { unavailable } from './scenarios/unavailable.ts'

export type { Question, Scenario, Setting, Stage } from './scenarios/scenario.ts'

/** At least one run of Jira for every reason that it can have, named after it, and one for every variant worth seeing. */
export const scenarios: Scenario[] = [
  ...ok,
  ...expiry,
  ...proof,
  ...configuration,
  ...unauthorized,
  ...forbidden,
  ...connection,
  ...tls,
  ...proxy,
  ...unavailable,
  ...notJira,
  ...fronts,
  ...gate,
  ...internal,
]

/** The scenarios of each product, in the order in which they are told. */
export const scenariosByProduct: Record<ProductName, Scenario[]> = { jira: scenarios, confluence, bitbucket }

/** All of them. A name may be that of a scenario of each product. */
export const allScenarios: Scenario[] = Object.values(scenariosByProduct).flat()

/** Those of Jira whose verdict falls into this category. */
export const scenariosOf = (category: Category): Scenario[] =>
  scenarios.filter((scenario) => scenario.category === category)
