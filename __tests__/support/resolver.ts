/** What a host name resolves to: a loopback address, or the error code that its look-up ends with. */
export type Resolved = '127.0.0.1' | '::1' | 'ENOTFOUND' | 'EAI_AGAIN' | 'ENETUNREACH'

/**
 * Options for Node that let the process resolve invented host names without a name server. `localhost` and the
 * addresses resolve as ever, and any other name does not exist.
 */
export function resolving(hosts: Record<string, Resolved>): string[] {
  const preload = `
    import dns from 'node:dns'
    import { syncBuiltinESMExports } from 'node:module'
    import { isIP } from 'node:net'
    const hosts = ${JSON.stringify(hosts)}
    const lookup = dns.lookup
    dns.lookup = (host, options, callback = options) => {
      if (isIP(host) || host === 'localhost') return lookup(host, options, callback)
      const found = hosts[host] ?? 'ENOTFOUND'
      const family = isIP(found)
      if (family === 0) {
        const error = Object.assign(new Error('getaddrinfo ' + found + ' ' + host), {
          code: found, syscall: 'getaddrinfo', hostname: host,
        })
        process.nextTick(callback, error)
      } else if (options.all) process.nextTick(callback, null, [{ address: found, family }])
      else process.nextTick(callback, null, found, family)
    }
    syncBuiltinESMExports()`
  return [`--import=data:text/javascript,${encodeURIComponent(preload)}`]
}
