import type { CommonFactTypes } from './common-facts.ts'
import type { GateFactTypes } from './gate-facts.ts'
import type { ListFactTypes } from './list-facts.ts'
import type { ProductWords } from './product-words.ts'
import type { ProxyFactTypes } from './proxy-facts.ts'
import type { RotationFactTypes } from './rotation-facts.ts'

/** Every fact that a template may name, with its type. A reader of the documentation meets it as `{name}`. */
export interface AllFacts
  extends CommonFactTypes,
    GateFactTypes,
    ProxyFactTypes,
    ListFactTypes,
    RotationFactTypes,
    Record<keyof ProductWords, string> {
  /** HTTP status code. */
  readonly status: string
  /** Name of an input or environment variable. */
  readonly input: string
  /** What is wrong with it. */
  readonly problem: string
  /** The value that was probably meant. */
  readonly correction: string
  /** What an input accepts. */
  readonly accepts: string
  /** What is to be given instead: it follows “Store” or “Set … to”. */
  readonly wanted: string
  /** The variable that is no input, where it looks like one. */
  readonly ownVariable: string
  /** The host that `no_proxy` can name. */
  readonly sparedHost: string
  /** Why the runner withholds secrets from this run. */
  readonly withheld: string
  /** Runs that get no secrets since they are of a fork. */
  readonly forkRuns: string
  /** The line of a workflow that leaves a step out in them. */
  readonly forkCondition: string
  /** Whose runs get secrets of their own. */
  readonly dependabot: string
  /** The line of a workflow that leaves a step out in those. */
  readonly dependabotCondition: string
  /** The repository whose workflow should have had the token. */
  readonly repository: string
  /** The environment variable that should have held the token, outside a workflow. */
  readonly tokenVariable: string
  /** What the token should have been piped into. */
  readonly pipe: string
  /** What kind of token is wanted, as it follows “A”, where it is one that is sent as Bearer. */
  readonly bearerToken: string
  /** The version of Node that runs this. */
  readonly nodeVersion: string
  /** The version of Node that is wanted. */
  readonly minNodeVersion: string
  /** Product in front of the server that answered. */
  readonly edge: string
  /** Base URL that a redirect leads to. */
  readonly newBaseUrl: string
  /** Where a redirect leads: origin and path. */
  readonly location: string
  /** Login page of the same server. */
  readonly loginUrl: string
  /** Version of the server. */
  readonly version: string
  /** Title of a page that came instead of an answer. */
  readonly pageTitle: string
  /** Seconds that were waited. */
  readonly seconds: string
  /** What was being waited for. */
  readonly phase: string
  /** What else is known: words for an error, its code, or the state that the server tells of itself. */
  readonly detail: string
  /** What the operators of the server have to be asked for: what follows “to”. */
  readonly request: string
  /** The TLS alert that can mean anything. */
  readonly alert: string
  /** Subject of the server's certificate. */
  readonly subject: string
  /** Issuer of the server's certificate. */
  readonly issuer: string
  /** Host names that the certificate is for. */
  readonly certificateHosts: string
  /** That the certificate has expired or is not valid yet, with the date. */
  readonly validity: string
  /** When the server may be asked again. */
  readonly retryAt: string
  /** Name of the token, as its user gave it. */
  readonly tokenName: string
  /** The same, as the input `token-name` gives it. */
  readonly givenTokenName: string
  /** When the token expires, or has expired: `expires on 2026-12-03 (11 days left)`. */
  readonly expiry: string
  /** The day on which the token, a JWT, says it has expired. */
  readonly jwtExpiredOn: string
  /** How a token begins that is an API token of Atlassian Cloud. */
  readonly cloudToken: string
  /** Which login something in front of the server wants. */
  readonly challenge: string
  /** Version of the server, where it told that without any login. */
  readonly openVersion: string
  /** Whom to ask about what stands in front of the server. */
  readonly operator: string
  /** The same, where it most likely is a firewall. */
  readonly firewallOperator: string
  /** The path that has to be let through. */
  readonly path: string
  /** Product in front of the server that limits requests. */
  readonly limiter: string
  /** The user whose requests the server limits. */
  readonly limitedUser: string
  /** State that the server tells of itself. */
  readonly state: string
  /** Why a gateway did not reach the server. */
  readonly unreached: string
  /** What kind of redirect it is. */
  readonly redirection: string
  /** Address of the Cloud site that a redirect leads to. */
  readonly cloudUrl: string
  /** Host that a web filter blocks. */
  readonly blockedHost: string
  /** Whom to ask about a redirect that leads to itself. */
  readonly loopOperator: string
  /** Base URL as it was given, to compare another with. */
  readonly comparedUrl: string
  /** What shows that a proxy has no route for the host name. */
  readonly noRoute: string
  /** That the server answered as to nobody, where it is open to everybody: words that follow “answered”. */
  readonly asNobody: string
  /** The product, where perhaps another server answered. */
  readonly notAnswered: string
  /** The name that a header gives, and nothing confirms. */
  readonly unconfirmedName: string
  /** A header that something on the way takes off. */
  readonly strippedHeader: string
  /** Why it is not known which of the account's tokens was sent: words that follow the user. */
  readonly doubt: string
  /** Base URL to which a page leads that answered. */
  readonly frontUrl: string
  /** What speaks against the proof of identity. */
  readonly contradiction: string
  /** What holds the answer in a cache. */
  readonly cache: string
  /** The base URL with https. */
  readonly httpsUrl: string
  /** Name of the first of several tokens that expires. */
  readonly ambiguousName: string
  /** The input that asks for a proof of the expiry. */
  readonly gateInput: string
}

export type FactName = keyof AllFacts

/** As many facts as are known. */
export type Facts = { readonly [Name in FactName]?: AllFacts[Name] | undefined }

/** As many of the common ones as are known. */
export type CommonFacts = Pick<Facts, keyof CommonFactTypes>
