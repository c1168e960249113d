import fc from 'fast-check'

/** What text needs to be taken for something else: commands, line ends, escapes, markup, what hides. */
const pieces = [
  ...[
    '::',
    ':',
    '##[',
    '##',
    '#',
    '[',
    ']',
    '::error::',
    '::set-output name=result::',
    '##[error]',
    '##vso[',
    '::add-mask::',
  ],
  ...['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '\v', '\f', '\0', '\t', ' ', '\u00A0', '%0A', '%0D'],
  ...['\u001B[31m', '\u001B]8;;https://a\u0007', '\u009B', '\u202E', '\u2066', '\u200B', '\u200D', '\uFEFF', '\u00AD'],
  ...['\u{E0041}', '\uFFFE', '\uD800', '\uDC00', '\u0301', '\uFE0F', '🚀'],
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '`',
    '```',
    '|',
    '[a](b)',
    '![a](b)',
    '<img src=x>',
    '@jane',
    '#1',
    'https://a.b',
    'www.a.b',
  ],
  ...['*', '_', '~', '\\', '$', '{', '}', '(', ')', '- ', '1. ', '&lt;', '&#64;', '%%', ';', 'click ', 'section '],
  ...['{user}', '[{user}]', '$&', '…', '***', 'a', 'jürgen', '持续', 'שירות'],
]

/** Text made to be taken for something else, and any text at all. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 400 }) },
)
