/** A gantt, read as Mermaid reads it; `__tests__/page/diagrams.test.ts` holds the two against each other. */
export interface ParsedGantt {
  title: string
  sections: string[]
  tasks: { section: string; task: string; start: string; end: string; tags: string[] }[]
}

/** Settings of how it is drawn or read aloud, which mean nothing for what is in it. */
const SETTING =
  /^(?:accTitle: [\w ]+|accDescr: [\w ,.()-]+|dateFormat YYYY-MM-DD|axisFormat [%\w ]+|tickInterval 1(?:week|month)|todayMarker off)$/

/** A day in numbers; `0d` after it is a milestone's length. */
const TASK = /^([^:#;]+?) *: (?:(crit|milestone), )?(\d{4}-\d\d-\d\d), (\d{4}-\d\d-\d\d|0d)$/

/** Reads what is written in ours, and throws at any line that is none of it. */
export function parseGantt(text: string): ParsedGantt {
  const [head, ...lines] = text.split('\n').map((line) => line.trim())
  if (head !== 'gantt') throw new Error(`a ${head}, not a gantt`)
  const gantt: ParsedGantt = { title: '', sections: [], tasks: [] }
  for (const line of lines) {
    const [, title] = /^title (.+)$/.exec(line) ?? []
    const [, section] = /^section (.+)$/.exec(line) ?? []
    const [, task, tag, start = '', end = ''] = TASK.exec(line) ?? []
    if (title !== undefined) gantt.title = title
    else if (section !== undefined) gantt.sections.push(section)
    else if (task !== undefined) {
      const of = gantt.sections.at(-1) ?? ''
      gantt.tasks.push({
        section: of,
        task,
        start,
        end: end === '0d' ? start : end,
        tags: tag === undefined ? [] : [tag],
      })
    } else if (!SETTING.test(line)) throw new Error(`Mermaid would make something of: ${line}`)
  }
  return gantt
}
