import {
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { type Flaw, flaw, isFlaw, type Position } from './flaw.ts'

/** What stands in a list. */
export type Value = Text | Sequence | Mapping

/** A text, a number or a boolean, as it is written. */
export interface Text {
  readonly kind: 'text'
  readonly text: string
  /** Whether nothing stands there, or YAML's word for nothing. */
  readonly isNull: boolean
  readonly at: Position
}

export interface Sequence {
  readonly kind: 'sequence'
  readonly items: readonly Value[]
  readonly at: Position
}

export interface Mapping {
  readonly kind: 'mapping'
  readonly pairs: readonly { readonly key: string; readonly at: Position; readonly value: Value }[]
  readonly at: Position
}

const ANCHOR = 'has an anchor or an alias (& or *), where a list says everything itself'
const TAG = 'has a tag (!), which no list needs'

/** The library's own words quote the file. */
const WORDS: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: ANCHOR,
  BAD_ALIAS: ANCHOR,
  MULTIPLE_ANCHORS: ANCHOR,
  BAD_COLLECTION_TYPE: TAG,
  MULTIPLE_TAGS: TAG,
  TAG_RESOLVE_FAILED: TAG,
  BAD_DQ_ESCAPE: 'has a backslash that means nothing in double quotation marks: single ones leave it as it is',
  BAD_INDENT: 'begins after more or fewer blanks than what it belongs to, or stands in a bracket that was not closed',
  BAD_SCALAR_START: 'has a value that begins with a sign of YAML’s own, such as “@”: put it in quotation marks',
  BLOCK_AS_IMPLICIT_KEY:
    'has a colon and a blank in a value: put it in quotation marks, or on a line of its own after “|”',
  KEY_OVER_1024_CHARS: 'has a key of more than 1024 characters',
  MISSING_CHAR: 'lacks a sign: a closing quotation mark or bracket, a comma, or the colon and the blank after a key',
  MULTILINE_IMPLICIT_KEY: 'has words that are neither a key with its colon nor the value of one',
  MULTIPLE_DOCS: 'begins a second document (---), and a list is one alone',
  NON_STRING_KEY: 'has a key that is no word',
  RESOURCE_EXHAUSTION: 'is nested too deeply',
  TAB_AS_INDENT: 'begins with a tab, where YAML takes blanks alone',
}

/**
 * Parses YAML 1.2, and so JSON, strictly and without what makes one thing of another: anchors, aliases, tags, merges.
 * Every scalar is its text: who knows the key knows what it has to be.
 * @param text without a byte order mark
 */
export function parseYaml(text: string): Value | Flaw {
  const lineCounter = new LineCounter()
  const positionOf = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter,
    prettyErrors: false,
    stringKeys: true,
    // The library compares every key with every other; see `toMapping`.
    uniqueKeys: false,
    // At `silent` it would not tell of a second document.
    logLevel: 'error',
  })
  const [error] = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0])
  if (error !== undefined) {
    return flaw(positionOf(error.pos[0]), WORDS[error.code] ?? 'has something that cannot stand there')
  }
  const { contents } = document
  return contents === null ? flaw(undefined, 'is empty') : toValue(contents, positionOf)
}

type PositionOf = (offset: number) => Position

function toValue(node: ParsedNode, positionOf: PositionOf): Value | Flaw {
  const at = positionOf(node.range[0])
  if (isAlias(node) || node.anchor !== undefined) return flaw(at, ANCHOR)
  if (node.tag !== undefined) return flaw(at, TAG)
  if (isScalar(node)) {
    const text = String(node.value)
    return { kind: 'text', text, isNull: node.type === 'PLAIN' && /^(?:|~|null|Null|NULL)$/.test(text), at }
  }
  return isMap(node) ? toMapping(node, at, positionOf) : toSequence(node, at, positionOf)
}

function toSequence({ items }: YAMLSeq.Parsed, at: Position, positionOf: PositionOf): Sequence | Flaw {
  const values: Value[] = []
  for (const item of items) {
    const value = toValue(item, positionOf)
    if (isFlaw(value)) return value
    values.push(value)
  }
  return { kind: 'sequence', items: values, at }
}

function toMapping({ items }: YAMLMap.Parsed, at: Position, positionOf: PositionOf): Mapping | Flaw {
  const pairs = new Map<string, { key: string; at: Position; value: Value }>()
  for (const { key: keyNode, value: valueNode } of items) {
    const key = toValue(keyNode, positionOf)
    if (isFlaw(key)) return key
    if (key.kind !== 'text') return flaw(key.at, 'has a key that is no word')
    if (key.text === '<<') return flaw(key.at, 'merges something (<<), where a list says everything itself')
    const first = pairs.get(key.text)?.at.line
    if (first !== undefined) return flaw(key.at, `has a key for the second time: the first is in line ${first}`)
    const value: Value | Flaw =
      valueNode === null ? { kind: 'text', text: '', isNull: true, at: key.at } : toValue(valueNode, positionOf)
    if (isFlaw(value)) return value
    pairs.set(key.text, { key: key.text, at: key.at, value })
  }
  return { kind: 'mapping', pairs: [...pairs.values()], at }
}
