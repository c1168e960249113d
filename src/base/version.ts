/** The version in package.json; a test keeps them alike. */
export const VERSION = '2.0.0'
