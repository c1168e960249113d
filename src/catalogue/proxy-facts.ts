/** The facts that words about a proxy on the way name. */
export interface ProxyFactTypes {
  /** Host and port of the proxy. */
  readonly proxy: string
  /** Environment variable that names the proxy. */
  readonly proxyVariable: string
  /** What the proxy says besides its status. */
  readonly proxyWords: string
  /** The logins that the proxy takes, where none is with user name and password. */
  readonly proxyLogins: string
  /** The server's port, to which the proxy was to open the way. */
  readonly connectPort: string
  /** The status with which a proxy says that it could not connect, rather than that it would not. */
  readonly connectFailure: string
}
