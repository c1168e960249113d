import type { ActionResult } from './runner.ts'

/** Every spelling in which a secret could stand somewhere. */
export function spellingsOf(secret: string, username = 'svc-ci'): string[] {
  const pair = `${username}:${secret}`
  const spellings = [secret, encodeURIComponent(secret), base64(secret), base64(pair), encodeURIComponent(base64(pair))]
  return [...new Set([...spellings, ...spellings.map((spelling) => spelling.replace(/(=|%3D)+$/, ''))])]
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** All that a run left behind, by where it stands; the commands that mask a value aside. */
export function writtenBy(result: ActionResult): Record<string, string> {
  const outputs = Object.entries(result.outputs).map(([name, value]) => [`output ${name}`, value])
  return {
    log: result.stdout.replace(/^::add-mask::.*$/gm, ''),
    'standard error': result.stderr,
    summary: result.summary,
    ...Object.fromEntries(outputs),
  }
}

/** Where one of these texts stands in what was written: empty, where nothing leaked. Case does not matter. */
export function leaksOf(texts: string[], written: Record<string, string>): string[] {
  const leaks = texts.filter((leak) => leak !== '').map((leak) => leak.toLowerCase())
  return Object.entries(written).flatMap(([place, text]) => {
    const lower = text.toLowerCase()
    return leaks.some((leak) => lower.includes(leak)) ? [place] : []
  })
}
