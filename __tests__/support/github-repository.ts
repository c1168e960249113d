/** The issues of one repository on GitHub in miniature: what the stand-in keeps, and how it answers. */
import type { Reply } from './reply.ts'

export interface StoredComment {
  id: number
  user: StoredUser
  body: string
  created_at: string
}

export interface StoredUser {
  login: string
  id: number
}

export interface StoredIssue {
  number: number
  title: string
  body: string | null
  user: StoredUser
  labels: string[]
  state: 'open' | 'closed'
  state_reason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null
  assignees: string[]
  created_at: string
  updated_at: string
  closed_at: string | null
  pull_request?: object
  comments: StoredComment[]
  /** So many more times it is left out when issues are listed. */
  hiddenFor: number
}

export interface RepositoryOptions {
  /** `OWNER/NAME` */
  name?: string
  /** Base of the addresses of pages. */
  webUrl?: string
  /** The time, in milliseconds since the epoch. */
  now?: () => number
  /** Who the token acts as. */
  user?: StoredUser
  defaultBranch?: string
  /** Logins that can be assigned to issues. */
  assignable?: string[]
  /** A new issue shows up only after so many listings. */
  lag?: number
  /** False: issues are switched off. */
  hasIssues?: boolean
  /** False: the token may read only. */
  mayWrite?: boolean
  /** False: labels and assignees are dropped in silence. */
  mayLabel?: boolean
}

/** A request to the API, its path below that of the API. */
export interface ApiRequest {
  method: string
  path: string
  query: URLSearchParams
  /** Parsed JSON. */
  body: unknown
}

export const bot: StoredUser = { login: 'github-actions[bot]', id: 41_898_282 }

export class Repository {
  readonly issues: StoredIssue[] = []
  readonly options: Required<RepositoryOptions>
  #ids = 1000

  constructor(options: RepositoryOptions = {}) {
    this.options = {
      name: 'octo-org/octo-repo',
      webUrl: 'https://github.com',
      now: () => Date.now(),
      user: bot,
      defaultBranch: 'main',
      assignable: ['octocat', 'hubot'],
      lag: 0,
      hasIssues: true,
      mayWrite: true,
      mayLabel: true,
      ...options,
    }
  }

  /** Adds an issue as somebody else, or an earlier run, left it. */
  add(issue: Partial<StoredIssue>): StoredIssue {
    const now = this.#time()
    const added: StoredIssue = {
      number: this.issues.length + 1,
      title: 'An issue',
      body: null,
      user: this.options.user,
      labels: [],
      state: 'open',
      state_reason: null,
      assignees: [],
      created_at: now,
      updated_at: now,
      closed_at: issue.state === 'closed' ? now : null,
      comments: [],
      hiddenFor: 0,
      ...issue,
    }
    this.issues.push(added)
    return added
  }

