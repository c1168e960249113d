import { lazyPattern } from './unicode.ts'

/** A JSON object, of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>

/** @returns the value, or undefined where the text is not JSON; a JSON `null` comes back as null */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What can be seen: neither blank nor a control, an unseen or a lone combining character. */
const VISIBLE = lazyPattern(String.raw`[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}]`, 'u')

/** The text of a property, trimmed; empty where it is no text, not the object's own, or nothing of it can be seen. */
export function textOf(object: JsonObject, name: string): string {
  const value = Object.hasOwn(object, name) ? object[name] : undefined
  return typeof value === 'string' && isVisible(value) ? value.trim() : ''
}

/** Whether anything of a text can be seen. */
function isVisible(text: string): boolean {
  return /[!-~]/.test(text) || VISIBLE().test(text)
}
