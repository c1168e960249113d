import { isObject, type JsonObject, parseJson } from '../../base/json.ts'
import type { Holding, Permissions } from '../../verdict/permissions.ts'

/** Permissions that make an administrator of all of Jira. */
export const ADMINISTRATOR_PERMISSIONS = ['ADMINISTER', 'SYSTEM_ADMIN']

/**
 * The resource that lists what the asking user may do: in one project, or globally.
 * @param project key; undefined for global permissions
 * @param permissions Data Center ignores them and lists all, Cloud demands them
 */
export function permissionsPath(project: string | undefined, permissions: readonly string[]): string {
  const query = new URLSearchParams()
  if (project !== undefined) query.set('projectKey', project)
  query.set('permissions', permissions.join(','))
  return `/rest/api/2/mypermissions?${query}`
}

/** Global permissions of Jira: https://confluence.atlassian.com/adminjiraserver/managing-global-permissions-938847142.html */
const GLOBAL_PERMISSIONS = new Set([
  'ADMINISTER',
  'SYSTEM_ADMIN',
  'BULK_CHANGE',
  'USER_PICKER',
  'CREATE_SHARED_OBJECTS',
  'MANAGE_GROUP_FILTER_SUBSCRIPTIONS',
  'CREATE_PROJECT',
])

/** Whether a permission is a global one, as far as its name tells. */
export function isGlobalByName(permission: string): boolean {
  return GLOBAL_PERMISSIONS.has(permission)
}

/** @returns what is held of `wanted`, or undefined where the JSON has not the shape of a list of permissions */
export function parsePermissions(json: unknown, wanted: readonly string[]): Permissions | undefined {
  const isError = isObject(json) && ('status-code' in json || 'errorMessages' in json)
  const list = isObject(json) ? json['permissions'] : undefined
  if (isError || !isObject(list)) return undefined
  return {
    holdings: new Map(wanted.map((key) => [key, holdingOf(list, key)])),
    global: new Set(wanted.filter((key) => entryOf(list, key)?.['type'] === 'GLOBAL')),
    known: Object.keys(list),
    isAdministrator: ADMINISTRATOR_PERMISSIONS.some((key) => holdingOf(list, key) === 'held'),
  }
}

function holdingOf(list: JsonObject, key: string): Holding {
  if (!Object.hasOwn(list, key)) return 'unknown'
  return entryOf(list, key)?.['havePermission'] === true ? 'held' : 'missing'
}

/** Only the object's own: a permission named `constructor` is not held by everybody. */
function entryOf(list: JsonObject, key: string): JsonObject | undefined {
  const entry = Object.hasOwn(list, key) ? list[key] : undefined
  return isObject(entry) ? entry : undefined
}

/**
 * Whether a 404 says that the project does not exist or may not be seen, as Jira's own error envelope does; any other
 * 404 is from something else and says nothing about the project.
 * @param isFromJira whether the headers prove that Jira answered; else the message has to name the project
 */
export function saysProjectNotFound(body: string, project: string, isFromJira: boolean): boolean {
  const names = (message: string): boolean => message.split(/\W+/).includes(project)
  return errorMessagesOf(body).some((message) => isFromJira || names(message))
}

/** Which of the permissions a 400 of Jira Cloud calls unknown; Data Center never answers so. */
export function permissionsCalledUnknown(body: string, wanted: readonly string[]): readonly string[] {
  const words = new Set(
    errorMessagesOf(body)
      .join(' ')
      .match(/[\w.:-]+/g),
  )
  return wanted.filter((key) => words.has(key))
}

function errorMessagesOf(body: string): readonly string[] {
  const json = parseJson(body)
  const messages = isObject(json) ? json['errorMessages'] : undefined
  return Array.isArray(messages) ? messages.filter((message) => typeof message === 'string') : []
}
