import type { ProxyAnswer } from '../../src/wire/answer.ts'

/** A proxy that does not open the way to port 443, and says no more about it than its status. */
export const proxyAnswer = (statusCode: number, changes: Partial<ProxyAnswer> = {}): ProxyAnswer => ({
  statusCode,
  reasonPhrase: '',
  squidError: '',
  loginSchemes: [],
  port: 443,
  ...changes,
})
