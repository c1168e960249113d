import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'

/** Asks for all the addresses of a host name; rejects with Node's error. */
export type LookUp = (host: string) => Promise<readonly LookupAddress[]>

/** The addresses of one host. */
export interface Addresses {
  /** In the order in which they are to be tried: all of them, or the one that has served. */
  toTry(): Promise<readonly string[]>
  /** This one has served, so that no other needs to be tried from now on. */
  prefer(address: string): void
  /** @returns whether one had served, so that there may be others */
  forget(): boolean
}

/** @param host a name, or an address without brackets, which stands for itself */
export function createAddresses(host: string, lookUp: LookUp = askSystem): Addresses {
  let served: string | undefined = isIP(host) === 0 ? undefined : host
  return {
    toTry: async () => (served === undefined ? alternate(await lookUp(host)) : [served]),
    prefer(address) {
      served = address
    },
    forget() {
      if (served === undefined || served === host) return false
      served = undefined
      return true
    },
  }
}

/** As Node itself asks when it connects. Its module for it is loaded only here, since an address needs none. */
async function askSystem(host: string): Promise<readonly LookupAddress[]> {
  const [{ ADDRCONFIG, lookup }, { platform }] = await Promise.all([import('node:dns'), import('node:os')])
  const hints = platform() === 'win32' ? 0 : ADDRCONFIG
  return new Promise((resolve, reject) => {
    lookup(host, { all: true, hints }, (error, addresses) => (error ? reject(error) : resolve(addresses)))
  })
}

/**
 * One of IPv6, one of IPv4, and so on, so that it costs one try to find out that a family does not work.
 * Source: https://www.rfc-editor.org/rfc/rfc8305#section-4
 */
function alternate(found: readonly LookupAddress[]): readonly string[] {
  const familyOfFirst = found[0]?.family
  const first = found.filter(({ family }) => family === familyOfFirst)
  const second = found.filter(({ family }) => family !== familyOfFirst)
  const longest = Math.max(first.length, second.length)
  const addresses = Array.from({ length: longest }, (_, index) => [first[index], second[index]])
  return [...new Set(addresses.flat().flatMap((entry) => entry?.address ?? []))]
}
