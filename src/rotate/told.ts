import type { ProductWords } from '../catalogue/product-words.ts'
import type { Presentation } from '../report/presentation.ts'
import type { Redactor } from '../report/redact.ts'
import type { Rotated } from './rotate.ts'
import type { Task } from './task.ts'

/** All that there is to tell of a run. */
export interface Told {
  readonly presentation: Presentation
  /** Undefined where nothing was looked at. */
  readonly rotated: Rotated | undefined
  readonly task: Task | undefined
  readonly redactor: Redactor
  /** Of the product that was asked. */
  readonly words: Pick<ProductWords, 'product'>
  readonly hasSummary: boolean
  /** Page that explains the reason. */
  readonly documentationUrl: string
  /** The step, where its name tells it from another one of the same job; else empty. */
  readonly step: string
}
