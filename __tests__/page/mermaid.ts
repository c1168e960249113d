import { parseHTML } from 'linkedom'
import { vi } from 'vitest'
import type { ParsedGantt } from '../report/gantt.ts'

interface Task {
  section: string
  task: string
  startTime: Date
  endTime: Date
  crit: boolean
  milestone: boolean
}

/** What GitHub draws diagrams with. */
export interface Mermaid {
  /** The kind of a diagram. Throws where it is none that can be drawn. */
  kindOf(text: string): Promise<string>
  /** The words for those who do not see it; blank where it has none. */
  readAloud(text: string): Promise<{ title: string; description: string }>
  /** What is in a gantt, and how many of its tasks lead somewhere else. */
  readGantt(text: string): Promise<ParsedGantt & { links: number }>
}

/** Loads Mermaid, which wants a DOM even for reading. */
export async function loadMermaid(): Promise<Mermaid> {
  const { window } = parseHTML('<!doctype html><html><body></body></html>')
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', window.document)
  const { default: mermaid } = await import('../../scripts/preview/mermaid.ts')
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' })
  const kindOf = async (text: string): Promise<string> => {
    const { diagramType } = (await mermaid.parse(text)) || { diagramType: 'none' }
    return diagramType
  }
  const readGantt = async (text: string): Promise<ParsedGantt & { links: number }> => {
    const kind = await kindOf(text)
    if (kind !== 'gantt') throw new Error(`a ${kind}, not a gantt`)
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
  const readAloud = async (text: string): Promise<{ title: string; description: string }> => {
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text)
    return { title: db.getAccTitle?.() ?? '', description: db.getAccDescription?.() ?? '' }
  }
  return { kindOf, readAloud, readGantt }
}

/** Mermaid reads dates in the local time zone. */
function dayOf(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
