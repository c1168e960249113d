import { table } from '../../src/report/table.ts'
import { anchorsOf } from './anchor.ts'

/** A section of docs/troubleshooting.md: something that people see. */
export interface Symptom {
  /** The chapter that it stands in, such as `The token`. */
  readonly chapter: string
  /** As it stands there, in Markdown. */
  readonly heading: string
  readonly anchor: string
  /** The anchor before it that is set by hand, which outlives its heading: a reason whose own section it is. */
  readonly id: string | undefined
  /** The reasons that it may have, as its line “Reason:” links them; none where it is no reason's. */
  readonly reasons: readonly string[]
  /** All that follows the heading, in Markdown. */
  readonly text: string
}

/** Chapters of that page whose sections are something else. */
const OTHER_CHAPTERS: ReadonlySet<string> = new Set(['Recipes'])

/**
 * Reads the page by which people find a symptom. It is the one place that says which reason has which section: this
 * table of contents and the links of docs/reasons.md are made from it.
 *
 * @param page the text of docs/troubleshooting.md
 */
export const readSymptoms = (page: string): Symptom[] => {
  // What begins with # in a script is no heading.
  const parts = page.replace(/^```.*?^```$/gms, (block) => block.replace(/^#/gm, '\\#')).split(/^(?=#{1,6} )/m)
  const headings = parts.map((part) => /^(#{1,6}) (.+)/.exec(part) ?? [])
  const anchors = anchorsOf(headings.map(([, , heading = '']) => heading))
  let chapter = ''
  return parts.flatMap((part, index) => {
    const [line = '', level = '', heading = ''] = headings[index] ?? []
    if (level === '##') chapter = heading
    if (level !== '###' || OTHER_CHAPTERS.has(chapter)) return []
    const text = part.slice(line.length).replace(/^\\#/gm, '#')
    const [, links = ''] = /^Reasons?: (.+)$/m.exec(text) ?? []
    const reasons = Array.from(links.matchAll(/reasons\.md#([\w-]+)\)/g), ([, reason = '']) => reason)
    const [, id] = /<a id="([\w-]+)"><\/a>\n+$/.exec(parts[index - 1] ?? '') ?? []
    return [{ chapter, heading, anchor: anchors[index] ?? '', id, reasons, text }]
  })
}

/** The symptoms by chapter, each a link to its section: a page that fits on a screen. */
export const listSymptoms = (symptoms: readonly Symptom[]): string =>
  table(
    ['about', 'what you see'],
    Array.from(
      Map.groupBy(symptoms, ({ chapter }) => chapter),
      ([chapter, group]) => [
        `**${chapter}**`,
        group.map(({ heading, anchor }) => `[${heading}](#${anchor})`).join(' · '),
      ],
    ),
  )

/**
 * Where a reason is explained by what people see, its own section first, as Markdown for a page beside it.
 *
 * @throws where no section has it
 */
export const linkSymptoms = (reason: string, symptoms: readonly Symptom[]): string => {
  const links = symptoms
    .filter(({ reasons }) => reasons.includes(reason))
    .toSorted((one, other) => Number(other.id === reason) - Number(one.id === reason))
    .map(({ heading, anchor }) => `[${heading}](troubleshooting.md#${anchor})`)
  if (links.length === 0) throw new Error(`docs/troubleshooting.md has no section for the reason ${reason}`)
  return `What people see, with proof and remedy: ${links.join(' · ')}`
}
