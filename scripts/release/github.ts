/** An answer of GitHub's REST API: its status, its JSON (undefined where there is none) and the rights that it names. */
export interface Answer {
  readonly status: number
  readonly json: unknown
  /** What a token would need, as `contents=write; contents=write,workflows=write`; empty where it does not say. */
  readonly accepted: string
}

/** One repository, asked with one token. */
export interface GitHub {
  /**
   * @param path below `/repos/OWNER/NAME`, or a whole URL
   * @param body sent as JSON, or as it is where it is bytes
   * @returns the answer, whatever its status; rejects where none came within a minute
   */
  ask(method: string, path: string, body?: unknown): Promise<Answer>
  /** @returns the bytes of an asset; rejects with a ReleaseError where GitHub does not give them */
  download(assetId: number): Promise<Buffer>
}

/** What the release stops at. Its message is for the maintainer, and says what to do. */
export class ReleaseError extends Error {}

/** @param apiUrl as `GITHUB_API_URL` has it, without a slash at its end */
export function createGitHub(apiUrl: string, repository: string, token: string): GitHub {
  const send = (method: string, path: string, accept: string, body?: unknown): Promise<Response> => {
    const url = /^https?:\/\//.test(path) ? path : `${apiUrl}/repos/${repository}${path}`
    const isBytes = body instanceof Uint8Array
    return fetch(url, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: accept,
        'X-GitHub-Api-Version': '2022-11-28',
        'User-Agent': 'jira-pat-check release',
        ...(body !== undefined && { 'Content-Type': isBytes ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body !== undefined && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    })
  }
  return {
    async ask(method, path, body) {
      const response = await send(method, path, 'application/vnd.github+json', body)
      const accepted = response.headers.get('x-accepted-github-permissions') ?? ''
      return { status: response.status, json: parse(await response.text()), accepted }
    },
    async download(assetId) {
      const path = `/releases/assets/${assetId}`
      const response = await send('GET', path, 'application/octet-stream')
      if (response.ok) return Buffer.from(await response.arrayBuffer())
      throw new ReleaseError(`GitHub answers HTTP ${response.status} to GET ${path}: run the failed jobs again.`)
    },
  }
}

/** @throws ReleaseError where the status is none of these */
export async function expectAnswer(
  github: GitHub,
  [method, path]: readonly [method: string, path: string],
  statuses: readonly number[],
  body?: unknown,
): Promise<Answer> {
  const answer = await github.ask(method, path, body)
  if (statuses.includes(answer.status)) return answer
  throw new ReleaseError(
    `GitHub answers HTTP ${answer.status} to ${method} ${path}: ${messageOf(answer)}. Run the failed jobs again; what is done already is not done twice.`,
  )
}

/** What GitHub says of a refusal. */
export function messageOf({ json, accepted }: Answer): string {
  const said = textOf(json, 'message') || 'no reason given'
  return accepted === '' ? said : `${said} (it would take ${accepted})`
}

/** @returns the text of a property, or empty where it is none */
export function textOf(json: unknown, name: string): string {
  const value = fieldOf(json, name)
  return typeof value === 'string' ? value : ''
}

export function fieldOf(json: unknown, name: string): unknown {
  return typeof json === 'object' && json !== null ? new Map(Object.entries(json)).get(name) : undefined
}

export function listOf(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : []
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
