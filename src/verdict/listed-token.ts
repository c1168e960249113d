/** One token of an account's list, which mostly does not say which one was sent. */
export interface ListedToken {
  /** By which it is revoked; absent where the server does not say. */
  readonly id?: number
  readonly name: string
  /** Milliseconds since the epoch; `never`, or `unreadable` where the date makes no sense. */
  readonly expiresAt: number | 'never' | 'unreadable'
  /** Milliseconds since the epoch; undefined where the server does not say. Lags by a minute or more. */
  readonly lastAccessedAt: number | undefined
  readonly createdAt: number | undefined
  /** Whether it is the one that was sent, where the list tells that. */
  readonly isOwn?: boolean
}
