import type { RetryAfter } from './retry-after.ts'

/** What is known of every request that was made, whatever came of it. */
interface Exchange {
  /** From the request to the end of the answer, or to its failure, in milliseconds, by a clock that nobody can set. */
  readonly durationMs: number
}

/** An HTTP answer: its status, its headers, and as much of the body as was read. Everything in it is the server's word and untrusted. */
export interface Answer extends Exchange {
  readonly kind: 'answer'
  readonly statusCode: number
  /** Header names in lower case; several of one name are joined by `, `. */
  readonly headers: ReadonlyMap<string, string>
  /** When the server may be asked again, where it says so. */
  readonly retryAfter?: RetryAfter
  /** The body as text, without a byte order mark; what there is of it where it is not complete. */
  readonly body: string
  /**
   * How the body ended. `late`: the time was up; `too-large`: more than may be read (1 MiB, unless a server is allowed more); `malformed`: it
   * breaks the rules of HTTP, or cannot be decompressed.
   */
  readonly bodyState: 'complete' | 'cut' | 'late' | 'too-large' | 'malformed'
  /** What is wrong with a body that is malformed. */
  readonly bodyError?: BodyError
}

/** What Node reports of a body: the code and the text of its error (`HPE_INVALID_CHUNK_SIZE`, `Z_DATA_ERROR`, …). */
export type BodyError = Pick<NoAnswer, 'code' | 'message'>

/**
 * What a connection was doing when it failed. Only in `answer` can anything of a request have reached the server, and
 * nobody can tell then whether it has acted on it; before, nothing was sent.
 */
export type Phase = 'lookup' | 'connect' | 'proxy' | 'tls' | 'answer'

/** What the server's certificate says of itself. */
export interface PeerCertificate {
  readonly subject: string
  readonly issuer: string
  /** Host names and addresses that it is for. */
  readonly hosts: readonly string[]
  readonly validFrom: string
  readonly validTo: string
}

/** No answer: what the network or TLS reported instead. */
export interface NoAnswer extends Exchange {
  readonly kind: 'no-answer'
  /** Code of Node's error (`ECONNREFUSED`, `CERT_HAS_EXPIRED`, …); `TIMEOUT` when the time was up; empty where there is none. */
  readonly code: string
  /** Text of Node's error, which may quote the server. */
  readonly message: string
  readonly phase: Phase
  /** Name of the header with which the answer breaks the rules of HTTP, where it can be told: the server's text. */
  readonly header?: string
  /** The certificate that the server presented, where one was seen. */
  readonly certificate?: PeerCertificate
  /** What the proxy answered to CONNECT, where it did not open the way. */
  readonly proxyAnswer?: ProxyAnswer
}

/** The answer of a proxy that does not open the way. The texts are its own. */
export interface ProxyAnswer {
  /** Not 2xx. */
  readonly statusCode: number
  /** What follows the status: `Forbidden`. */
  readonly reasonPhrase: string
  /** The header `X-Squid-Error`: `ERR_DNS_FAIL 0`; empty where there is none. */
  readonly squidError: string
  /** The logins that it takes, by `Proxy-Authenticate`: `Basic`, `NTLM`. */
  readonly loginSchemes: readonly string[]
  /** The server's port, to which it was to open the way. */
  readonly port: number
}

/** What came of one request. */
export type Outcome = Answer | NoAnswer

/** How a request went: nothing to judge by, but for the log. */
export interface Trace {
  readonly route: 'direct' | 'proxy'
  /** Whether a connection was opened for it, or one was used that an earlier request had left. */
  readonly connection: 'new' | 'reused'
  /** `TLSv1.3`; undefined without TLS, and where no handshake is known that was completed. */
  readonly tlsVersion: string | undefined
  /** Bytes of the body, as they came in. */
  readonly bodyBytes: number
  /** Two where the connection that was left for it turned out to be dead, and it was made once more on a new one. */
  readonly requestCount: 1 | 2
}

/** What came of one request, and how. */
export type TracedOutcome = Outcome & { readonly trace: Trace }
