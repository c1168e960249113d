/** Texts that a CI system or a terminal would obey, however the line is broken. */
export const commands = [
  'x\n::error title=forged::forged',
  '::set-output name=result::usable',
  '  ::stop-commands::x',
  'x\r::add-mask::e',
  'x\r\n::set-env name=PATH::/tmp',
  'x\u0085::error::forged',
  'x\u2028::error::forged\u2029::error::forged',
  'x\u000b::error::forged\u000c::error::forged',
  'x%0A::error::forged%0D::error::forged',
  'x%250A::error::forged',
  ':\u200b: :\u0000:error:\u2060:forged',
  '##[error]forged',
  'x ##[group]forged ###[endgroup]',
  '#\u200b#[command]forged',
  '##vso[task.setvariable variable=result]usable',
  "##teamcity[setParameter name='result' value='usable']",
  '\u001b[2K\u001b[1G::error::forged',
  '\u009b2K\u009b1G::error::forged',
  '\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007',
  'admin\u202egnp.exe\u2066x\u2069',
  'x\u{e0041}\u{e0042}\u{e0100}\ufe00',
  'result<<ghadelimiter_x\nusable\nghadelimiter_x\nresult=usable',
  'EOF\nresult=usable\nEOF',
]

/** Texts that Markdown or HTML would make something of. */
export const markup = [
  '<img src=x onerror=alert(1)>',
  '<details open><summary>forged</summary>',
  '<!-- --><script>alert(1)</script>',
  '&lt;b&gt; &#60;b&#62; &amp;lt;',
  '![image](https://example.com/i.png)',
  '[link](https://example.com) [ref] [ref]: https://example.com',
  'https://example.com www.example.com www.example.com/x ftp://example.com',
  'someone@example.com mailto:someone@example.com',
  '@octocat @octo-org/team #1 octo-org/octo-repo#1 GH-1',
  ':octocat: $x^2$ $$\\href{https://example.com}{x}$$',
  '| a | b |\n|---|---|\n| c | d |',
  '# heading\n## heading\n===\n---\n* * *',
  '- item\n1. item\n> quote\n    code',
  '`code` ``code`` ~~struck~~ **bold** __bold__ *x* _x_',
  '```\nfence\n```mermaid\ngantt\n```',
  '~~~\nfence',
  '\\`escaped\\` \\| \\[x\\]',
  '</td></tr></table>',
  '[^1] [^1]: note - [ ] task',
]

/** Texts that Mermaid would make something of. */
export const diagrams = [
  'x : crit, 2020-01-01, 1d',
  'section forged',
  'click x href "https://example.com"',
  'click x call alert()',
  'dateFormat X',
  '2026-01-01',
  'title forged',
  '%%{init: {"securityLevel": "loose"}}%%',
  'x;y#quot;z%%comment',
  'excludes weekends',
]

export const hostileTexts = [...commands, ...markup, ...diagrams]
