import { createPace, type Pace } from '../../asking/pace.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import type { Http } from '../../wire/http.ts'

/** The way to one server, which all tokens share that go it. */
export interface Connection {
  readonly http: Http
  /** That of the origin: a server that says “not so fast” means all who ask it. */
  readonly pace: Pace
}

/** The ways to all servers; each is there once, and its connections are kept. */
export interface Connections {
  to(inputs: Inputs): Connection
}

/** @returns what two tokens have in common where a failure of the one is that of the other: server, and the way to it */
export function wayOf({ baseUrl, headers, tls, proxy }: Inputs): string {
  return JSON.stringify([baseUrl, [...headers], tls, proxy])
}

/** @param open makes ready to ask a server */
export function createConnections(open: (inputs: Inputs) => Http): Connections {
  const ways = new Map<string, Http>()
  const paces = new Map<string, Pace>()
  const known = <T>(map: Map<string, T>, key: string, make: () => T): T => {
    const value = map.get(key) ?? make()
    map.set(key, value)
    return value
  }
  return {
    to: (inputs) => ({
      http: known(ways, wayOf(inputs), () => open(inputs)),
      pace: known(paces, new URL(inputs.baseUrl).origin, createPace),
    }),
  }
}
