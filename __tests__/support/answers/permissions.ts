import type { Reply } from '../reply.ts'
import { authenticated, jiraHeaders } from './jira.ts'

const globalPermissions = [
  ...['ADMINISTER', 'SYSTEM_ADMIN', 'USER_PICKER', 'CREATE_SHARED_OBJECTS', 'MANAGE_GROUP_FILTER_SUBSCRIPTIONS'],
  ...['BULK_CHANGE'],
]

const projectPermissions = [
  ...['ADMINISTER_PROJECTS', 'BROWSE_PROJECTS', 'VIEW_DEV_TOOLS', 'VIEW_READONLY_WORKFLOW', 'BROWSE_ARCHIVE'],
  ...['MANAGE_SPRINTS_PERMISSION', 'START_STOP_SPRINTS_PERMISSION', 'EDIT_SPRINT_NAME_AND_GOAL_PERMISSION'],
  ...['CREATE_ISSUES', 'EDIT_ISSUES', 'TRANSITION_ISSUES', 'SCHEDULE_ISSUES', 'MOVE_ISSUES', 'ASSIGN_ISSUES'],
  ...['ASSIGNABLE_USER', 'RESOLVE_ISSUES', 'CLOSE_ISSUES', 'MODIFY_REPORTER', 'DELETE_ISSUES', 'LINK_ISSUES'],
  ...['SET_ISSUE_SECURITY', 'ARCHIVE_ISSUES', 'RESTORE_ISSUES', 'VIEW_VOTERS_AND_WATCHERS', 'MANAGE_WATCHERS'],
  ...['ADD_COMMENTS', 'EDIT_ALL_COMMENTS', 'EDIT_OWN_COMMENTS', 'DELETE_ALL_COMMENTS', 'DELETE_OWN_COMMENTS'],
  ...['CREATE_ATTACHMENTS', 'DELETE_ALL_ATTACHMENTS', 'DELETE_OWN_ATTACHMENTS', 'WORK_ON_ISSUES'],
  ...['EDIT_OWN_WORKLOGS', 'EDIT_ALL_WORKLOGS', 'DELETE_OWN_WORKLOGS', 'DELETE_ALL_WORKLOGS', 'SERVICEDESK_AGENT'],
]

const deprecatedPermissions = [
  ...['BROWSE', 'PROJECT_ADMIN', 'VIEW_WORKFLOW_READONLY', 'VIEW_VERSION_CONTROL', 'ASSIGNABLE', 'SERVICE_DESK_AGENT'],
  ...[
    'CREATE_ISSUE',
    'EDIT_ISSUE',
    'TRANSITION_ISSUE',
    'SCHEDULE_ISSUE',
    'MOVE_ISSUE',
    'ASSIGN_ISSUE',
    'RESOLVE_ISSUE',
  ],
  ...['CLOSE_ISSUE', 'DELETE_ISSUE', 'LINK_ISSUE', 'WORK_ISSUE', 'COMMENT_ISSUE', 'CREATE_ATTACHMENT'],
  ...['COMMENT_EDIT_ALL', 'COMMENT_EDIT_OWN', 'COMMENT_DELETE_ALL', 'COMMENT_DELETE_OWN', 'MANAGE_WATCHER_LIST'],
  ...['ATTACHMENT_DELETE_ALL', 'ATTACHMENT_DELETE_OWN', 'WORKLOG_EDIT_ALL', 'WORKLOG_EDIT_OWN', 'WORKLOG_DELETE_ALL'],
  ...['WORKLOG_DELETE_OWN', 'SET_SECURITY', 'VIEW_VOTERS', 'VIEW_WATCHERS', 'MODIFY_REPORTERS', 'VIEW_ISSUE_ARCHIVE'],
  ...['ARCHIVE_ISSUE'],
]

/** Nobody gives a service account these. */
const administration = ['ADMINISTER', 'SYSTEM_ADMIN']

interface Held {
  /** Permissions that `svc-ci` holds besides the usual ones. */
  with?: string[]
  /** Permissions that `svc-ci` does not hold. */
  without?: string[]
}

/** `/rest/api/2/mypermissions`: all of them whatever was asked for, as Data Center answers. All but administration is held. */
export const permissions = (held: Held = {}): Reply => {
  const missing = new Set([...administration, ...(held.without ?? [])])
  for (const key of held.with ?? []) missing.delete(key)

  const entry = (key: string, type: 'GLOBAL' | 'PROJECT', index: number) => ({
    id: String(index),
    key,
    name: key.toLowerCase().replaceAll('_', ' '),
    type,
    description: `Ability to ${key.toLowerCase().replaceAll('_', ' ')}.`,
    havePermission: !missing.has(key),
  })
  const entries = [
    ...globalPermissions.map((key, index) => entry(key, 'GLOBAL', index)),
    ...projectPermissions.map((key, index) => entry(key, 'PROJECT', 100 + index)),
    ...deprecatedPermissions.map((key, index) => ({ ...entry(key, 'PROJECT', 200 + index), deprecatedKey: true })),
  ]
  return authenticated({ permissions: Object.fromEntries(entries.map((permission) => [permission.key, permission])) })
}

/** 404 for a project that does not exist, and for one that the user may not see. */
export const projectNotFound = (key: string): Reply => ({
  status: 404,
  headers: { ...jiraHeaders, 'X-AUSERNAME': 'svc-ci', 'X-Seraph-LoginReason': 'OK' },
  body: { errorMessages: [`No project could be found with key '${key}'.`], errors: {} },
})
