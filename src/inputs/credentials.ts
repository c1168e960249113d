import { encodeBasicCredentials } from '../base/basic-credentials.ts'
import type { Credentials } from './inputs.ts'

/** @returns the value of an `Authorization` or `Proxy-Authorization` header */
export function authorizationOf(credentials: Credentials): string {
  const { token } = credentials
  return credentials.scheme === 'Bearer'
    ? `Bearer ${token}`
    : `Basic ${encodeBasicCredentials(credentials.username, token)}`
}
