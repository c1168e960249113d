import { notInstalledFor } from './not-installed.ts'

/** A certificate and its private key, both as PEM text. */
export interface Pair {
  cert: string
  key: string
}

export interface Certificates {
  /** The root of the private CA that signed all the others, unless they say otherwise. */
  root: Pair
  intermediate: Pair
  /** For localhost, 127.0.0.1, ::1 and jira.example.com, signed by the root. */
  server: Pair
  /** Signed by the intermediate, which the chain holds too. */
  serverWithChain: Pair
  /** Signed by the intermediate, and sent without it, as misconfigured servers do. */
  serverWithoutChain: Pair
  selfSigned: Pair
  /** Ended 30 days ago. */
  expired: Pair
  /** Begins in 30 days. */
  notYetValid: Pair
  /** For wiki.example.com and *.wiki.example.com. */
  wrongHost: Pair
  client: Pair
  /** A client certificate that ended 30 days ago. */
  expiredClient: Pair
  /** With a key of 1024 bits; a server needs `weakCiphers` for it. */
  weakServer: Pair
  weakClient: Pair
  /** A client certificate of a CA that nobody here trusts. */
  strangerClient: Pair
  /** The root of that CA. */
  strangerRoot: Pair
}

/** Lets a server of Node use a weak key. */
export const weakCiphers = 'DEFAULT@SECLEVEL=0'

let made: Promise<Certificates> | undefined

/** A private CA with all that it signed; made once for each process, in memory, where anybody asks for them. */
export const certificates = (): Promise<Certificates> => {
  // What it takes to make them takes half of the time in which a program of ours starts.
  made ??= import('./certificate-authority.ts').then(
    ({ makeCertificates }) => makeCertificates(),
    notInstalledFor('what makes certificates'),
  )
  return made
}
