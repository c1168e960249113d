import type { PeerCertificate, Phase } from './answer.ts'

/** One request under way: what opens its connection notes here how far that has come. */
export interface Attempt {
  phase: Phase
  /** One that an earlier request had left, unless one is opened. */
  connection: 'new' | 'reused'
  /** Ends it when its time is up. Node keeps a request's own signal from the agent. */
  readonly signal: AbortSignal
  tlsVersion?: string
  certificate?: PeerCertificate
  proxyStatusCode?: number
}

declare module 'http' {
  interface ClientRequestArgs {
    /** Travels with the request's options to the connection that is opened for it. */
    attempt?: Attempt
  }
}
