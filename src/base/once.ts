/** @returns gives what `make` makes: made at the first call, and the same from then on */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
