import { type Finding, finding } from '../catalogue/finding.ts'

/** The first that can tell the CA certificates that it trusts: `tls.getCACertificates`. */
const MIN = { major: 22, minor: 15 }

/**
 * Judges the Node that runs this, which is not always the one that the runner brings. Whatever is called before this,
 * and to tell what it finds, has to run on Node 18.
 * @param version `22.15.0`
 * @returns a finding `node-unsupported`, or undefined where it will do
 */
export function judgeNode(version: string): Finding | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > MIN.major || (major === MIN.major && minor >= MIN.minor)) return undefined
  return finding('node-unsupported', { nodeVersion: version, minNodeVersion: `${MIN.major}.${MIN.minor}` })
}
