/** The user whom a server named. A text that it does not send is empty. */
export interface Identity {
  readonly name: string
  readonly key: string
  /** On Cloud only. */
  readonly accountId: string
  readonly displayName: string
  readonly emailAddress: string
  /** Null where the server does not say. */
  readonly active: boolean | null
  readonly timeZone: string
  readonly locale: string
  /** By what paths name the user, where that is not the name. */
  readonly slug?: string
}
