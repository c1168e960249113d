import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDirectory } from './directory.ts'
import { isListenedTo, startInForeground, startOnFreePorts } from './foreground.ts'
import type { Program } from './programs.ts'

export interface Configuration<Port extends string> {
  program: Program
  /** Its configuration, as its own documentation spells it, but for `@folder@`, `@port.NAME@` and `@VALUE@`. */
  template: URL
  /** The name that the file must have in its folder, where it must have one. */
  name?: string
  /** More templates: by the name of the file of its folder that one is for. */
  templates?: Record<string, URL>
  /** The names of the ports that it listens on. */
  ports: readonly Port[]
  /** What else stands between two `@`, and what is put in its place. */
  values?: Record<string, string | number>
  /** More files of its folder, as they are. */
  files?: Record<string, string>
  /** Makes in its folder what else it wants to find there. */
  prepare?: (folder: string) => Promise<void>
  args: (configurationFile: string, folder: string, ports: Record<Port, number>) => string[]
  /** What it says when it is ready. */
  ready: RegExp
}

/** A program that runs with a configuration of its own, in a folder of its own. */
export interface Configured<Port extends string> {
  ports: Record<Port, number>
  close(): Promise<void>
}

/** Starts a program with its configuration on free ports of 127.0.0.1. Throws where a `@NAME@` is left. */
export async function startConfigured<Port extends string>(
  configuration: Configuration<Port>,
): Promise<Configured<Port>> {
  const { program, name = 'configuration', ports, files = {}, prepare, args, ready } = configuration
  const folder = await makeDirectory()
  const file = join(folder.path, name)
  try {
    for (const [other, content] of Object.entries(files)) await writeFile(join(folder.path, other), content)
    await prepare?.(folder.path)
    const started = await startOnFreePorts(ports, async (free) => {
      await fillTemplates(configuration, folder.path, free)
      // Some want to write where their user is at home.
      return startInForeground(program, args(file, folder.path, free), ready, { HOME: folder.path })
    })
    await Promise.all(Object.values<number>(started.ports).map(isListenedTo))
    return {
      ports: started.ports,
      async close() {
        await started.stop()
        await folder.remove()
      },
    }
  } catch (error) {
    await folder.remove()
    throw error
  }
}

async function fillTemplates<Port extends string>(
  { template, name: own = 'configuration', templates = {}, values }: Configuration<Port>,
  folder: string,
  ports: Record<Port, number>,
): Promise<void> {
  const named = Object.entries<number>(ports).map(([name, port]) => [`port.${name}`, port])
  const all = { folder, ...values, ...Object.fromEntries(named) }
  for (const [name, url] of Object.entries({ ...templates, [own]: template })) {
    await writeFile(join(folder, name), fill(await readFile(url, 'utf8'), all))
  }
}

function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/@([a-z][\w.-]*)@/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`nothing to put in the place of @${name}@`)
    return String(value)
  })
}
