import { writeSummary } from '../report/summary.ts'
import { drawLives } from './lives.ts'
import type { Told } from './told.ts'

/** The job summary as Markdown: that of the check, with a picture of the lives of the old token and the new one. */
export function writeRotationSummary(told: Told): string {
  const { presentation, documentationUrl, step } = told
  return writeSummary(presentation, { documentationUrl, step }, drawLives(told))
}
