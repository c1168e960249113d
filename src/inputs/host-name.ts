/**
 * Whether a URL's host can be one that anybody has. Parsers let more signs stand there, such as those of a variable that
 * was not replaced (`${HOST}`), and what follows a host by mistake (`host;password=…`).
 * Source: https://www.rfc-editor.org/rfc/rfc1123#section-2, and “_”, which is in use all the same
 * @param url with its host in the letters of ASCII, as parsers write it
 */
export function mayBeHost({ hostname }: URL): boolean {
  return /^(?:\[.*\]|[a-z0-9._-]+)$/i.test(hostname)
}
