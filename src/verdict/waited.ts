/** @returns how long was waited, in whole seconds; tenths below half of one, so that it never says that nobody waited */
export function describeSeconds(durationMs: number): string {
  return durationMs < 500 ? Math.max(0.1, durationMs / 1000).toFixed(1) : String(Math.round(durationMs / 1000))
}
