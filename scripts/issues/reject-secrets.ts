/**
 * The step of `.github/workflows/issue-secrets.yml`: takes what looks like a secret out of an issue, closes it, and asks
 * its author to revoke the secret. What was written reaches this program by the event's file alone; nothing of it is
 * printed, run or put into a variable.
 */
import { readFileSync } from 'node:fs'
import { type FoundSecret, findSecrets, removeSecrets } from './find-secrets.ts'

/** A request to GitHub's REST API, below the repository. */
interface Change {
  readonly method: 'PATCH' | 'POST'
  readonly path: string
  readonly body: Readonly<Record<string, string>>
}

/**
 * @param event what GitHub writes for `issues`
 * @returns what is to be changed, in this order; nothing where all is well
 */
export function decideChanges(event: unknown): readonly Change[] {
  const issue = fieldOf(event, 'issue')
  const number = Number(fieldOf(issue, 'number'))
  if (!Number.isSafeInteger(number) || number < 1) return []
  const [title, body] = [textOf(issue, 'title'), textOf(issue, 'body')]
  const found = findSecrets(`${title}\n${body}`)
  if (found.length === 0) return []

  const [shortTitle, shortBody] = [removeSecrets(title, found), removeSecrets(body, found)]
  const closed = { title: shortTitle, body: shortBody, state: 'closed', state_reason: 'not_planned' }
  const words = wordsFor(textOf(fieldOf(issue, 'user'), 'login'), found)
  return [
    { method: 'PATCH', path: `/issues/${number}`, body: closed },
    { method: 'POST', path: `/issues/${number}/comments`, body: { body: words } },
  ]
}

/** The kinds are ours; of the text there is nothing but the author's name, which GitHub has checked. */
function wordsFor(author: string, found: readonly FoundSecret[]): string {
  const kinds = [...new Set(found.map(({ kind }) => kind))].join(', ')
  return [
    `@${author.replaceAll(/[^\w-]/g, '')}, what you wrote held what looks like a secret (${kinds}). It is taken out, but it was public, and it is in mails and in the history of this text.`,
    '',
    '1. **Revoke it now.** A token of Jira: in Jira, _Profile > Personal Access Tokens > Revoke_. A password: change it.',
    '2. Look whether somebody used it: ask the administrators of that system.',
    '3. Then write again, with `<token>` in its place: open a new issue, or edit this one and ask for it to be reopened. The report and the log of this project hold no tokens.',
    '',
    'If it was none, say so: a maintainer opens this again.',
    '',
    '_For maintainers: “edited”, then “Delete revision from history”, takes the old text away._',
  ].join('\n')
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined
}

function textOf(value: unknown, name: string): string {
  const text = fieldOf(value, name)
  return typeof text === 'string' ? text : ''
}

async function send({ method, path, body }: Change, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const response = await fetch(`${env['GITHUB_API_URL']}/repos/${env['GITHUB_REPOSITORY']}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${env['GH_TOKEN']}`,
      Accept: 'application/vnd.github+json',
      'X-GitHub-Api-Version': '2022-11-28',
      'User-Agent': 'jira-pat-check issues',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  })
  if (!response.ok) throw new Error(`GitHub answers HTTP ${response.status} to ${method} ${path}: run this job again.`)
}

if (import.meta.main) {
  const changes = decideChanges(JSON.parse(readFileSync(process.env['GITHUB_EVENT_PATH'] ?? '', 'utf8')))
  for (const change of changes) await send(change, process.env)
  console.log(changes.length === 0 ? 'Nothing looks like a secret.' : 'What looks like a secret is taken out.')
}
