import { createRequire } from 'node:module'
import { join } from 'node:path'
import { installPackages } from '../../scripts/installed.ts'
import type { Learned } from './learned.ts'

/** As much of jira.js as is used here. */
interface Client {
  myself: { getCurrentUser(): Promise<{ name: string }> }
  serverInfo: { getServerInfo(): Promise<{ version: string }> }
  projects: {
    getProject(asked: { projectIdOrKey: string }): Promise<{ key: string }>
    searchProjects(): Promise<unknown>
  }
  permissions: {
    getMyPermissions(asked: object): Promise<{ permissions: Record<string, { havePermission: boolean }> }>
  }
}

/** jira.js, in the release that still asks by version 2 of the API, which a Jira Data Center has. */
export async function askWithJiraJs(host: string, goodToken: string, badToken: string): Promise<Learned> {
  const require = createRequire(join(installPackages(import.meta.dirname), 'index.js'))
  const { Version2Client } = require('jira.js') as { Version2Client: new (config: object) => Client }
  const clientWith = (accessToken: string) => new Version2Client({ host, authentication: { oauth2: { accessToken } } })
  const client = clientWith(goodToken)

  // It has no name for the list of a Data Center, only for the search of Cloud.
  const projects = ['OPS', 'WEB', 'APP'].map((projectIdOrKey) => client.projects.getProject({ projectIdOrKey }))
  const { permissions } = await client.permissions.getMyPermissions({ projectKey: 'OPS', permissions: 'CREATE_ISSUES' })
  return {
    user: (await client.myself.getCurrentUser()).name,
    version: (await client.serverInfo.getServerInfo()).version,
    projects: (await Promise.all(projects)).map(({ key }) => key),
    mayCreate: permissions['CREATE_ISSUES']?.havePermission,
    unknown: await statusOf(client.projects.searchProjects()),
    refused: await statusOf(clientWith(badToken).myself.getCurrentUser()),
  }
}

async function statusOf(asked: Promise<unknown>): Promise<number> {
  try {
    await asked
    return 200
  } catch (error) {
    return (error as { status: number }).status
  }
}
