/** The products of which a token can be checked, as a report names them. */
export type ProductName = 'jira' | 'confluence' | 'bitbucket'

/**
 * How the words name what is one product's own. The texts are ours, so that they go into a template as they are; what is
 * undefined is not to be said of that product.
 */
export interface ProductWords {
  /** The product itself: `Jira`. */
  readonly product: string
  /** The input that takes its address: a template calls it `<url>`. */
  readonly urlInput: string
  /** The environment variable that stands in for that input. */
  readonly urlVariable: string
  /** The environment variable that stands in for the token. */
  readonly patVariable: string
  /** A base URL as people might have it. */
  readonly exampleUrl: string
  /** A page of it as a browser might show it, below a context path. */
  readonly examplePage: string
  /** The base URL of that page. */
  readonly exampleBaseUrl: string
  /** What the base URL of its Cloud ends in. */
  readonly cloudPath: string | undefined
  /** What its Cloud answers to more than a wrong token. */
  readonly cloudAnswer: string | undefined
  /** A path that shows JSON to whoever opens it. */
  readonly openPath: string
  /** One of its tokens, with an article. */
  readonly aToken: string
  /** The same, as it follows “A”. */
  readonly tokenNoun: string
  /** Several of them. */
  readonly tokenKinds: string
  /** The title of the page on which they are. */
  readonly tokenPageTitle: string
  /** Where one is created: a path of menus. */
  readonly tokenMenu: string
  /** What makes a new one in time, where one can make another. */
  readonly rotateAction: string | undefined
  /** The version that brought them, and what switches them off. */
  readonly tokensSince: string
  /** How it takes its tokens, where it takes them in no other way. */
  readonly bearerOnly: string | undefined
  /** What it is in maintenance for. */
  readonly maintenanceWork: string
  /** What the user needs in order to use it at all. */
  readonly access: string
  /** Where an administrator gives that: a path of menus. */
  readonly accessPlace: string
  /** The scope that may read the user. */
  readonly readScope: string | undefined
  /** The base URL for a scoped token of its Cloud. */
  readonly scopedUrl: string | undefined
  /** Where a project's key is seen. */
  readonly projectKeyPlace: string
  /** What lets a user see a project. */
  readonly projectRole: string
  /** Where permissions are granted. */
  readonly permissionPlace: string
  /** Why the permissions of the user may not be those of the token. */
  readonly scopeCaveat: string | undefined
  /** What permissions are held in, in words and as the head of a table. */
  readonly placeWords: string
  readonly placeTitle: string
}
