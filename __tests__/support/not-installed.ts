/** `npm start` needs nothing installed but for some of what it shows. */
export class NotInstalled extends Error {}

/**
 * Says what to do where a package cannot be imported. Any other error is thrown again.
 * @param what needs the package, as it follows “This wants”
 */
export function notInstalledFor(what: string): (error: unknown) => never {
  return (error) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
    throw isMissing ? new NotInstalled(`This wants ${what}, which is not installed here: run npm ci first.`) : error
  }
}
