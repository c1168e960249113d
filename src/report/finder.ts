import { once } from '../base/once.ts'
import { runLengthOf } from './secret-forms.ts'

/** Looks for runs of secrets in texts. */
export interface Finder {
  /** At which places of a text a run stands. */
  placesIn(text: string): Set<number>
  standsIn(this: void, text: string): boolean
}

/**
 * How long it takes depends on the text, and hardly on how many runs there are: those of 250 tokens are a hundred thousand.
 * They are listed when the first text is looked through.
 * @param forms of the secrets
 */
export function createFinder(forms: () => readonly string[]): Finder {
  const groups = once(() =>
    [...new Set(forms().map(runLengthOf))].map((length) => {
      const group = forms().filter((form) => runLengthOf(form) === length)
      const partLength = Math.ceil(length / 2)
      return { length, partLength, parts: piecesOf(group, partLength), runs: once(() => piecesOf(group, length)) }
    }),
  )
  return {
    placesIn(text) {
      const places = new Set<number>()
      for (const { length, runs } of groups()) {
        const known = runs()
        for (let start = 0; start + length <= text.length; start += 1) {
          if (!known.has(text.slice(start, start + length))) continue
          for (let place = start; place < start + length; place += 1) places.add(place)
        }
      }
      return places
    },
    // Wherever a run stands, a part of it, half as long, stands at one of the places that are looked at first; they are few.
    standsIn: (text) =>
      groups().some(
        ({ length, partLength, parts, runs }) =>
          holdsOneOf(parts, text, partLength, length - partLength + 1) && holdsOneOf(runs(), text, length, 1),
      ),
  }
}

/** Every piece of that length that the texts have. */
function piecesOf(texts: readonly string[], length: number): ReadonlySet<string> {
  const pieces = new Set<string>()
  for (const text of texts) {
    for (let start = 0; start + length <= text.length; start += 1) pieces.add(text.slice(start, start + length))
  }
  return pieces
}

/** Whether one of the pieces stands in a text at one of every `step` places. */
function holdsOneOf(pieces: ReadonlySet<string>, text: string, length: number, step: number): boolean {
  for (let start = 0; start + length <= text.length; start += step) {
    if (pieces.has(text.slice(start, start + length))) return true
  }
  return false
}
