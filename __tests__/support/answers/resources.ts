import type { Reply } from '../reply.ts'
import { authenticated, jiraHeaders } from './jira.ts'

const origin = 'https://jira.example.com'

const describeProject = (key: string) => ({
  expand: 'description,lead,url,projectKeys',
  self: `${origin}/rest/api/2/project/${key}`,
  id: String(10_000 + Number.parseInt(key, 36)),
  key,
  name: `Project ${key}`,
  avatarUrls: { '48x48': `${origin}/secure/projectavatar?avatarId=10324` },
  projectTypeKey: 'software',
  archived: false,
})

/** `/rest/api/2/project`: the projects that the user can see, in a bare array. */
export const projects = (keys: readonly string[]): Reply => authenticated(keys.map(describeProject))

/** `/rest/api/2/project/KEY`: one that the user can see; see `projectNotFound` for the others. */
export const project = (key: string): Reply => authenticated(describeProject(key))

/** The same to nobody, before Jira 10: whoever is not logged in sees no project that is not public. */
export const noProjects: Reply = { headers: { ...jiraHeaders, 'X-AUSERNAME': 'anonymous' }, body: [] }

/** `/rest/auth/1/session`: who is logged in, and how often it was tried. */
export const session: Reply = authenticated({
  self: `${origin}/rest/api/latest/user?username=svc-ci`,
  name: 'svc-ci',
  loginInfo: {
    failedLoginCount: 3,
    loginCount: 127,
    lastFailedLoginTime: '2026-02-03T08:14:05.120+0000',
    previousLoginTime: '2026-03-04T09:15:06.230+0000',
  },
})

/**
 * 404 of a REST path that there is not: in the words of the library that routes the requests, which is another from
 * Jira 10 on.
 *
 * @param uri the whole URL, as it was asked for
 * @see https://github.com/solidify/jira-azuredevops-migrator/issues/13
 * @see https://github.com/kelos-dev/kelos/issues/1439
 */
export const restNotFound = (uri: string, version: string): Reply => ({
  ...authenticated(
    Number.parseInt(version, 10) < 10
      ? { message: `null for uri: ${uri}`, 'status-code': 404 }
      : { message: 'HTTP 404 Not Found', 'status-code': 404, 'sub-code': -1 },
  ),
  status: 404,
})
