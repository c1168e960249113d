/**
 * The schemes of HTTP authentication that a `WWW-Authenticate` or a `Proxy-Authenticate` asks for.
 * Source: https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1
 * @param challenges one or several, joined by commas: `Negotiate, Basic realm="proxy, please"`
 * @returns their names in order, spelled as they came; none where there is none to be read
 */
export function parseSchemes(challenges: string): readonly string[] {
  // A quotation that is never closed reaches to the end: so every character is looked at once, whoever wrote them.
  const parts = challenges.replace(/"(?:[^"\\]|\\.?)*(?:"|$)/g, '""').split(',')
  // What has an equals sign behind its first word is a parameter of the challenge before it; the token of Negotiate has a
  // blank before its own.
  return parts.flatMap((part) => /^\s*([a-z][\w-]*)(?:\s+[^\s=]|\s*$)/i.exec(part)?.[1] ?? [])
}
