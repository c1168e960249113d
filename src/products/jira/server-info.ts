import { isObject, parseJson, textOf } from '../../base/json.ts'

/** The resource that tells Jira's version; open to anonymous users up to 9.x. */
export const SERVER_INFO_PATH = '/rest/api/2/serverInfo'

/** What Jira tells of itself. */
export interface ServerInfo {
  /** `8.13.0`; undefined where it makes no sense. */
  readonly version: string | undefined
  readonly isCloud: boolean
  /** Whether this version has personal access tokens: they exist since Jira 8.14. */
  readonly hasTokens: boolean
}

/** What Jira tells beside its version, and a stranger that has one too does not. */
const OF_JIRA = ['baseUrl', 'versionNumbers', 'deploymentType']

/** @returns what the body tells, or undefined where it has another shape; the versions of Cloud mean nothing */
export function parseServerInfo(body: string): ServerInfo | undefined {
  const json = parseJson(body)
  if (!isObject(json) || !OF_JIRA.some((name) => Object.hasOwn(json, name))) return undefined
  const [version, major, minor] = /^(\d{1,3})\.(\d{1,3})(?:\.\d{1,4})*/.exec(textOf(json, 'version')) ?? []
  return {
    version,
    isCloud: textOf(json, 'deploymentType') === 'Cloud',
    hasTokens: Number(major) > 8 || (Number(major) === 8 && Number(minor) >= 14),
  }
}
