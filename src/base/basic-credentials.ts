/**
 * User name and password as HTTP Basic authentication sends them, to a server or to a proxy.
 * Source: https://www.rfc-editor.org/rfc/rfc7617#section-2
 */
export function encodeBasicCredentials(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`).toString('base64')
}
