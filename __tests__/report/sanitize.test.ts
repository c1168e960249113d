import { describe, expect, it } from 'vitest'
import { markdownText, mermaidText, plainText } from '../../src/report/sanitize.ts'
import { parseCommand } from '../support/commands.ts'

const nothingToHide = (text: string): string => text
const plain = (text: string, maxLength?: number): string => plainText(text, nothingToHide, maxLength)

describe('plain text', () => {
  it.each([
    ['a name', 'CI Service', 'CI Service'],
    ['white space around', '  CI Service \n', 'CI Service'],
    ['white space within', 'CI \t  Service', 'CI Service'],
    ['other white space', 'CI\u00A0\u3000Service', 'CI Service'],
    ['a line feed', 'CI\nService', 'CI Service'],
    ['a carriage return', 'CI\rService', 'CI Service'],
    ['both', 'CI\r\nService', 'CI Service'],
    ['a next line', 'CI\u0085Service', 'CI Service'],
    ['a line separator', 'CI\u2028Service', 'CI Service'],
    ['a paragraph separator', 'CI\u2029Service', 'CI Service'],
    ['a vertical tab and a form feed', 'CI\v\fService', 'CI Service'],
    ['a null character', 'CI\0Service', 'CI Service'],
    ['a delete character', 'CI\u007FService', 'CI Service'],
    ['a control of the second row', 'CI\u009DService', 'CI Service'],
    ['a colour', '\u001B[31mCI\u001B[0m', 'CI'],
    ['a bell', 'CI\u0007', 'CI'],
    ['a bidirectional control', 'CI\u202Eecivres', 'CIecivres'],
    ['a bidirectional isolate', '\u2066CI\u2069', 'CI'],
    ['a left-to-right mark', 'CI\u200E\u200F\u061C', 'CI'],
    ['a zero-width space', 'C\u200BI', 'CI'],
    ['a word joiner', 'C\u2060I', 'CI'],
    ['a byte order mark', '\uFEFFCI', 'CI'],
    ['a soft hyphen', 'Ser\u00ADvice', 'Service'],
    ['tags', 'CI\u{E0041}\u{E007F}', 'CI'],
    ['an annotation', 'C\uFFF9I\uFFFB', 'CI'],
    ['characters that XML forbids', 'C\uFFFE\uFFFFI', 'CI'],
    ['half a character', 'CI\uD83D', 'CI\uFFFD'],
    ['nothing', '', ''],
    ['nothing that is seen', '\u200B\n\u202E', ''],
  ])('%s', (_, text, shown) => {
    expect(plain(text)).toBe(shown)
  })

  it.each([
    ['German', 'Jürgen Müßig'],
    ['French', "Éloïse d'Œuvre"],
    ['Vietnamese', 'Nguyễn Thị Hằng'],
    ['Greek', 'Ελένη Παπαδοπούλου'],
    ['Russian', 'Сергей Ёлкин'],
    ['Chinese', '持续集成 服务'],
    ['Japanese', '継続的インテグレーション'],
    ['Korean', '지속적 통합'],
    ['Hebrew', 'שירות אינטגרציה'],
    ['Arabic', 'خدمة التكامل'],
    ['Persian, with its joiner', 'می\u200Cخواهم'],
    ['Hindi, with its joiner', 'क\u094D\u200Dष'],
    ['Thai', 'บริการ'],
    ['decomposed', 'Jose\u0301'],
    ['emoji', '🚀 CI'],
    ['emoji that are joined', '👩\u200D💻 ❤\uFE0F'],
    ['signs', `"It's" 100 % (a/b); a=b? [c] {d} *e* _f_ #1 @jane`],
  ])('a name in %s stays as it is', (_, name) => {
    expect(plain(name)).toBe(name)
  })

  it.each([
    '::error::forged',
    '  ::error::forged',
    '\n::set-output name=result::usable',
    'CI\n::error title=x::forged',
    'CI\r::add-mask::a',
    'CI\u0085::error::forged',
    '\u200B::error::forged',
    ':\u200B:error:\u200B:forged',
    ':\u0000:error:\u0000:forged',
    ':\u001B[0m:error:\u001B[0m:forged',
    '##[error]forged',
    'CI ##[error]forged',
    'CI #\u200B#[error]forged',
    '###[error]forged',
    '##[set-output name=result;]usable',
    '##vso[task.setvariable variable=a]b',
    'a :::: b',
    '::::error::::',
  ])('no command of a CI system: %j', (text) => {
    const shown = plain(text)
    expect(parseCommand(shown)).toBeUndefined()
    expect(shown).not.toMatch(/::|##/)
    expect(shown).toMatch(/forged|usable|a|b|error/)
  })

  it('keeps every sign of what could be a command, and sets them apart', () => {
    expect(plain('a ::error::b :::: ##[error] ###')).toBe('a : :error: :b : : : : # #[error] # # #')
  })

  it('is cut to a sane length, with a mark, by whole characters', () => {
    expect(plain('x'.repeat(300))).toBe('x'.repeat(300))
    expect(plain(` ${'x'.repeat(300)} `)).toBe('x'.repeat(300))
    expect(plain('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`)
    expect(plain('🚀'.repeat(301))).toBe(`${'🚀'.repeat(299)}…`)
    expect(plain('abcdef', 4)).toBe('abc…')
    expect(plain('abcd', 4)).toBe('abcd')
    expect(plain('abc ef', 5)).toBe('abc …')
  })

  it('is cut with a mark too where most of it is not seen', () => {
    expect(plain(`CI${'\u200B'.repeat(20_000)}Service`)).toBe('CI…')
    expect(plain(`CI${'\u200B'.repeat(1_991)}Service`)).toBe('CIService')
    expect(plain(`CI${'\u200B'.repeat(1_992)}Service`)).toBe('CIServic…')
  })

  it('loses its secrets before it is cut, and after what hides was taken out', () => {
    const redact = (text: string): string => text.replaceAll('hunter2', '***')
    expect(plainText('hun\u200Bter2', redact)).toBe('***')
    expect(plainText('a hunter2', redact, 6)).toBe('a ***')
    expect(plainText(`${'x'.repeat(298)} hunter2`, redact)).toBe(`${'x'.repeat(298)} …`)
  })

  it('has no white space around, whatever was taken out', () => {
    const redact = (text: string): string => text.replaceAll('hunter2', '')
    expect(plainText('hunter2 a hunter2', redact)).toBe('a')
  })

  it('keeps a secret hidden that commands would break apart', () => {
    const redact = (text: string): string => text.replaceAll('a::b', '***')
    expect(plainText('my a::b', redact)).toBe('my ***')
  })
})

describe('inert in Markdown', () => {
  it.each([
    ['a name', 'CI Service', 'CI Service'],
    ['a sentence', 'Jira is down, or not. Try again.', 'Jira is down, or not. Try again.'],
    ['another script', '持续集成 é', '持续集成 é'],
    ['a bold text', '**a**', '&#42;&#42;a&#42;&#42;'],
    ['an emphasis', '_a_', '&#95;a&#95;'],
    ['a link', '[a](b)', '&#91;a&#93;&#40;b&#41;'],
    ['an image', '![a]', '&#33;&#91;a&#93;'],
    ['code', '`a`', '&#96;a&#96;'],
    ['a fence', '~~~', '&#126;&#126;&#126;'],
    ['HTML', '<b a="1">', '&#60;b a&#61;"1"&#62;'],
    ['an entity', '&lt;', '&#38;lt;'],
    ['a table', 'a | b', 'a &#124; b'],
    ['an escape', '\\a', '&#92;a'],
    ['a heading', '# a', '&#35;&#8203; a'],
    ['a reference', '#1', '&#35;&#8203;1'],
    ['a mention', '@jane', '&#64;&#8203;jane'],
    ['an address', 'jane@example.com', 'jane&#64;&#8203;example&#46;com'],
    ['a URL', 'https://a.b/c', 'https&#58;&#47;&#47;a&#46;b&#47;c'],
    ['a bare host', 'www.example.com', 'www&#46;example&#46;com'],
    ['a list', '- a', '&#45; a'],
    ['another list', '+ a', '&#43; a'],
    ['a numbered list', '1. a', '1&#46; a'],
    ['a numbered list of another kind', '1) a', '1&#41; a'],
    ['a rule', '===', '&#61;&#61;&#61;'],
    ['mathematics', '$a^b$', '&#36;a&#94;b&#36;'],
    ['braces', '{a}', '&#123;a&#125;'],
    ['an emoji by its name', ':rocket:', '&#58;\u200Brocket&#58;'],
    ['two of them', ':+1:b_c:', '&#58;\u200B&#43;1&#58;\u200Bb&#95;c&#58;'],
    ['a host that ends a sentence', 'www. a', 'www&#46; a'],
    ['full stops', 'a... b.', 'a&#46;&#46;&#46; b.'],
    ['a full stop in capital letters', 'A. B.', 'A. B.'],
    ['a full stop alone', '. a', '&#46; a'],
    ['quotation marks', `"a" 'b'`, `"a" 'b'`],
  ])('%s', (_, text, shown) => {
    expect(markdownText(text)).toBe(shown)
  })
})

describe('inert in Mermaid', () => {
  it.each([
    ['a name', 'nightly_ci-2 (v1.0)', 'nightly_ci-2 (v1.0)'],
    ['another script', '持续集成 Jürgen', '持续集成 Jürgen'],
    ['marks of another script', 'क\u094Dष', 'क\u094Dष'],
    ['the end of a task', 'ci : crit, 2026-01-01', 'ci crit 2026-01-01'],
    ['the end of a statement', 'ci; section x', 'ci section x'],
    ['the end of a line', 'ci\nsection x', 'ci section x'],
    ['a comment', 'ci %% x', 'ci x'],
    ['a directive', '%%{init: {}}%%', 'init'],
    ['an entity', 'ci #35; x', 'ci 35 x'],
    ['HTML', '<img src=x>', 'img src x'],
    ['a fence', '```', 'unnamed'],
    ['a click', 'click ci href "javascript:x"', 'click ci href javascript x'],
    ['signs around', '::ci::', 'ci'],
    ['nothing', '', 'unnamed'],
    ['emoji alone', '🚀', 'unnamed'],
  ])('%s', (_, text, shown) => {
    expect(mermaidText(text)).toBe(shown)
  })
})
