/** Canned answers of real servers, named after what they are: Jira Data Center and Cloud, and what stands in front. */
export * from './answers/cloud.ts'
export * from './answers/edge.ts'
export * from './answers/jira.ts'
export * from './answers/login.ts'
export * from './answers/permissions.ts'
export * from './answers/resources.ts'
export * from './answers/tokens.ts'
