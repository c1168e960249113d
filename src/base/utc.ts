/*
 * Not Date#toISOString: at its first call Node finds out the time zone of the machine, which UTC has no use for. That
 * takes a quarter of a millisecond, and three where /etc/localtime is no link: it reads files of time zones until one fits.
 */

/** @returns the day of a moment in UTC, as ISO 8601 has it: `2026-12-03` */
export function dayOf(ms: number): string {
  const at = new Date(ms)
  return `${digits(at.getUTCFullYear(), 4)}-${digits(at.getUTCMonth() + 1, 2)}-${digits(at.getUTCDate(), 2)}`
}

/** @returns a moment in UTC, as ISO 8601 has it: `2026-12-03T22:35:14.728Z` */
export function dateTimeOf(ms: number): string {
  const at = new Date(ms)
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map((part) => digits(part, 2)).join(':')
  return `${dayOf(ms)}T${time}.${digits(at.getUTCMilliseconds(), 3)}Z`
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0')
}
