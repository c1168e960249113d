import { execFileSync } from 'node:child_process'

/**
 * The syntax error that a shell finds in a script, or nothing. Nothing of the script is run.
 *
 * @param shell `sh` for what has to run in any POSIX shell, as in a container without bash
 */
export const findShellError = (script: string, shell: 'bash' | 'sh' = 'bash'): string | undefined => {
  try {
    execFileSync(shell, ['-n'], { input: script, stdio: 'pipe' })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
