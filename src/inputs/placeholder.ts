/** What stands where a secret or a variable was meant, and the words for it. */
const PLACEHOLDERS: readonly (readonly [RegExp, string])[] = [
  [/^\*+$/, 'is a row of asterisks: the masked form of a secret was copied, not the secret'],
  [/\$\{\{/, 'is a GitHub expression that was not evaluated (${{ … }})'],
  [
    /^(?:\$\{?[A-Z_][A-Z0-9_]*\}?|\$env:\w+|%\w+%|\$\([\w.]+\))$/,
    'is the name of a variable that was not replaced by its value',
  ],
  [/^<.*>$/s, 'is a placeholder in angle brackets'],
]

/** Words for a placeholder; undefined where the text is none. */
export function describePlaceholder(text: string): string | undefined {
  return PLACEHOLDERS.find(([pattern]) => pattern.test(text))?.[1]
}
