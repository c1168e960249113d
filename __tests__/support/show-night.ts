import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { startGitHubIssues } from './github-issues.ts'
import { type Night, startNight } from './night.ts'
import { runAction, runCommandLine } from './runner.ts'
import { section, showRun } from './show.ts'

/**
 * Watches the tokens of a night, one in each state, and prints what people see of it: on GitHub, in a terminal, and in
 * the issues of a stand-in for GitHub. The HTML page stays in a folder for temporary files.
 *
 * @returns the exit status: 0 if each token has the state that it should have
 */
export async function showNight(): Promise<number> {
  const night = await startNight()
  const github = await startGitHubIssues()
  try {
    const folder = await mkdtemp(join(tmpdir(), 'jira-pat-check-watch-'))
    const page = join(folder, 'jira-tokens.html')
    console.log(`${styleText('bold', 'watch')}: ${Object.keys(night.states).length} tokens, one in each state\n`)
    console.log(night.list.trimEnd())
    const result = await runAction({
      action: 'watch',
      inputs: { html: page, 'github-token': github.token },
      files: { '.github/jira-tokens.yml': night.list },
      event: { repository: { default_branch: 'main' } },
      env: {
        ...night.secrets,
        GITHUB_API_URL: github.url,
        GITHUB_EVENT_NAME: 'schedule',
        GITHUB_REF: 'refs/heads/main',
      },
    })
    showRun(result, false)
    section(
      'Issues',
      github.repository.issues.map(({ number, title, state }) => `#${number} (${state})  ${title}`).join('\n'),
    )
    section('In a terminal')
    console.log((await inTerminal(night, folder)).trimEnd())
    section('HTML page', page)
    return reportOdd(result.outputs['report'] ?? '', night)
  } finally {
    await Promise.all([night.close(), github.close()])
  }
}

async function inTerminal(night: Night, folder: string): Promise<string> {
  const list = join(folder, 'jira-tokens.yml')
  await writeFile(list, night.list)
  const { stdout } = await runCommandLine({ args: ['watch', '--tokens', list], env: night.secrets })
  return stdout
}

/** What is told of each token has to be what the night has of it. */
function reportOdd(report: string, { states }: Night): number {
  const tokens: { secret: string; reason: string; expiryState: string | null }[] = JSON.parse(report).tokens
  const odd = Object.entries(states).filter(([secret, state]) => {
    const token = tokens.find((candidate) => candidate.secret === secret)
    const seen = token?.reason === 'authenticated' ? (token.expiryState ?? 'well') : token?.reason
    return seen !== state
  })
  console.log(odd.length === 0 ? '\nAs this night expects.' : `\nExpected otherwise: ${odd.join(', ')}.`)
  return odd.length === 0 ? 0 : 1
}
