import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeLogWords } from '../../scripts/docs/logs.ts'
import { linkSymptoms, listSymptoms, readSymptoms } from '../../scripts/docs/symptoms.ts'

const page = `# Troubleshooting

## The token

### It is refused (401)

Reason: [\`token-rejected\`](reasons.md#token-rejected)

\`\`\`sh
# no heading
### nor this
\`\`\`

### It is refused now and then

Reasons: [\`token-rejected\`](reasons.md#token-rejected), [\`timeout\`](reasons.md#timeout)

## Recipes

### A proxy

## The network

### It takes long

Reason: [\`timeout\`](reasons.md#timeout)

<a id="timeout"></a>

### No answer

Reason: [\`timeout\`](reasons.md#timeout)
`

const symptoms = readSymptoms(page)

describe('the symptoms of a page', () => {
  it('are its sections, with chapter, anchor and reasons; recipes are none', () => {
    expect(symptoms.map(({ text: _, ...symptom }) => symptom)).toEqual([
      {
        chapter: 'The token',
        heading: 'It is refused (401)',
        anchor: 'it-is-refused-401',
        reasons: ['token-rejected'],
      },
      {
        chapter: 'The token',
        heading: 'It is refused now and then',
        anchor: 'it-is-refused-now-and-then',
        id: undefined,
        reasons: ['token-rejected', 'timeout'],
      },
      {
        chapter: 'The network',
        heading: 'It takes long',
        anchor: 'it-takes-long',
        id: undefined,
        reasons: ['timeout'],
      },
      { chapter: 'The network', heading: 'No answer', anchor: 'no-answer', id: 'timeout', reasons: ['timeout'] },
    ])
    expect(symptoms[0]?.text).toContain('# no heading\n### nor this\n')
  })

  it('are listed by chapter', () => {
    expect(listSymptoms(symptoms)).toBe(
      [
        '| about | what you see |',
        '| --- | --- |',
        '| **The token** | [It is refused (401)](#it-is-refused-401) · [It is refused now and then](#it-is-refused-now-and-then) |',
        '| **The network** | [It takes long](#it-takes-long) · [No answer](#no-answer) |',
      ].join('\n'),
    )
  })

  it('are linked from each of their reasons, its own section first; a reason without one is not let pass', () => {
    expect(linkSymptoms('timeout', symptoms)).toBe(
      `What people see, with proof and remedy: ${['no-answer', 'it-is-refused-now-and-then', 'it-takes-long']
        .map(
          (anchor) =>
            `[${symptoms.find((symptom) => symptom.anchor === anchor)?.heading}](troubleshooting.md#${anchor})`,
        )
        .join(' · ')}`,
    )
    expect(() => linkSymptoms('starting', symptoms)).toThrow('no section for the reason starting')
  })
})

describe('the words of a log', () => {
  const sections = readSymptoms(readFileSync('docs/troubleshooting.md', 'utf8'))
  const rows = describeLogWords(sections).split('\n')

  it('lead to the section of the reason that the check has for them', () => {
    expect(rows).toContain('| `EAI_AGAIN` | Node.js | [Name resolution failed](#dns-unavailable) |')
    expect(rows).toContain(
      '| `PKIX path building failed` | Java | [The TLS certificate of Jira is not trusted](#tls-untrusted) |',
    )
  })

  it('stand there once each', () => {
    expect(new Set(rows).size).toBe(rows.length)
  })

  it('are not let pass without a section', () => {
    expect(() => describeLogWords([])).toThrow('has no section of its own for token-rejected')
  })
})
