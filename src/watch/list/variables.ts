import { type Environment, readVariable } from '../../base/environment.ts'
import type { InputName } from '../../inputs/table.ts'
import type { Position } from './flaw.ts'
import { type Flaw, flaw } from './flaw.ts'
import { flawOfName } from './secret-name.ts'

/** `X-Access: $NAME`, the signs of a header's name as HTTP has them. */
const HEADER = /^([!#$%&'*+.^_`|~\w-]+)\s*:\s*\$(\w+)$/

const HEADERS =
  'lines “Name: $VARIABLE”: the value comes from an environment variable of the step, and never from the list'

const KEY = 'the path of a PEM file, or $VARIABLE: an environment variable of the step that holds the key or its path'

/**
 * Judges the inputs that may hold a secret, which a list names and does not hold: `headers` and `client-key`.
 * @returns undefined where they name it, and for every other input
 */
export function flawOfReference(name: InputName, text: string, at: Position): Flaw | undefined {
  if (name === 'headers') return flawOfHeaders(text, at)
  return name === 'client-key' ? flawOfKey(text, at) : undefined
}

/** @returns the variables that an input names; none for an input that holds no reference */
export function variablesIn(name: InputName, text: string): readonly string[] {
  if (name === 'headers') return linesOf(text).flatMap((line) => HEADER.exec(line)?.[2] ?? [])
  return name === 'client-key' && text.startsWith('$') ? [text.slice(1)] : []
}

/** @returns the text of a sound input with the values of the variables in place of their names */
export function resolve(name: InputName, text: string, environment: Environment): string {
  if (name === 'client-key' && text.startsWith('$')) return readVariable(environment, text.slice(1))
  if (name !== 'headers') return text
  return linesOf(text)
    .map((line) => {
      const [, header = '', variable = ''] = HEADER.exec(line) ?? []
      // A line break would begin another header; as another control character it is refused.
      const value = readVariable(environment, variable).replace(/[\r\n]+/g, '\u0000')
      return `${header}: ${value}`
    })
    .join('\n')
}

function flawOfHeaders(text: string, at: Position): Flaw | undefined {
  for (const [index, line] of linesOf(text).entries()) {
    const [, , variable] = HEADER.exec(line) ?? []
    if (variable === undefined) {
      return flaw(at, `has headers of which number ${index + 1} is not “Name: $VARIABLE”`, HEADERS)
    }
    const wrong = flawOfName(variable, at, 'a variable')
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function flawOfKey(text: string, at: Position): Flaw | undefined {
  const isPem = /[\r\n]|-----BEGIN/.test(text) || /^[A-Za-z0-9+/=\\]{100,}$/.test(text)
  if (isPem) return flaw(at, 'has a private key itself, which now has to be replaced, where its place belongs', KEY)
  if (!text.startsWith('$')) return undefined
  return flawOfName(text.slice(1), at, 'a variable')
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter(Boolean)
}
