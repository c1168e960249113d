import type { IncomingMessage } from 'node:http'
import type { PeerCertificate } from 'node:tls'
import type { BodyError, Phase, ProxyAnswer } from './answer.ts'
import type { Lifetime } from './lifetime.ts'

/** One request under way: whoever has to do with its connection notes here how far that has come. */
export interface Attempt {
  phase: Phase
  /** One that an earlier request had left, unless one is opened. */
  connection: 'new' | 'reused'
  /** Ends when its time is up, and with it whatever was opened. */
  readonly lifetime: Lifetime
  /** Told of an answer that changes the protocol, which http-client does not listen for. */
  onUpgrade?: (message: IncomingMessage) => void
  tlsVersion?: string
  /** The server's; empty where it sent none. */
  certificate?: PeerCertificate
  proxyAnswer?: ProxyAnswer
  /** What the parser of HTTP did not like: Node tells it to the request alone, also while the body comes in. */
  breach?: BodyError
}

declare module 'http' {
  interface Agent {
    /** Called by Node for each request. Not in its documentation, but what agents have relied on ever since there are any. */
    addRequest(request: ClientRequest, options: ClientRequestArgs): void
  }
  interface ClientRequestArgs {
    /** Travels with the request's options to the connection that is opened for it. */
    attempt?: Attempt
  }
}
