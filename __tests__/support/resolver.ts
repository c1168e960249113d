/** What a host name resolves to: loopback addresses, or the error code that its look-up ends with. */
export type Resolved = Address | Address[] | 'ENOTFOUND' | 'EAI_AGAIN' | 'ENETUNREACH'

type Address = '127.0.0.1' | '127.0.0.2' | '::1'

/**
 * Options for Node that let the process resolve invented host names without a name server. `localhost` and the
 * addresses resolve as ever, and any other name does not exist.
 * @param distancesMs how long it takes to connect to an address; Infinity for one that says nothing
 */
export function resolving(
  hosts: Record<string, Resolved>,
  distancesMs: Partial<Record<Address, number>> = {},
): string[] {
  const preload = `
    import dns from 'node:dns'
    import { syncBuiltinESMExports } from 'node:module'
    import { isIP, Socket } from 'node:net'
    const hosts = ${JSON.stringify(hosts)}
    const lookup = dns.lookup
    dns.lookup = (host, options, callback = options) => {
      if (isIP(host) || host === 'localhost') return lookup(host, options, callback)
      const found = [hosts[host] ?? 'ENOTFOUND'].flat()
      const all = found.map((address) => ({ address, family: isIP(address) }))
      const [{ address, family }] = all
      if (family === 0) {
        const error = Object.assign(new Error('getaddrinfo ' + address + ' ' + host), {
          code: address, syscall: 'getaddrinfo', hostname: host,
        })
        process.nextTick(callback, error)
      } else if (options.all) process.nextTick(callback, null, all)
      else process.nextTick(callback, null, address, family)
    }
    const distancesMs = new Map(${JSON.stringify(Object.entries(distancesMs).map(([address, ms]) => [address, String(ms)]))})
    const { connect } = Socket.prototype
    if (distancesMs.size > 0) Socket.prototype.connect = function (...args) {
      const distanceMs = Number(distancesMs.get(args.flat()[0].host) ?? 0)
      const go = () => this.destroyed || connect.apply(this, args)
      if (distanceMs === 0) go()
      else if (distanceMs !== Infinity) setTimeout(go, distanceMs)
      return this
    }
    syncBuiltinESMExports()`
  return [`--import=data:text/javascript,${encodeURIComponent(preload)}`]
}
