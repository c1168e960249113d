import { readFailOn } from './fail-on.ts'
import type { FieldReader } from './fields.ts'
import type { Settings } from './inputs.ts'

/** Reads what decides over the end of the run: the defaults, where that cannot be read. Runs on Node 18. */
export function readSettings(fields: FieldReader): Settings {
  return { failOn: readFailOn(fields), jobSummary: fields.boolean('job-summary') }
}
