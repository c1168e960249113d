import { decode, decodePlain, readings, unitsOf } from './decoding.ts'

/** Takes secrets out of text that is not our own. */
export interface Redactor {
  /** Replaces by `***` what stands in a secret too, however it is spelled. */
  redact(text: string): string
  /** Whether a name of somebody is a secret, or holds a long one. */
  isSecret(name: string): boolean
}

const MASK = '***'

/** So many characters of a secret in a row are no coincidence, so they are hidden; a shorter secret only as a whole. */
const RUN_LENGTH = 16

/** A shorter secret inside a name may be chance (a password `ci` and a user `svc-ci`). */
const LONG_SECRET_LENGTH = 8

/** So much of a name is looked at: no name is as long, and it takes time. */
const MAX_NAME_LENGTH = 10_000

/**
 * A server can write a secret in many ways, so what is compared is not the text but what it says. In `a&#65;%62C`
 * every unit (`a`, `&#65;`, `%62`, `C`) is decoded and folded, which gives `aabc`; where a run of a secret stands in
 * that, the units that it came from are hidden. Of a secret `Abc` there remains `a***`.
 * @param secrets as they are, unencoded; empty ones are ignored
 */
export function createRedactor(secrets: readonly string[]): Redactor {
  const known = [...new Set(secrets)].filter(Boolean)
  const longForms = known.filter(({ length }) => length >= LONG_SECRET_LENGTH).flatMap(formsOf)
  const runs = new Set(known.flatMap(formsOf).flatMap(runsOf))
  const lengths = new Set(Array.from(runs, ({ length }) => length))

  /** At which places of a decoded text a run of a secret stands. */
  function placesOf(bytes: string): ReadonlySet<number> {
    const places = new Set<number>()
    for (const length of lengths) {
      for (let start = 0; start + length <= bytes.length; start += 1) {
        if (!runs.has(bytes.slice(start, start + length))) continue
        for (let place = start; place < start + length; place += 1) places.add(place)
      }
    }
    return places
  }

  function holdsRun(bytes: string): boolean {
    return runs.values().some((run) => bytes.includes(run))
  }

  /** Puts the mask in the place of every unit that a run came from. */
  function hide(text: string): string {
    const units = unitsOf(text)
    const places = placesOf(units.map(({ bytes }) => bytes).join(''))
    let place = 0
    const isHidden = units.map(({ bytes }) => {
      // What says nothing is hidden where it stands inside.
      const hides = places.has(place) && (bytes !== '' || places.has(place - 1))
      place += bytes.length
      return hides
    })
    return units.map(({ unit }, at) => (!isHidden[at] ? unit : isHidden[at - 1] ? '' : MASK)).join('')
  }

  return {
    redact(text) {
      // In nearly all texts there is nothing to hide, and this is the quick way to know.
      const [first = '', ...deeper] = readings(text)
      if (!holdsRun(first)) return deeper.some(holdsRun) ? MASK : text
      const shown = hide(text)
      return readings(shown).some(holdsRun) ? MASK : shown
    },
    isSecret(name) {
      const holdsForm = (bytes: string): boolean => longForms.some((form) => bytes.includes(form))
      return known.includes(name) || readings(name.slice(0, MAX_NAME_LENGTH)).some(holdsForm)
    },
  }
}

/** A secret as it looks once it is decoded: as it is, in hexadecimal, in base64. */
function formsOf(secret: string): readonly string[] {
  const hex = Buffer.from(secret).toString('hex')
  return [decodePlain(secret), decode(secret), hex, ...base64Forms(secret)].filter(Boolean)
}

/**
 * What base64 makes of the secret at each of the three places at which it can stand in a longer text (as in
 * `user:token`): the characters that depend on the secret alone.
 */
function base64Forms(secret: string): readonly string[] {
  const size = Buffer.byteLength(secret)
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.from('\0'.repeat(offset) + secret).toString('base64')
    const form = encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + size) * 8) / 6))
    // Fewer characters than this are anywhere by chance.
    return form.length < 6 ? [] : [decodePlain(form)]
  })
}

function runsOf(form: string): readonly string[] {
  const length = Math.min(form.length, RUN_LENGTH)
  return Array.from({ length: form.length - length + 1 }, (_, start) => form.slice(start, start + length))
}
