import { type AnyNode, type Function as FunctionNode, type Program, parse } from 'acorn'
import { ancestor } from 'acorn-walk'

/** Functions of a bundle: of what stands at its top level under a name, those with these numbers, in their order from 0. */
export type Listed = Readonly<Record<string, readonly number[]>>

/** A function that may stand in parentheses. */
export interface BundledFunction {
  /** What it is, or stands in, at the top level of the bundle; empty where that has no name. */
  readonly within: string
  readonly number: number
  readonly start: number
  readonly end: number
  /** Whether it is a declaration at the top level. */
  readonly isDeclared: boolean
}

/**
 * Has V8 compile functions when it reads the file: it does so with those in parentheses, which are mostly called at once.
 * Any other it looks through first, and compiles it when it is called, so that whatever is called is read twice.
 * Source: https://v8.dev/blog/preparser#pife
 * @param listed those that every run calls: what is compiled and never called costs more than it saves. None at the top level
 *   may be called while the file is read, before the line at which it stands: it is no declaration any more, and so is not
 *   there yet
 */
export function compileEagerly(bundle: string, listed: Listed): string {
  const eager = functionsOf(bundle).filter(({ within, number }) => listed[within]?.includes(number))
  const marks = eager.flatMap(({ within, start, end, isDeclared }) => [
    { at: start, mark: isDeclared ? `const ${within} = (` : '(' },
    { at: end, mark: ')' },
  ])
  const sorted = marks.sort((one, other) => one.at - other.at)
  const pieces = sorted.map(({ at, mark }, index) => bundle.slice(sorted[index - 1]?.at ?? 0, at) + mark)
  return [...pieces, bundle.slice(sorted.at(-1)?.at ?? 0)].join('')
}

/**
 * @returns the functions of a bundle that may stand in parentheses, as they stand in it. Methods may not, nor declarations
 *   in other functions; with asynchronous arrow functions it would change nothing
 */
export function functionsOf(bundle: string): readonly BundledFunction[] {
  const { body } = parse(bundle, { ecmaVersion: 'latest', sourceType: 'module' })
  const numbers = new Map<string, number>()
  return body.flatMap((statement) => {
    const within = nameOf(statement)
    return functionsIn(statement).map(({ start, end }) => {
      const number = numbers.get(within) ?? 0
      numbers.set(within, number + 1)
      return { within, number, start, end, isDeclared: start === statement.start }
    })
  })
}

function nameOf(statement: Program['body'][number]): string {
  if (statement.type === 'VariableDeclaration') {
    const [first] = statement.declarations
    return first?.id.type === 'Identifier' ? first.id.name : ''
  }
  return 'id' in statement ? (statement.id?.name ?? '') : ''
}

function functionsIn(statement: AnyNode): readonly FunctionNode[] {
  const found: FunctionNode[] = []
  ancestor(statement, {
    Function(node: FunctionNode, _state: unknown, ancestors: AnyNode[]) {
      const parent = ancestors.at(-2)
      if (node.type === 'FunctionDeclaration' ? node === statement : mayStandInParentheses(node, parent))
        found.push(node)
    },
  })
  return found.sort((one, other) => one.start - other.start)
}

function mayStandInParentheses({ type, async }: FunctionNode, parent: AnyNode | undefined): boolean {
  if (type === 'ArrowFunctionExpression') return !async
  return !(
    parent?.type === 'MethodDefinition' ||
    (parent?.type === 'Property' && (parent.method || parent.kind !== 'init'))
  )
}
