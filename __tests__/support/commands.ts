/** A workflow command, as GitHub's runner takes it out of a log. */
export interface Command {
  name: string
  properties: Record<string, string>
  data: string
}

/** What the runner executes; anything else of a command's form it shows as it stands. */
export const runnerCommands = new Set([
  ...['add-mask', 'add-matcher', 'add-path', 'debug', 'echo', 'endgroup', 'error', 'group', 'internal-set-repo-path'],
  ...['notice', 'remove-matcher', 'save-state', 'set-env', 'set-output', 'stop-commands', 'warning'],
])

/** The lines of an output as the runner reads them: CR, LF and CR LF all end one. */
export const linesOf = (output: string): string[] => output.split(/\r\n|\n|\r/).filter((line) => line !== '')

/**
 * Reads one line as the runner's ActionCommand does: `::name key=value,key=value::data` after leading white space,
 * else the older `##[name key=value;key=value]data` anywhere in the line. Commands of any name are returned, so that
 * a test can say that none was forged.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function parseCommand(line: string): Command | undefined {
  const current = /^\s*::(.*?)::(.*)$/s.exec(line)
  if (current) return command(current[1] ?? '', ',', current[2] ?? '', unescapeCurrent)
  const older = /##\[([^\]]*)\](.*)$/s.exec(line)
  if (older) return command(older[1] ?? '', ';', older[2] ?? '', unescapeOlder)
  return undefined
}

type Unescape = (text: string) => string

function command(info: string, separator: string, data: string, unescapeProperty: Unescape): Command {
  const [, name = '', list = ''] = /^(\S*)\s*(.*)$/s.exec(info) ?? []
  const pairs = list.split(separator).filter((pair) => pair.includes('='))
  const properties = pairs.map((pair) => {
    const [key = '', ...value] = pair.split('=')
    return [key, unescapeProperty(value.join('='))]
  })
  return { name, properties: Object.fromEntries(properties), data: unescapeData(data) }
}

// The per cent sign comes last, as in the runner: `%250A` is the text `%0A`, and no line feed.
const unescapeData: Unescape = (text) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
const unescapeCurrent: Unescape = (text) => unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
const unescapeOlder: Unescape = (text) => unescapeData(text.replaceAll('%3B', ';').replaceAll('%5D', ']'))

export interface Annotation {
  level: 'error' | 'warning' | 'notice'
  title: string
  message: string
}

export interface ReadLog {
  annotations: Annotation[]
  masks: string[]
  /** What has the form of a command but is neither a mask nor an annotation, known to the runner or not. */
  commands: Command[]
  /** The lines that the runner shows as text. */
  log: string[]
}

/** Sorts what a process printed as the runner does. */
export function readLog(output: string): ReadLog {
  const read: ReadLog = { annotations: [], masks: [], commands: [], log: [] }
  for (const line of linesOf(output)) {
    const command = parseCommand(line)
    if (!command || !runnerCommands.has(command.name)) read.log.push(line)
    if (!command) continue
    const { name, properties, data } = command
    if (name === 'error' || name === 'warning' || name === 'notice') {
      read.annotations.push({ level: name, title: properties['title'] ?? '', message: data })
    } else if (name === 'add-mask') {
      read.masks.push(data)
    } else {
      read.commands.push(command)
    }
  }
  return read
}
