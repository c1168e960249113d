import { parseHTML } from 'linkedom'
import { vi } from 'vitest'

/** A gantt as Mermaid itself understands it. */
export interface ParsedGantt {
  title: string
  sections: string[]
  tasks: { section: string; task: string; start: string; end: string; tags: string[] }[]
  links: number
}

interface Task {
  section: string
  task: string
  startTime: Date
  endTime: Date
  crit: boolean
  milestone: boolean
}

/** Loads Mermaid, which wants a DOM even for parsing. Reads a diagram's text, and throws where Mermaid would. */
export async function loadMermaid(): Promise<(text: string) => Promise<ParsedGantt>> {
  const { window } = parseHTML('<!doctype html><html><body></body></html>')
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', window.document)
  const { default: mermaid } = await import('mermaid')
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' })
  return async (text) => {
    const { diagramType } = (await mermaid.parse(text)) || { diagramType: 'none' }
    if (diagramType !== 'gantt') throw new Error(`a ${diagramType}, not a gantt`)
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text)
    const gantt = db as unknown as {
      getDiagramTitle(): string
      getSections(): string[]
      getTasks(): Task[]
      getLinks(): Map<string, string>
    }
    return {
      title: gantt.getDiagramTitle(),
      sections: [...gantt.getSections()],
      tasks: gantt.getTasks().map((task) => ({
        section: task.section,
        task: task.task.trim(),
        start: dayOf(task.startTime),
        end: dayOf(task.endTime),
        tags: (['crit', 'milestone'] as const).filter((tag) => task[tag]),
      })),
      links: gantt.getLinks().size,
    }
  }
}

/** Mermaid reads dates in the local time zone. */
function dayOf(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
