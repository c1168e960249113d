/**
 * Outputs as GitHub's runner reads them from a file, each between lines that end it: a value may have any number of lines.
 * All of them are one text, so that they are written at once or not at all.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 * @param outputs names, which have nothing of what others say, and values, which may hold anything
 */
export function formatOutputs(outputs: readonly (readonly [name: string, value: string])[]): string {
  let delimiter = 'ghadelimiter'
  // A value that held the end of itself could set other outputs.
  while (outputs.some(([, value]) => value.includes(delimiter))) delimiter += '_'
  return outputs.map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`).join('')
}
