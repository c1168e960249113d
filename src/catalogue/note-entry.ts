/** Words for what is told beside the verdict: templates as in the catalogue. */
export interface NoteEntry {
  /** The annotation's title, where it is a warning. */
  readonly title: string
  /** What is the matter, in one sentence. */
  readonly message: string
  /** What to do about it, step by step; empty where there is nothing to do. */
  readonly remedy: readonly string[]
}
