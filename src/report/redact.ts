import { once } from '../base/once.ts'
import { escapePattern } from '../base/pattern.ts'
import { lazyPattern } from '../base/unicode.ts'
import { isPlain, readings, unitsOf } from './decoding.ts'
import { createFinder } from './finder.ts'
import {
  backwards,
  bareFormsOf,
  bareOf,
  beginningsOf,
  formsOf,
  LONG_SECRET_LENGTH,
  runLengthOf,
} from './secret-forms.ts'

/** Takes secrets out of text that is not our own. */
export interface Redactor {
  /**
   * Replaces by `***` what stands in a secret too, however it is spelled; all of the text, where a secret is spelled
   * in it so that nobody can tell where it begins.
   * @param isCut whether the text is cut at its end, so that a part of a secret may be left there
   */
  redact(text: string, isCut?: boolean): string
  /** The same without short secrets: in an address, in words of ours and in what a program reads they are chance. */
  redactLong(text: string, isCut?: boolean): string
  /** Whether a name of somebody is a secret, or holds a long one. */
  isSecret(name: string): boolean
}

const MASK = '***'

/** A secret that is shorter is looked for as a word of its own: elsewhere it is chance, as an `s` in `https` is. */
const MIN_LENGTH = 4

/** A word without any such character would be found everywhere, or nowhere. */
const VISIBLE = lazyPattern(String.raw`[\p{L}\p{N}\p{P}\p{S}]`, 'u')

/** So much of a name is looked at: no name is as long, and it takes time. */
const MAX_NAME_LENGTH = 10_000

/**
 * A server can write a secret in many ways, so what is compared is not the text but what it says. In `a&#65;%62C`
 * every unit (`a`, `&#65;`, `%62`, `C`) is decoded and folded, which gives `aabc`; where a run of a secret stands in
 * that, the units that it came from are hidden. Of a secret `Abc` there remains `a***`.
 * @param secrets as they are, unencoded; empty ones are ignored
 * @param common the same, but so common that each is looked for as a word of its own, however long it is
 */
export function createRedactor(secrets: readonly string[], common: readonly string[] = []): Redactor {
  const all = [...new Set(secrets)].filter(Boolean)
  const known = all.filter(({ length }) => length >= MIN_LENGTH)
  const words = [...all.filter(({ length }) => length < MIN_LENGTH), ...common].filter(
    (word) => /[!-~]/.test(word) || VISIBLE().test(word),
  )
  const longForms = once(() => known.filter(({ length }) => length >= LONG_SECRET_LENGTH).flatMap(formsOf))
  const forms = once(() => known.flatMap(formsOf))
  const bareForms = once(() => known.flatMap(bareFormsOf))
  const runs = createFinder(forms)
  const bareRuns = createFinder(bareForms)
  // What is shorter than all of them holds none.
  const least = once(() => {
    const all = [...forms(), ...bareForms()]
    return { form: Math.min(...all.map(({ length }) => length)), run: Math.min(...all.map(runLengthOf)) }
  })
  const beginnings = once(() => new Set(forms().flatMap(beginningsOf)))

  /** How many characters at the end of a decoded text are the beginning of a secret. */
  function partAtEnd(bytes: string): number {
    const known = beginnings()
    const lengths = [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4]
    return lengths.find((length) => length <= bytes.length && known.has(bytes.slice(-length))) ?? 0
  }

  /** Puts the mask in the place of every unit that a run came from. */
  function hide(text: string, isCut: boolean): string {
    const units = unitsOf(text)
    const bytes = units.map((unit) => unit.bytes).join('')
    const places = runs.placesIn(bytes)
    const part = isCut ? partAtEnd(bytes) : 0
    for (let place = bytes.length - part; place < bytes.length; place += 1) places.add(place)
    let place = 0
    const isHidden = units.map((unit) => {
      // What says nothing is hidden where it stands inside.
      const hides = places.has(place) && (unit.bytes !== '' || places.has(place - 1))
      place += unit.bytes.length
      return hides
    })
    return units.map(({ unit }, at) => (!isHidden[at] ? unit : isHidden[at - 1] ? '' : MASK)).join('')
  }

  function redactLong(text: string, isCut = false): string {
    const holds = (bytes: string): boolean => runs.standsIn(bytes) || (isCut && partAtEnd(bytes) > 0)
    // In nearly all texts there is nothing to hide, and these are the quick ways to know.
    if (!isCut && text.length < least().run && isPlain(text)) return text
    const [first, ...deeper] = readings(text)
    if (!holds(first) && deeper.some(holds)) return MASK
    const shown = holds(first) ? hide(text, isCut) : text
    const left = shown === text ? [first, ...deeper] : readings(shown)
    if (shown !== text && left.some(runs.standsIn)) return MASK
    return bareReadings(shown, left).some(bareRuns.standsIn) ? MASK : shown
  }

  return {
    redact: (text, isCut) => redactLong(words.reduce(hideWord, text), isCut),
    redactLong,
    isSecret(name) {
      if (name.length < least().form && isPlain(name)) return all.includes(name)
      const head = name.slice(0, MAX_NAME_LENGTH)
      const holdsForm = (bytes: string): boolean => longForms().some((form) => bytes.includes(form))
      const said = readings(head)
      return (
        all.includes(name) ||
        said.some(holdsForm) ||
        bareReadings(head, said).some((bare) =>
          bareForms().some((form) => form.length > LONG_SECRET_LENGTH && bare.includes(form)),
        )
      )
    },
  }
}

/**
 * What a text says (folded), with no sign between its letters and digits: no tag, no `0x`, and from its end too.
 * @param said the readings of the text
 */
function bareReadings(text: string, said: readonly string[]): readonly string[] {
  const spoken = /[%&\\]/.test(text) ? [...said, ...readings(backwards(text))] : said
  const withoutTags = spoken
    .filter((bytes) => bytes.includes('<'))
    .map((bytes) => bytes.replace(/<!\+\+.*?\+\+>|<[^>]*>/gs, ''))
  const all = [...spoken, ...withoutTags]
  return [...all, ...all.filter((bytes) => bytes.includes('0x')).map((bytes) => bytes.replaceAll('0x', ''))].map(bareOf)
}

function hideWord(text: string, word: string): string {
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(word)}(?![\\p{L}\\p{N}])`, 'giu'), MASK)
}
