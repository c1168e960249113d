import { DAY_MS } from '../base/clock.ts'

const MINUTE_MS = 60 * 1000
const HOUR_MS = 60 * MINUTE_MS

/** By so much the clocks of two servers may differ unseen, on the side that revokes nothing. */
export const TOLERANCE_MS = MINUTE_MS

/** From the request for a new token to the last place that it is written to, no more than this may pass. */
export const WRITING_MS = 10 * MINUTE_MS

/** A successor that is younger may be just being written: six times as long as that can take. */
export const BEING_WRITTEN_MS = HOUR_MS

/** A job that was queued before a rotation still has the old token; after so long it should have started. */
export const QUEUED_MS = DAY_MS

/** When a token that waits for its store ends so soon, waiting is worth a warning. */
export const WARN_BEFORE_END_MS = DAY_MS

/** When it ends so soon, it cannot wait any longer: the run fails. */
export const FAIL_BEFORE_END_MS = 2 * HOUR_MS

/** What nobody has used for so long is idle. */
export const IDLE_MS = DAY_MS

/** So long after its overlap an elder that could not be revoked is worth a warning. */
export const OVERDUE_MS = 14 * DAY_MS

/** A token is proven no longer than so before it is written. */
export const PROOF_MS = MINUTE_MS
