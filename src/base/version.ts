/** The version in package.json; a test keeps them alike. */
export const VERSION = '1.0.0'
