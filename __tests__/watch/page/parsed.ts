import { parseHTML } from 'linkedom'

/** What these tests look at of an element. */
export interface ParsedElement {
  readonly tagName: string
  readonly textContent: string
  readonly attributes: ArrayLike<{ readonly name: string }>
  readonly children: ArrayLike<ParsedElement>
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  querySelector(selector: string): ParsedElement | null
  querySelectorAll(selector: string): Iterable<ParsedElement> & ArrayLike<ParsedElement>
}

export interface ParsedDocument extends ParsedElement {
  getElementById(id: string): ParsedElement | null
}

/** Reads HTML or XML as a browser would. */
export function parsed(text: string): ParsedDocument {
  return parseHTML(text).document as unknown as ParsedDocument
}