  comment(issue: StoredIssue, body: string, user: StoredUser = this.options.user): StoredComment {
    const comment = { id: ++this.#ids, user, body, created_at: this.#time() }
    issue.comments.push(comment)
    issue.updated_at = this.#time()
    return comment
  }

  /** Changes the state as a person does on the page. */
  setState(issue: StoredIssue, state: StoredIssue['state'], reason: StoredIssue['state_reason'] = null): void {
    issue.state = state
    issue.state_reason = state === 'closed' ? (reason ?? 'completed') : 'reopened'
    issue.closed_at = state === 'closed' ? this.#time() : null
    issue.updated_at = this.#time()
  }

  /** Does what the request asks for, and answers as GitHub does. */
  respond({ method, path, query, body }: ApiRequest): Reply {
    const { name, assignable, hasIssues, mayWrite, defaultBranch } = this.options
    const base = `/repos/${name}`
    if (path !== base && !path.startsWith(`${base}/`)) return message(404, 'Not Found')
    const rest = path.slice(base.length)
    if (method !== 'GET' && !mayWrite) return message(403, 'Resource not accessible by integration')
    if (rest === '') return json(200, { full_name: name, default_branch: defaultBranch })
    const [, login] = /^\/assignees\/([^/]+)$/.exec(rest) ?? []
    if (login !== undefined) {
      return isAmong(assignable, decodeURIComponent(login)) ? { status: 204 } : message(404, 'Not Found')
    }
    if (!hasIssues) return message(410, 'Issues has been disabled in this repository.')
    if (rest === '/issues') return method === 'GET' ? this.#list(query) : this.#create(body as Fields)
    const [, number, comments] = /^\/issues\/(\d+)(\/comments)?$/.exec(rest) ?? []
    const issue = this.issues.find((candidate) => candidate.number === Number(number))
    if (issue === undefined) return message(404, 'Not Found')
    if (comments === undefined) {
      return method === 'GET' ? json(200, this.#show(issue)) : this.#update(issue, body as Fields)
    }
    if (method === 'GET') return this.#page(issue.comments, query, (comment) => ({ ...comment, issue_url: '' }))
    const text = (body as Fields).body
    if (typeof text !== 'string' || text === '' || text.length > 65_536) return invalid('body')
    return json(201, this.comment(issue, text))
  }

  #list(query: URLSearchParams): Reply {
    const labels = (query.get('labels') ?? '').split(',').filter(Boolean)
    const state = query.get('state') ?? 'open'
    const since = query.get('since') ?? ''
    const found = this.issues.filter((issue) => {
      const isHidden = issue.hiddenFor > 0
      if (isHidden && (query.get('page') ?? '1') === '1') issue.hiddenFor -= 1
      return (
        !isHidden &&
        labels.every((label) => isAmong(issue.labels, label)) &&
        (state === 'all' || issue.state === state) &&
        issue.updated_at >= since
      )
    })
    const inOrder = query.get('direction') === 'asc' ? found : found.toReversed()
    return this.#page(inOrder, query, (issue) => this.#show(issue))
  }

  #create({ title, body, labels = [], assignees = [] }: Fields): Reply {
    if (typeof title !== 'string' || title === '' || title.length > 256) return invalid('title')
    if ((body ?? '').length > 65_536) return invalid('body')
    if (labels.some((label) => label.length > 50 || label.includes(','))) return invalid('labels')
    const { mayLabel, lag } = this.options
    const given = mayLabel ? { labels, assignees } : {}
    return json(201, this.#show(this.add({ title, body: body ?? null, hiddenFor: lag, ...given })))
  }

  #update(issue: StoredIssue, { title, body, state, state_reason, assignees }: Fields): Reply {
    if ((body ?? '').length > 65_536) return invalid('body')
    const { assignable, mayLabel } = this.options
    if (assignees?.some((login) => !isAmong(assignable, login)) || (assignees?.length ?? 0) > 10) {
      return invalid('assignees')
    }
    if (title !== undefined) issue.title = title
    if (body !== undefined) issue.body = body
    if (assignees !== undefined && mayLabel) issue.assignees = assignees
    // The reason is taken only where the state changes.
    if (state !== undefined && state !== issue.state) this.setState(issue, state, state_reason ?? null)
    issue.updated_at = this.#time()
    return json(200, this.#show(issue))
  }

  #page<T>(all: readonly T[], query: URLSearchParams, show: (item: T) => object): Reply {
    const size = Math.min(100, Number(query.get('per_page') ?? 30))
    const page = Number(query.get('page') ?? 1)
    const next = new URLSearchParams(query)
    next.set('page', String(page + 1))
    const items = all.slice((page - 1) * size, page * size).map(show)
    const isLast = page * size >= all.length
    const link = isLast ? {} : { Link: `<https://api.github.com/repositories/1/issues?${next}>; rel="next"` }
    return { status: 200, headers: link, body: items }
  }

  #show(issue: StoredIssue): object {
    const { hiddenFor: _, comments, labels, assignees, ...shown } = issue
    const { webUrl, name } = this.options
    return {
      ...shown,
      html_url: `${webUrl}/${name}/issues/${issue.number}`,
      comments: comments.length,
      labels: labels.map((label, id) => ({ id, name: label })),
      assignees: assignees.map((login, id) => ({ id, login })),
    }
  }

  #time(): string {
    return new Date(this.options.now()).toISOString().replace(/\.\d+Z$/, 'Z')
  }
}

interface Fields {
  title?: string
  body?: string
  labels?: string[]
  assignees?: string[]
  state?: StoredIssue['state']
  state_reason?: StoredIssue['state_reason']
}

const isAmong = (names: readonly string[], name: string): boolean =>
  names.some((other) => other.toLowerCase() === name.toLowerCase())

const json = (status: number, body: object): Reply => ({ status, body })

/** An answer that says no, as GitHub words it. */
export const message = (status: number, text: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  body: { message: text, documentation_url: 'https://docs.github.com/rest', status: String(status) },
})

const invalid = (field: string): Reply => ({
  status: 422,
  body: { message: 'Validation Failed', errors: [{ resource: 'Issue', field, code: 'invalid' }], status: '422' },
})
