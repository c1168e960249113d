import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { installWheels, whyNoWheels } from '../../scripts/installed.ts'
import { badToken, goodToken, visibleProjects } from '../support/healthy.ts'
import { startJira } from '../support/jira.ts'
import { machineEnvironment } from '../support/program.ts'
import { askWithJiraJs } from './jira-js.ts'
import type { Learned } from './learned.ts'

const here = import.meta.dirname

const askWithPython = async (script: string, url: string): Promise<Learned> => {
  const { stdout } = await promisify(execFile)('python3', [join(here, script)], {
    env: {
      ...machineEnvironment(),
      PYTHONPATH: installWheels(join(here, 'requirements.txt')),
      PYTHONDONTWRITEBYTECODE: '1',
      JIRA_DOMAIN: url,
      JIRA_PAT: goodToken,
      BAD_PAT: badToken,
    },
  })
  return JSON.parse(stdout)
}

describe.each(['8.20.30', '9.12.15', '10.3.6'])('a Jira %s, to clients that others wrote', (version) => {
  const learned = async (ask: (url: string) => Promise<Learned>): Promise<Learned> => {
    const jira = await startJira({ version, contextPath: '/jira' })
    try {
      return await ask(jira.url)
    } finally {
      await jira.close()
    }
  }
  const everything = { user: 'svc-ci', version, projects: visibleProjects, mayCreate: true, unknown: 404, refused: 401 }

  it.skipIf(whyNoWheels()).each([
    ['jira', 'pycontribs.py'],
    ['atlassian-python-api', 'atlassian_python_api.py'],
  ])('%s', async (_, script) => {
    expect(await learned((url) => askWithPython(script, url))).toEqual(everything)
  })

  it('jira.js', async () => {
    expect(await learned((url) => askWithJiraJs(url, goodToken, badToken))).toEqual(everything)
  })
})
