import { errorCodeOf } from './error-code.ts'
import { VERSION } from './version.ts'

/** Another file of the program is not there, or not the one that belongs to this: it tells in words what to do. */
export class MissingPart extends Error {
  override readonly name = 'MissingPart'
}

/**
 * Takes what was loaded of another file of the program, which has to be of this version.
 * @param file its name, as it was loaded
 * @returns the same; rejects with a `MissingPart` where it cannot be loaded, as where one file was copied alone, or is not of
 *   this version, as where a disk was full or not all files were replaced
 */
export async function takePart<Part extends { readonly VERSION: string }>(
  file: string,
  loading: Promise<Part>,
): Promise<Part> {
  const part = await loading.catch((error: unknown) => {
    throw new MissingPart(
      `${file} cannot be loaded (${errorCodeOf(error) || 'without a code'}): copy the whole of dist/`,
    )
  })
  if (part.VERSION === VERSION) return part
  throw new MissingPart(`${file} is not of this version: copy the whole of dist/`)
}
