/**
 * Reads a GITHUB_OUTPUT file: `name=value`, or a value between `name<<DELIMITER` and `DELIMITER`.
 * Throws at whatever else stands there, as the runner fails the step.
 */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  while (lines.length > 0) {
    const line = lines.shift() ?? ''
    if (line === '') continue
    const [, name = '', sign, rest = ''] = /^(.*?)(=|<<)(.*)$/s.exec(line) ?? []
    if (name === '') throw new Error(`Not an output: ${line}`)
    if (sign === '=') {
      outputs[name] = rest
      continue
    }
    const end = lines.indexOf(rest)
    if (end < 0) throw new Error(`Output ${name} does not end: ${rest} is missing`)
    outputs[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n')
  }
  return outputs
}
