/** What can be ended at once: a socket, a request. */
interface Endable {
  destroy(): unknown
}

/**
 * What a request has open, and ends with it. An AbortSignal would do the same, but Node loads and sets up more for one than
 * for all else that a check needs of it.
 */
export interface Lifetime {
  /** Notes what was opened, which ends at once where the time is up already. */
  keep<T extends Endable>(opened: T): T
  /** The time is up. */
  end(): void
}

export function createLifetime(): Lifetime {
  const kept: Endable[] = []
  let isOver = false
  return {
    keep(opened) {
      if (isOver) opened.destroy()
      else kept.push(opened)
      return opened
    },
    end() {
      isOver = true
      for (const opened of kept) opened.destroy()
    },
  }
}
