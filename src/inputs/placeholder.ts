/** What stands where a secret or a variable was meant. */
export interface Placeholder {
  readonly pattern: RegExp
  /** What it is: a phrase after its name. */
  readonly problem: string
  /** What is to be stored instead: an object of “Store”. */
  readonly wanted: string
}

/** The masked form of a secret, and a GitHub expression: neither is ever meant, not even as a password. */
export const NEVER_MEANT: readonly Placeholder[] = [
  {
    pattern: /^[*•●]+$/,
    problem: 'is a row of asterisks or dots: the masked form of a secret was copied, not the secret',
    wanted: 'the secret itself, from where it was created: a log or a form shows only its masked form',
  },
  {
    pattern: /\$\{\{/,
    problem: 'is a GitHub expression that was not evaluated (${{ … }})',
    wanted: 'the value itself: GitHub evaluates an expression in a workflow file, and nowhere else',
  },
]

const UNFILLED: readonly Placeholder[] = [
  {
    pattern: /^(?:\$\{?[A-Z_][A-Z0-9_]*\}?|\$env:\w+|%\w+%|\$\([\w.]+\)|\{\{.*\}\}|(?:secrets|vars|env)\.\w+)$/s,
    problem: 'is the name of a variable that was not replaced by its value',
    wanted: 'the value itself, or have the shell or the CI system put it in: in a workflow that is ${{ secrets.NAME }}',
  },
  {
    pattern: /^<.*>$/s,
    problem: 'is a placeholder in angle brackets',
    wanted: 'the value itself in its place, without the brackets',
  },
]

/** @returns what a text is that stands in the place of a value; undefined where it is none */
export function findPlaceholder(text: string): Placeholder | undefined {
  return [...NEVER_MEANT, ...UNFILLED].find(({ pattern }) => pattern.test(text))
}
