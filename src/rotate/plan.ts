/** What a rotation was asked to do. */
export interface Plan {
  /** How long the new token lives. */
  readonly lifeDays: number | 'never'
  /** Rotate when so many days are left. */
  readonly rotateDays: number
  /** How long the old token lives on after the store has handed out the new one. */
  readonly overlapDays: number
  /** Whether and when the old one is revoked. */
  readonly revoke: 'later' | 'never' | 'now'
}
