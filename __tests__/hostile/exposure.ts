/** So many characters of a secret in a row are as bad as all of it. */
const RUN_LENGTH = 16

type Undo = (text: string) => string

const invisible = /[\s\p{Cc}\p{M}\p{Default_Ignorable_Code_Point}]/gu
const undoEscape = (_: string, hex: string): string => String.fromCodePoint(Number.parseInt(hex, 16) % 0x110000)

/** What a reader can undo; one after the other, as often as it helps. */
const undoings: Undo[] = [
  (text) => text.replace(invisible, ''),
  (text) => text.normalize('NFKC'),
  (text) => text.replace(/%([0-9a-f]{2})/gi, undoEscape),
  (text) => text.replace(/%u([0-9a-f]{4})/gi, undoEscape),
  (text) => text.replace(/\\+(?:u|x|u\{)([0-9a-f]{2,4})\}?/gi, undoEscape),
  (text) => text.replace(/&#x0*([0-9a-f]{1,6});?/gi, undoEscape),
  (text) => text.replace(/&#0*(\d{1,7});?/g, (_, code) => String.fromCodePoint(Number(code) % 0x110000)),
  (text) => text.replace(/&(\w+);/g, (entity, name) => entities[name] ?? entity),
  (text) => text.replaceAll('\\', ''),
  (text) => text.replaceAll('-', '+').replaceAll('_', '/'),
]

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', plus: '+', sol: '/', equals: '=' }

/**
 * Where a secret can be read in what was written: as it is or in base64 or hexadecimal, whole or a long part of it,
 * however it is spelled. Empty, where nothing leaked. Shares no code with the action, which hides secrets its own way.
 */
export function exposuresOf(secrets: string[], written: Record<string, string>): string[] {
  const parts = secrets.flatMap(partsOf)
  return Object.entries(written).flatMap(([place, text]) => {
    const found = readingsOf(text).find((reading) => parts.some((part) => reading.includes(part)))
    return found === undefined ? [] : [place]
  })
}

function readingsOf(text: string): string[] {
  const readings = [text, backwards(text)].flatMap((first) => {
    const undone = [first]
    for (const undo of [...undoings, ...undoings, ...undoings]) undone.push(undo(undone.at(-1) ?? ''))
    return undone.map((reading) => reading.toLowerCase())
  })
  // What is left without the signs that may stand between any two characters.
  const split = readings.flatMap((reading) => [
    ...[reading, reading.replace(/<!--.*?-->|<[^<>]*>/gs, ''), reading.replaceAll('0x', '')],
  ])
  return [...new Set([...readings, ...split.map(bare)])]
}

const backwards = (text: string): string => Array.from(text).reverse().join('')
const bare = (text: string): string => text.replace(/[^a-z0-9]/g, '')

function partsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const encoded = ['', ':', 'u:'].flatMap((prefix) => {
    // The characters at either end depend on what stands beside the secret.
    const text = Buffer.from(prefix + secret)
      .toString('base64')
      .replace(/=+$/, '')
    return text.slice(prefix === '' ? 0 : 4, -2)
  })
  const forms = [secret, bytes.toString('hex'), ...encoded].map((form) => form.toLowerCase())
  const all = [...forms, ...forms.map(bare)].flatMap((form) => [form, backwards(form)])
  return [...new Set(all)]
    .filter((form) => form.length >= 6)
    .flatMap((form) =>
      form.length <= RUN_LENGTH
        ? [form]
        : Array.from({ length: form.length - RUN_LENGTH + 1 }, (_, start) => form.slice(start, start + RUN_LENGTH)),
    )
}
