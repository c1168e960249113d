import type { Finding } from '../catalogue/finding.ts'
import { finding } from '../catalogue/finding.ts'
import type { InputName } from './table.ts'

/**
 * An input that cannot be read.
 * @param problem must not quote the value, which may be a misplaced secret
 * @param accepts follows “it accepts”
 * @param meant what was probably meant, where that is near
 */
export function invalidInput(input: InputName, problem: string, accepts: string, meant?: string): Finding {
  return finding('input-invalid', { input: `<${input}>`, problem, accepts, meant: meant === undefined ? [] : [meant] })
}
