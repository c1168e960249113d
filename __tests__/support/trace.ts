import type { Trace } from '../../src/wire/answer.ts'

/** Of a request that went directly, and about which nothing is special. */
export const trace: Trace = {
  route: 'direct',
  connection: 'new',
  tlsVersion: undefined,
  bodyBytes: 0,
  requestCount: 1,
}
