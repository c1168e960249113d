import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The script of a step that leaves the stand-in running, as `npm start -- --help` shows it. */
export function readRecipe(): string {
  const script = fileURLToPath(new URL('start.ts', import.meta.url))
  const help = execFileSync(process.execPath, [script, '--help'], { encoding: 'utf8' })
  const [indented] = /(?:^ {4}\S.*\n(?:^ {4}.*\n)*)/m.exec(help) ?? []
  if (indented === undefined) throw new Error(`no recipe in:\n${help}`)
  return indented.replace(/^ {4}/gm, '')
}
